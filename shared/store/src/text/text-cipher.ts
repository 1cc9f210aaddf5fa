import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { type MunicipalityId, ProductError } from "@rode-draad/domain";
import type { KyselyPlugin } from "kysely";
import type { StoreDatabase } from "../open-store.js";

/**
 * AES-256-GCM (NIST SP 800-38D) over the text of notes, and over the secrets of second factors:
 *
 *   case_note.text_key   which key, 8 characters derived from it; null: the text stands as it is
 *   case_note.text       base64url of nonce (12 bytes) + tag (16 bytes) + ciphertext
 *
 * Municipality and the id of what it belongs to go along as associated data, so that a text put beside another note does not open. Nonces are random:
 * at 96 bits a key serves four thousand million texts before two could meet with a chance of one in 2^32.
 */

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_ID_CHARACTERS = 8;

/** The text of a note as it stands in the store. */
export interface StoredText {
  readonly text: string;
  readonly textKey: string | null;
}

interface TextKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/** Travels with a database handle and all its transactions, which carry the plugins of their origin. It changes no query. */
class TextKeys implements KyselyPlugin {
  readonly keys: readonly TextKey[];

  constructor(keys: readonly string[]) {
    this.keys = keys.map((key) => {
      return { id: textKeyId(key), bytes: Buffer.from(key, "base64") };
    });
  }

  transformQuery: KyselyPlugin["transformQuery"] = ({ node }) => node;
  transformResult: KyselyPlugin["transformResult"] = async ({ result }) => result;
}

/** The id of a key (base64), as it stands beside each text; no key follows from it. */
export function textKeyId(key: string): string {
  const bytes = Buffer.from(key, "base64");
  return createHmac("sha256", bytes).update("text-key").digest("base64url").slice(0, KEY_ID_CHARACTERS);
}

/** The plugin by which `sealText` and `openText` find the keys (base64), the present one first. */
export function textKeysPlugin(keys: readonly string[]): KyselyPlugin {
  return new TextKeys(keys);
}

function keysOf(db: StoreDatabase): readonly TextKey[] {
  return db.getExecutor().plugins.find((plugin) => plugin instanceof TextKeys)?.keys ?? [];
}

/** The ids of the keys at hand. */
export function keyIdsOf(db: StoreDatabase): string[] {
  return keysOf(db).map(({ id }) => id);
}

/** The id of the key that texts are written under now; null when they are written as they are. */
export function presentTextKey(db: StoreDatabase): string | null {
  return keysOf(db)[0]?.id ?? null;
}

/** A text as it must be stored: under the present key, or as it is when there is none. */
export function sealText(db: StoreDatabase, municipalityId: MunicipalityId, ownerId: string, text: string): StoredText {
  const key = keysOf(db)[0];
  if (key === undefined) return { text, textKey: null };
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key.bytes, nonce).setAAD(about(municipalityId, ownerId));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return { text: Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url"), textKey: key.id };
}

/**
 * The text of a stored one, under whichever key it was written.
 *
 * @throws ProductError `text-key-unknown`, or `text-damaged` for one that was changed or moved.
 */
export function openText(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  ownerId: string,
  { text, textKey }: StoredText,
): string {
  if (textKey === null) return text;
  const key = keysOf(db).find(({ id }) => id === textKey);
  if (key === undefined) throw textKeyUnknown();
  const bytes = Buffer.from(text, "base64url");
  const nonce = bytes.subarray(0, NONCE_BYTES);
  try {
    const decipher = createDecipheriv(ALGORITHM, key.bytes, nonce, { authTagLength: TAG_BYTES })
      .setAAD(about(municipalityId, ownerId))
      .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const opened = [decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()];
    return Buffer.concat(opened).toString("utf8");
  } catch (error) {
    throw new ProductError(
      "text-damaged",
      "De tekst van een notitie is buiten Rode Draad om veranderd. Lees de notitie opnieuw in.",
      { cause: error, detail: "authentication of an encrypted text failed" },
    );
  }
}

export function textKeyUnknown(): ProductError {
  return new ProductError(
    "text-key-unknown",
    "De notities zijn versleuteld met een andere sleutel. Zet die sleutel in TEXT_KEY, of in TEXT_KEY_PREVIOUS als TEXT_KEY nieuw is.",
  );
}

/** The zero byte cannot occur in a municipality's id, so no two pairs read the same. */
function about(municipalityId: MunicipalityId, ownerId: string): Buffer {
  return Buffer.from(`${municipalityId}\0${ownerId}`, "utf8");
}

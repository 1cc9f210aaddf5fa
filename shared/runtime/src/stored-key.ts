import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ProductError } from "@rode-draad/domain";
import type { Configuration } from "./configuration.js";

/** The keys that the product can make for itself: the file each is kept in, and what it is called. */
const KEYS = {
  hash: { fileName: "hash-key", variable: "HASH_KEY", use: "de versleutelde nummers" },
  audit: { fileName: "audit-key", variable: "AUDIT_KEY", use: "het logboek" },
} as const;
/** Only the user who runs the product may read a key: with that of the hashes, case numbers can be tried until one fits. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
/** As many bytes as SHA-256 gives; more adds nothing. */
const KEY_BYTES = 32;

/** The key of all keyed hashes. */
export async function loadHashKey(configuration: Pick<Configuration, "hashKey" | "directory">): Promise<string> {
  return configuration.hashKey ?? (await loadStoredKey("hash", configuration.directory));
}

/** The keys that a process has; absent: there is none yet. */
export interface OwnKeys {
  readonly hash?: string;
  /** The hash key that was replaced and is still needed. */
  readonly previousHash?: string;
  readonly audit?: string;
}

/** Makes no key: for who looks, or compares with the keys of stored data. */
export async function readOwnKeys(
  configuration: Pick<Configuration, "hashKey" | "previousHashKey" | "auditKey" | "directory">,
): Promise<OwnKeys> {
  const hash = configuration.hashKey ?? (await readKey(keyFile("hash", configuration)));
  const audit = configuration.auditKey ?? (await readKey(keyFile("audit", configuration)));
  const previousHash = await loadPreviousHashKey(configuration);
  return {
    ...(hash !== undefined && { hash }),
    ...(previousHash !== undefined && { previousHash }),
    ...(audit !== undefined && { audit }),
  };
}

/**
 * The same settings with the keys in them, made where there are none yet. A process keeps the keys that it began with, whatever
 * happens to their files meanwhile.
 */
export async function holdKeys(configuration: Configuration): Promise<Configuration> {
  const previousHashKey = await loadPreviousHashKey(configuration);
  return {
    ...configuration,
    hashKey: await loadHashKey(configuration),
    ...(previousHashKey !== undefined && { previousHashKey }),
    auditKey: await loadAuditKey(configuration),
  };
}

/** Where a key is looked for when it is not in the settings. */
export function keyFile(name: keyof typeof KEYS, { directory }: Pick<Configuration, "directory">): string {
  return join(directory, KEYS[name].fileName);
}

/** Enough to tell two keys apart. */
const MARK_CHARACTERS = 8;

/**
 * A short mark of a key, from which no key follows: it stands in the database and in backups, to tell which key belongs to them. What
 * it is made of is nothing that is ever hashed or sealed: those have a namespace with a zero byte, or are a list of JSON.
 */
export function markKey(key: string): string {
  return createHmac("sha256", key).update("rode-draad key mark").digest("base64url").slice(0, MARK_CHARACTERS);
}

/** The key that was replaced by the one of `loadHashKey` and is still needed; undefined when there is none. */
export async function loadPreviousHashKey(
  configuration: Pick<Configuration, "hashKey" | "previousHashKey" | "directory">,
): Promise<string | undefined> {
  // A key from the settings has its predecessor there too: the file would be that of another key.
  if (configuration.hashKey !== undefined) return configuration.previousHashKey;
  return await readKey(previousFile(configuration.directory));
}

/**
 * Replaces the hash key in the product's folder by a new one and keeps it beside that as the previous key, until
 * `forgetPreviousHashKey`. Only one key can be on its way out.
 */
export async function rotateHashKey(configuration: Pick<Configuration, "hashKey" | "directory">): Promise<void> {
  refuseKeyInSettings(configuration);
  const { directory } = configuration;
  const file = keyFile("hash", configuration);
  await loadStoredKey("hash", directory);
  try {
    // A link and no rename: until the new key is there, a process that starts finds the old one.
    await link(file, previousFile(directory));
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
    throw keyStillChanging();
  }
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  await writeFile(draft, newKey(), { mode: FILE_MODE, flag: "wx" });
  await rename(draft, file);
}

/** Only one key can be on its way out. */
export function keyStillChanging(): ProductError {
  return new ProductError(
    "key-still-changing",
    "De vorige sleutel is nog nodig. Wacht tot de bewaartermijn voorbij is en geef dan: rodedraad key forget.",
  );
}

/** Drops the previous key. What still stands under it will not be recognised any more. */
export async function forgetPreviousHashKey(
  configuration: Pick<Configuration, "hashKey" | "previousHashKey" | "directory">,
): Promise<void> {
  if (configuration.hashKey !== undefined && configuration.previousHashKey === undefined) return;
  refuseKeyInSettings(configuration);
  await rm(previousFile(configuration.directory), { force: true });
}

function refuseKeyInSettings({ hashKey }: Pick<Configuration, "hashKey">): void {
  if (hashKey === undefined) return;
  throw new ProductError(
    "key-in-settings",
    "De sleutel staat in HASH_KEY. Zet hem in HASH_KEY_PREVIOUS en geef HASH_KEY een nieuwe; haal HASH_KEY_PREVIOUS weg na de bewaartermijn.",
  );
}

function previousFile(directory: string): string {
  return join(directory, `${KEYS.hash.fileName}-previous`);
}

function newKey(): string {
  return randomBytes(KEY_BYTES).toString("base64url");
}

/** The key that seals the audit log. */
export async function loadAuditKey(configuration: Pick<Configuration, "auditKey" | "directory">): Promise<string> {
  return configuration.auditKey ?? (await loadStoredKey("audit", configuration.directory));
}

/**
 * The key of the hashes under which objections stand. It follows from the key of the audit log (HKDF, RFC 5869), which is
 * replaced only when lost: a hash cannot be turned back, and an objection must hold for as long as there is a product. `isTrial`: nothing may be left
 * behind, so where there is no key yet any will do, since no objection can stand under it.
 */
export async function loadObjectionKey(
  configuration: Pick<Configuration, "auditKey" | "directory">,
  { isTrial = false }: { readonly isTrial?: boolean } = {},
): Promise<string> {
  const auditKey = isTrial
    ? (configuration.auditKey ?? (await readKey(keyFile("audit", configuration))) ?? newKey())
    : await loadAuditKey(configuration);
  return Buffer.from(hkdfSync("sha256", auditKey, "", "rode-draad objection", KEY_BYTES)).toString("base64url");
}

/**
 * A key from the product's folder, where it is made on first use. Two processes that start together end with the same key,
 * because the first one to link its file wins.
 */
async function loadStoredKey(name: keyof typeof KEYS, directory: string): Promise<string> {
  const { fileName, variable, use } = KEYS[name];
  const file = keyFile(name, { directory });
  try {
    const existing = await readKey(file);
    if (existing !== undefined) return existing;
    await mkdir(directory, { recursive: true, mode: FOLDER_MODE });
    const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
    await writeFile(draft, newKey(), { mode: FILE_MODE, flag: "wx" });
    try {
      await link(draft, file);
    } catch (error) {
      if (!hasCode(error, "EEXIST")) throw error;
    } finally {
      await rm(draft, { force: true });
    }
    await chmod(file, FILE_MODE);
    return (await readKey(file)) ?? "";
  } catch (error) {
    if (error instanceof ProductError) throw error;
    throw new ProductError(
      `${fileName}-unavailable`,
      `De sleutel voor ${use} kan niet worden gelezen of bewaard in ${file}: geef schrijfrecht op die map, of zet ${variable}.`,
      { cause: error, detail: error instanceof Error ? error.message : String(error) },
    );
  }
}

async function readKey(file: string): Promise<string | undefined> {
  try {
    const key = (await readFile(file, "utf8")).trim();
    if (key !== "") return key;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
  // Making a new key here would give every note a second identity, or start a second log, so a person has to decide.
  throw new ProductError(
    "stored-key-empty",
    `Het bestand ${file} is leeg. Zet de sleutel terug uit een reservekopie. Is er nog niets ingelezen? Verwijder het bestand dan.`,
  );
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

import { type MunicipalityId, ProductError } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { openText, sealText } from "../text/text-cipher.js";

/** The clusterer's memory. */
export interface EmergentState {
  readonly version: number;
  readonly state: Uint8Array;
}

/** Undefined before the first run; write that one with `expectedVersion` 0. */
export async function readEmergentState(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
): Promise<EmergentState | undefined> {
  const saved = await db
    .selectFrom("emergent_state")
    .select(["version", "state"])
    .where("municipality_id", "=", municipalityId)
    .executeTakeFirst();
  return saved && { version: saved.version, state: openState(db, municipalityId, Buffer.from(saved.state)) };
}

/**
 * The memory holds words of notes, so it is encrypted like their texts when there is a key:
 *
 *   emergent_state.state   the memory as it is, or this mark, the id of the key (8 characters) and what `sealText` makes of it
 */
const SEALED = Buffer.from("\u0000sealed ");
const KEY_ID_BYTES = 8;
/** How much of a memory says under which key it stands. */
export const SEALED_HEAD_BYTES = SEALED.length + KEY_ID_BYTES;
/** What stands in the place of a note's id, so that the memory of one municipality opens in no other. */
const OWNER = "emergent-state";

/** A memory as it must be stored: under the present key, or as it is when there is none. */
export function sealState(db: StoreDatabase, municipalityId: MunicipalityId, state: Uint8Array): Buffer {
  const { text, textKey } = sealText(db, municipalityId, OWNER, Buffer.from(state).toString("base64"));
  if (textKey === null) return Buffer.from(state);
  return Buffer.concat([SEALED, Buffer.from(textKey), Buffer.from(text, "base64url")]);
}

/** The memory from what is stored of it. */
export function openState(db: StoreDatabase, municipalityId: MunicipalityId, stored: Buffer): Uint8Array {
  const textKey = keyIdOfState(stored);
  if (textKey === null) return stored;
  const text = stored.subarray(SEALED_HEAD_BYTES).toString("base64url");
  return Buffer.from(openText(db, municipalityId, OWNER, { text, textKey }), "base64");
}

/** Under which key a memory stands, from its beginning; null: as it is. The memory itself begins with the number of its version. */
export function keyIdOfState(stored: Buffer): string | null {
  if (!stored.subarray(0, SEALED.length).equals(SEALED)) return null;
  return stored.subarray(SEALED.length, SEALED_HEAD_BYTES).toString();
}

/**
 * Replaces the memory that was read at `expectedVersion`. When another run wrote in between, nothing is written and a
 * ProductError says so: reading again and doing the work again helps. Write it in one transaction with its assignments.
 */
export async function writeEmergentState(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  change: { readonly expectedVersion: number; readonly state: Uint8Array },
): Promise<void> {
  const state = sealState(db, municipalityId, change.state);
  const { rows } = await sql`
    insert into emergent_state (municipality_id, version, state)
    select ${municipalityId}, 1, ${state} where ${change.expectedVersion}::integer = 0
       or exists (select from emergent_state where municipality_id = ${municipalityId})
    on conflict (municipality_id) do update set version = emergent_state.version + 1, state = excluded.state
      where emergent_state.version = ${change.expectedVersion}
    returning version
  `.execute(db);
  if (rows.length === 0) {
    throw new ProductError("emergent-state-moved", "Een andere verwerking van de nieuwe thema's was sneller.", {
      retryable: true,
      detail: `expected version ${change.expectedVersion}`,
    });
  }
}

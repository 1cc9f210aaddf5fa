import type { MunicipalityId } from "@rode-draad/domain";
import { Kysely, PostgresDialect } from "kysely";
import type { Database } from "../database.js";
import { openState, sealState } from "../emergent/emergent-state.js";
import type { StoreDatabase } from "../open-store.js";
import { openText, sealText, textKeysPlugin } from "../text/text-cipher.js";

/**
 * What a municipality takes along to another installation is readable without our keys, and holds nothing that opens a door: passwords,
 * links, sessions, second factors and keys of source systems are made anew there. The marks of our keys are those of this place.
 */
const LEFT_OUT: ReadonlySet<string> = new Set(["api_token", "key_mark", "recovery_code", "second_factor", "session"]);
const SECRET_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  account: ["password_hash", "invite_hash", "invite_from", "invite_until"],
};

export function isPortable(table: string): boolean {
  return !LEFT_OUT.has(table);
}

/** A handle that holds the keys of texts and reaches no database. */
export function holdTextKeys(textKeys: readonly string[]): StoreDatabase {
  const pool = async (): Promise<never> => {
    throw new Error("This handle reaches no database.");
  };
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }), plugins: [textKeysPlugin(textKeys)] });
}

type Row = Record<string, unknown>;

/** A stored row as it leaves: texts and the memory of themes opened, secrets out. */
export function toPortable(db: StoreDatabase, municipalityId: MunicipalityId, table: string, row: Row): Row {
  const open = { ...row };
  for (const column of SECRET_COLUMNS[table] ?? []) open[column] = null;
  if (table === "case_note" && typeof row.text === "string") {
    const stored = { text: row.text, textKey: typeof row.text_key === "string" ? row.text_key : null };
    open.text = openText(db, municipalityId, String(row.id), stored);
    open.text_key = null;
  }
  if (table === "emergent_state")
    open.state = asHex(openState(db, municipalityId, Buffer.from(String(row.state).slice(2), "hex")));
  return open;
}

/** A row that comes in, as it must be stored here: texts and the memory of themes under the present key. */
export function fromPortable(db: StoreDatabase, municipalityId: MunicipalityId, table: string, row: Row): Row {
  const sealed = { ...row };
  for (const column of SECRET_COLUMNS[table] ?? []) sealed[column] = null;
  if (table === "case_note" && typeof row.text === "string") {
    const { text, textKey } = sealText(db, municipalityId, String(row.id), row.text);
    sealed.text = text;
    sealed.text_key = textKey;
  }
  if (table === "emergent_state")
    sealed.state = asHex(sealState(db, municipalityId, Buffer.from(String(row.state).slice(2), "hex")));
  return sealed;
}

/** Bytes as PostgreSQL writes them in JSON. */
function asHex(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString("hex")}`;
}

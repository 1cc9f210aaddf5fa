import type { MunicipalityId } from "@rode-draad/domain";
import { sql } from "kysely";
import { readEmergentState, writeEmergentState } from "../emergent/emergent-state.js";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";
import { openText, presentTextKey, sealText } from "./text-cipher.js";

/** Small enough to hold the rows for milliseconds. */
const TEXTS_PER_WRITE = 500;

/**
 * Writes the memory of themes and every text of a municipality anew that does not stand under the present key: after a change of key, and when encryption
 * is turned on or off. Can be broken off and started again. Gives back how many it wrote.
 */
export async function resealTexts(db: StoreDatabase, municipalityId: MunicipalityId): Promise<number> {
  await resealEmergentState(db, municipalityId);
  for (let written = 0; ; ) {
    const rows = await resealSome(db, municipalityId);
    written += rows;
    if (rows < TEXTS_PER_WRITE) return written;
  }
}

/** It is written anew at each run anyway; here so that the old key can go at once. */
async function resealEmergentState(db: StoreDatabase, municipalityId: MunicipalityId): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const saved = await readEmergentState(transaction, municipalityId);
    if (saved === undefined) return;
    await writeEmergentState(transaction, municipalityId, { expectedVersion: saved.version, state: saved.state });
  });
}

async function resealSome(db: StoreDatabase, municipalityId: MunicipalityId): Promise<number> {
  return await inTransaction(db, async (transaction) => {
    const rows = await transaction
      .selectFrom("case_note")
      .select(["id", "text", "text_key"])
      .where("municipality_id", "=", municipalityId)
      .where("text", "is not", null)
      .where("text_key", "is distinct from", presentTextKey(db))
      .limit(TEXTS_PER_WRITE)
      .forUpdate()
      .$narrowType<{ text: string }>()
      .execute();
    const sealed = rows.map(({ id, text, text_key: textKey }) => ({
      id,
      ...sealText(db, municipalityId, id, openText(db, municipalityId, id, { text, textKey })),
    }));
    await writeSealed(transaction, municipalityId, sealed);
    return rows.length;
  });
}

/** Puts texts that were sealed for these notes in their place. */
export async function writeSealed(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  sealed: readonly { readonly id: string; readonly text: string; readonly textKey: string | null }[],
): Promise<void> {
  if (sealed.length === 0) return;
  await sql`
    update case_note set text = given.text, text_key = given."textKey"
    from json_to_recordset(${JSON.stringify(sealed)}::json) as given (id text, text text, "textKey" text)
    where case_note.municipality_id = ${municipalityId} and case_note.id = given.id
  `.execute(db);
}

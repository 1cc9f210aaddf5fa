import type { MunicipalityId, NoteId } from "@rode-draad/domain";
import { sql } from "kysely";
import { markMonthsStale } from "../counts/stale-months.js";
import type { StoreDatabase } from "../open-store.js";

/** Deletes the questions of notes and marks the months in which they counted. The caller holds the transaction. */
export async function forgetQuestions(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  noteIds: readonly NoteId[],
  now: Date,
): Promise<void> {
  if (noteIds.length === 0) return;
  const { rows } = await sql<{ month: string }>`
    with gone as (
      delete from question where municipality_id = ${municipalityId} and note_id = any(${noteIds}) returning month, route
    )
    select distinct month from gone where route is not null
  `.execute(db);
  await markMonthsStale(
    db,
    municipalityId,
    rows.map((row) => row.month),
    now,
  );
}

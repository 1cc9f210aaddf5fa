import { type MunicipalityId, TEXT_DAYS_MAX } from "@rode-draad/domain";
import { type RawBuilder, sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { readRetention } from "./retention-state.js";

const DAY_MS = 86_400_000;

/** Rows a statement: a fraction of a second on the embedded database, where everything else waits. */
const NOTES_PER_BATCH = 1_000;

/** How many texts are due now. */
export async function countTextsDue(db: StoreDatabase, municipalityId: MunicipalityId, now: Date): Promise<number> {
  const { rows } = await sql<{ notes: number }>`
    select count(*)::int as notes from case_note
    where municipality_id = ${municipalityId} and ${await isDue(db, municipalityId, now)}
  `.execute(db);
  return rows[0]?.notes ?? 0;
}

/**
 * Deletes the texts that are due, in short statements. The note itself, its questions and their themes stay; a note that was
 * never worked out is done with. Doing it again deletes nothing more. Gives back how many texts went.
 */
export async function forgetTexts(db: StoreDatabase, municipalityId: MunicipalityId, now: Date): Promise<number> {
  const due = await isDue(db, municipalityId, now);
  for (let forgotten = 0; ; ) {
    const { rows } = await sql`
      update case_note set text = null, state = 'themed'
      where municipality_id = ${municipalityId} and id in (
        select id from case_note where municipality_id = ${municipalityId} and ${due} order by date, id limit ${NOTES_PER_BATCH}
      ) and ${due}
      returning id
    `.execute(db);
    forgotten += rows.length;
    if (rows.length < NOTES_PER_BATCH) return forgotten;
  }
}

/**
 * Rule: text goes when its note has had its themes for the municipality's number of days and emergent themes were looked for in
 * it; after the longest term it goes in any case. Rationale: a note that cannot be worked out is no reason to keep it.
 */
async function isDue(db: StoreDatabase, municipalityId: MunicipalityId, now: Date): Promise<RawBuilder<unknown>> {
  const { textDays, notesReadUntil = new Date(0) } = await readRetention(db, municipalityId);
  const before = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  return sql`(text is not null and (
    (state = 'themed' and state_since <= ${before(textDays)}::timestamptz and state_since <= ${notesReadUntil}::timestamptz)
    or state_since <= ${before(TEXT_DAYS_MAX)}::timestamptz
  ))`;
}

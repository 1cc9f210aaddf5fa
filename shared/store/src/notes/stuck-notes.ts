import type { MunicipalityId, NoteId } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";

/** A hiccup passes within three tries; what fails three times needs a person. */
const NOTE_TRIES_MAX = 3;

/** A note that could not be worked out in this try, and the code of the reason; never a message, which could quote the note. */
export interface FailedNote {
  readonly noteId: NoteId;
  readonly reason: string;
}

/**
 * Counts a try for each note, and sets aside those that had their last one: they wait for a person, and no longer hold up what
 * waits until all notes are worked out. Gives back the notes that may be tried again. A note that has its themes by now, or is
 * gone, is left alone.
 */
export async function recordFailedNotes(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  notes: readonly FailedNote[],
  now: Date,
  triesMax = NOTE_TRIES_MAX,
): Promise<NoteId[]> {
  if (notes.length === 0) return [];
  const rows = notes.map(({ noteId, reason }) => ({ id: noteId, reason }));
  const { rows: written } = await sql<{ id: string; state: string }>`
    update case_note as note set
      tries = note.tries + 1,
      state = case when note.tries + 1 >= ${triesMax} then 'stuck' else note.state end,
      state_since = case when note.tries + 1 >= ${triesMax} then ${now}::timestamptz else note.state_since end,
      stuck_reason = given.reason
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (id text, reason text)
    where note.municipality_id = ${municipalityId} and note.id = given.id and note.state in ('received', 'cut')
    returning note.id, note.state
  `.execute(db);
  return written.filter(({ state }) => state !== "stuck").map(({ id }) => id);
}

export interface StuckNote {
  readonly noteId: NoteId;
  readonly reason: string;
  readonly since: Date;
}

/** The notes that were set aside, the longest first. */
export async function listStuckNotes(db: StoreDatabase, municipalityId: MunicipalityId): Promise<StuckNote[]> {
  const rows = await db
    .selectFrom("case_note")
    .select(["id", "stuck_reason", "state_since"])
    .where("municipality_id", "=", municipalityId)
    .where("state", "=", "stuck")
    .orderBy("state_since")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ noteId: row.id, reason: row.stuck_reason ?? "unknown", since: row.state_since }));
}

/** Has every note that was set aside start again from its text. Gives back their ids; the caller makes their jobs. */
export async function retryStuckNotes(db: StoreDatabase, municipalityId: MunicipalityId, now: Date): Promise<NoteId[]> {
  const rows = await db
    .updateTable("case_note")
    .set({ state: "received", state_since: now, tries: 0, stuck_reason: null, queued_at: null })
    .where("municipality_id", "=", municipalityId)
    .where("state", "=", "stuck")
    .returning("id")
    .execute();
  return rows.map((row) => row.id).sort();
}

import type { MunicipalityId, NoteId } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import type { NoteState } from "./read-notes.js";

/** Counting this many takes a few milliseconds; with more of them the queue shows what moves. */
const UNFINISHED_COUNTED_MAX = 20_000;

/** Notes that have not got their themes yet. Linear in their number: ask `areNotesUnderWay` where one will do. */
export async function countNotesUnderWay(db: StoreDatabase, municipalityId: MunicipalityId): Promise<number> {
  const row = await db
    .selectFrom("case_note")
    .select((builder) => builder.fn.countAll<number>().as("notes"))
    .where("municipality_id", "=", municipalityId)
    .where("state", "in", ["received", "cut"])
    .executeTakeFirstOrThrow();
  return row.notes;
}

export interface UnderWay {
  /** A note that did not move since then does not count. */
  readonly movedSince: Date;
  /** Neither does one that failed before. */
  readonly untriedOnly?: boolean;
}

/**
 * Whether there is a note that has not got its themes yet. In the order of the index of unfinished notes: where the planner
 * believes that most notes are unfinished, as they were when it last looked, it would read all others to find the first.
 */
export async function areNotesUnderWay(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  { movedSince, untriedOnly = false }: UnderWay,
): Promise<boolean> {
  const row = await db
    .selectFrom("case_note")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("state", "in", ["received", "cut"])
    .where("state_since", ">=", movedSince)
    .$if(untriedOnly, (query) => query.where("tries", "=", 0))
    .orderBy("municipality_id")
    .orderBy("state")
    .orderBy("state_since")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** All notes of the municipality. */
export async function countNotes(db: StoreDatabase, municipalityId: MunicipalityId): Promise<number> {
  const row = await db
    .selectFrom("case_note")
    .select((builder) => builder.fn.countAll<number>().as("notes"))
    .where("municipality_id", "=", municipalityId)
    .executeTakeFirstOrThrow();
  return row.notes;
}

export interface StandingNote {
  readonly municipalityId: MunicipalityId;
  readonly noteId: NoteId;
  readonly state: Extract<NoteState, "received" | "cut">;
}

/** As `countNotesUnderWay`, but stops counting at `most`: asked for every batch that comes in. By the index, as above. */
export async function countNotesUnderWayUpTo(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ notes: number }>`
    select count(*)::int as notes from (
      select from case_note where municipality_id = ${municipalityId} and state in ('received', 'cut')
      order by municipality_id, state, state_since limit ${most}
    ) as unfinished
  `.execute(db);
  return rows[0]?.notes ?? 0;
}

/** How many notes of all municipalities wait or are worked on, as far as it matters whether that number moves. */
export async function countUnfinished(asOwner: StoreDatabase): Promise<number> {
  const { rows } = await sql<{ notes: number }>`
    select count(*)::int as notes from (
      select from case_note where state in ('received', 'cut') limit ${UNFINISHED_COUNTED_MAX}
    ) as unfinished
  `.execute(asOwner);
  return rows[0]?.notes ?? 0;
}

/**
 * Unfinished notes of all municipalities that have not moved since `olderThan`, nor got a new job since then: their job was lost.
 * Longest wait first, at most `limit`, so that one reconciliation stays small; the next one finds the rest.
 */
export async function listNotesStandingStill(
  db: StoreDatabase,
  olderThan: Date,
  limit = 10_000,
): Promise<StandingNote[]> {
  const rows = await db
    .selectFrom("case_note")
    .select(["municipality_id", "id", "state"])
    .where("state", "in", ["received", "cut"])
    .where("state_since", "<", olderThan)
    .where((builder) => builder.or([builder("queued_at", "is", null), builder("queued_at", "<", olderThan)]))
    .orderBy("state_since")
    .orderBy("id")
    .limit(limit)
    .$narrowType<{ state: "received" | "cut" }>()
    .execute();
  return rows.map((row) => ({ municipalityId: row.municipality_id, noteId: row.id, state: row.state }));
}

/** Notes whose job was made again: they are no longer found until `olderThan` has passed once more. */
export async function markNotesQueued(db: StoreDatabase, notes: readonly StandingNote[], now: Date): Promise<void> {
  if (notes.length === 0) return;
  const rows = notes.map(({ municipalityId, noteId }) => ({ municipality: municipalityId, note: noteId }));
  await sql`
    update case_note set queued_at = ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (municipality text, note text)
    where municipality_id = given.municipality and id = given.note
  `.execute(db);
}

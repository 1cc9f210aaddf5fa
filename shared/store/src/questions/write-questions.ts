import type { MunicipalityId, NoteId, Segment, ThemeAssignment } from "@rode-draad/domain";
import { sql } from "kysely";
import { markMonthsStale } from "../counts/stale-months.js";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";

/** The segments of one note as read at `version`, in order. */
export interface CutNote {
  readonly noteId: NoteId;
  readonly version: number;
  readonly segments: readonly Segment[];
}

/** A segment with its theme. Context, administration and questions set aside have none. */
export interface ThemedSegment extends Segment {
  readonly assignment?: ThemeAssignment;
}

/** All segments of one note, as cut or refined, with the themes of its questions. */
export interface ThemedNote {
  readonly noteId: NoteId;
  readonly version: number;
  readonly segments: readonly ThemedSegment[];
}

/**
 * Stores the segments of notes and moves the notes to 'cut'. Replaces earlier segments. A note that was replaced or removed
 * since it was read is skipped: its new version has its own job. Gives back the ids that were written.
 */
export async function saveSegments(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  notes: readonly CutNote[],
  now: Date,
): Promise<NoteId[]> {
  return await writeQuestions(db, municipalityId, notes, "cut", now);
}

/**
 * Stores the themes of notes and moves the notes to 'themed'. The segment list of each note is replaced by the one given,
 * so a recogniser may refine it. Marks the months for recounting. Skips notes that changed since they were read.
 */
export async function saveAssignments(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  notes: readonly ThemedNote[],
  now: Date,
): Promise<NoteId[]> {
  return await writeQuestions(db, municipalityId, notes, "themed", now);
}

/**
 * One transaction of four statements, whatever the number of notes. The first one locks the notes at their version, so that
 * a replacement that comes at the same moment either is seen here or waits and then deletes what was written.
 */
async function writeQuestions(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  notes: readonly ThemedNote[],
  state: "cut" | "themed",
  now: Date,
): Promise<NoteId[]> {
  if (notes.length === 0) return [];
  const versions = notes.map((note) => ({ id: note.noteId, version: note.version }));
  return await inTransaction(db, async (transaction) => {
    const { rows: locked } = await sql<{ id: string; month: string }>`
      with mine as (
        select note.municipality_id, note.id from case_note as note
        join json_to_recordset(${JSON.stringify(versions)}::json) as given (id text, version integer)
          on note.id = given.id and note.version = given.version
        where note.municipality_id = ${municipalityId}
        order by note.id for update of note
      )
      update case_note as note set state = ${state}, state_since = ${now}::timestamptz from mine
      where note.municipality_id = mine.municipality_id and note.id = mine.id
      returning note.id, to_char(note.date, 'YYYY-MM') as month
    `.execute(transaction);
    const ids = locked.map((row) => row.id);
    if (ids.length === 0) return [];
    const { rows: gone } = await sql<{ month: string }>`
      with gone as (
        delete from question where municipality_id = ${municipalityId} and note_id = any(${ids}) returning month, route
      )
      select distinct month from gone where route is not null
    `.execute(transaction);
    const written = new Set(ids);
    await sql`
      insert into question (municipality_id, id, note_id, case_id, professional_id, date, month, week, team_code, area_code,
                            start_offset, end_offset, kind, set_aside, theme_id, confidence, route)
      select note.municipality_id, given.note_id || '.' || given.ordinal, note.id, note.case_id, note.professional_id,
             note.date, to_char(note.date, 'YYYY-MM'), to_char(note.date, 'IYYY-"W"IW'), note.team_code, note.area_code,
             given.start_offset, given.end_offset, given.kind, given.set_aside, given.theme_id,
             coalesce(given.confidence, 0), given.route
      from json_to_recordset(${JSON.stringify(notes.filter((note) => written.has(note.noteId)).flatMap(rowsOf))}::json)
        as given (note_id text, ordinal integer, start_offset integer, end_offset integer, kind text, set_aside text,
                  theme_id text, confidence real, route text)
      join case_note as note on note.municipality_id = ${municipalityId} and note.id = given.note_id
    `.execute(transaction);
    const months = gone.map((row) => row.month);
    if (state === "themed") months.push(...locked.map((row) => row.month));
    await markMonthsStale(transaction, municipalityId, months, now);
    return ids;
  });
}

function rowsOf(note: ThemedNote) {
  return note.segments.map((segment, ordinal) => ({
    note_id: note.noteId,
    ordinal,
    start_offset: segment.start,
    end_offset: segment.end,
    kind: segment.kind,
    set_aside: segment.setAside ?? null,
    theme_id: segment.assignment?.themeId ?? null,
    confidence: segment.assignment?.confidence ?? 0,
    route: segment.assignment?.route ?? null,
  }));
}

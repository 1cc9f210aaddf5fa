import type {
  CorrectionEvidence,
  CorrectionLayer,
  MunicipalityId,
  NoteId,
  Segment,
  ThemeAssignment,
  ThemeId,
} from "@rode-draad/domain";
import { sql } from "kysely";
import { holdCorrectionLayer } from "../corrections/correction-log.js";
import { markMonthsStale } from "../counts/stale-months.js";
import type { NoteState } from "../notes/read-notes.js";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";

/** The segments of one note as read at `version`, in order. */
export interface CutNote {
  readonly noteId: NoteId;
  readonly version: number;
  readonly segments: readonly Segment[];
}

/** A segment with the theme that the machine gave it. Context, administration and questions set aside have none. */
export interface ThemedSegment extends Segment {
  readonly assignment?: ThemeAssignment;
  /** What its text says about the corrections in force. */
  readonly evidence?: readonly CorrectionEvidence[];
}

/** All segments of one note, as cut or refined, with the themes of its questions. */
export interface ThemedNote {
  readonly noteId: NoteId;
  readonly version: number;
  /** The source flagged the note as a safety matter. */
  readonly safetyFlag?: boolean;
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
  return await inTransaction(db, (transaction) => writeQuestions(transaction, municipalityId, notes, "cut", now));
}

/** The corrections under which themes are written. */
export interface CorrectionsRead {
  /** The version of the log with which the texts were read; see `holdCorrectionLayer`. Absent: the texts were not read. */
  readonly version?: number;
  readonly neverThemeIds: Iterable<ThemeId>;
}

/**
 * Stores the themes of notes and moves the notes to 'themed': what the machine gave, and beside it what counts under people's
 * corrections. The segment list of each note is replaced by the one given, so a recogniser may refine it. Marks the months
 * for recounting. Skips notes that changed since they were read.
 */
export async function saveAssignments(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  notes: readonly ThemedNote[],
  now: Date,
  corrections: CorrectionsRead = { neverThemeIds: [] },
): Promise<NoteId[]> {
  if (notes.length === 0) return [];
  return await inTransaction(db, async (transaction) => {
    const { neverThemeIds, version } = corrections;
    const layer = await holdCorrectionLayer(transaction, municipalityId, neverThemeIds, version);
    return await writeQuestions(transaction, municipalityId, notes, "themed", now, layer);
  });
}

/**
 * At most four statements, whatever the number of notes; the caller holds the transaction. The first one locks the notes at their version,
 * so that a replacement that comes at the same moment either is seen here or waits and then deletes what was written. A note that has its
 * themes is left alone: a job that comes twice would take away what was found since, its emergent themes. Each statement names the
 * notes by id: of an embedded database that is being filled the planner knows nothing, and for a join alone it reads all there are.
 */
async function writeQuestions(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  notes: readonly ThemedNote[],
  state: "cut" | "themed",
  now: Date,
  layer?: CorrectionLayer,
): Promise<NoteId[]> {
  if (notes.length === 0) return [];
  const versions = notes.map((note) => ({ id: note.noteId, version: note.version }));
  const { rows: locked } = await sql<{ id: string; month: string; before: NoteState }>`
    with mine as (
      select note.municipality_id, note.id, note.state from case_note as note
      join json_to_recordset(${JSON.stringify(versions)}::json) as given (id text, version integer)
        on note.id = given.id and note.version = given.version
      where note.municipality_id = ${municipalityId} and note.id = any(${notes.map((note) => note.noteId)}::text[])
        and note.state <> 'themed'
      order by note.id for update of note
    )
    update case_note as note set state = ${state}, state_since = ${now}::timestamptz, tries = 0, stuck_reason = null
    from mine
    where note.municipality_id = mine.municipality_id and note.id = mine.id
    returning note.id, to_char(note.date, 'YYYY-MM') as month, mine.state as before
  `.execute(db);
  if (locked.length === 0) return [];
  const ids = new Set(locked.map((row) => row.id));
  const written = notes.filter((note) => ids.has(note.noteId));
  await upsertSegments(db, municipalityId, written, layer);
  const known = new Set(locked.filter((row) => row.before !== "received").map((row) => row.id));
  await dropSurplusSegments(
    db,
    municipalityId,
    written.filter((note) => known.has(note.noteId)),
  );
  const counted = locked.filter((row) => state === "themed" || row.before === "themed");
  await markMonthsStale(
    db,
    municipalityId,
    counted.map((row) => row.month),
    now,
  );
  return [...ids];
}

/** A segment that is there already and says the same is not written again: most of them do, between cutting and theming. */
async function upsertSegments(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  notes: readonly ThemedNote[],
  layer: CorrectionLayer | undefined,
): Promise<void> {
  const rows = notes.flatMap((note) => rowsOf(note, layer));
  await sql`
    with written as materialized (
      select id, case_id, professional_id, date, to_char(date, 'YYYY-MM') as month, to_char(date, 'IYYY-"W"IW') as week,
             team_code, area_code
      from case_note where municipality_id = ${municipalityId} and id = any(${notes.map((note) => note.noteId)}::text[])
    )
    insert into question (municipality_id, note_id, ordinal, case_id, professional_id, date, month, week, team_code,
                          area_code, start_offset, end_offset, kind, set_aside, theme_id, confidence, route,
                          given_theme_id, given_confidence, given_route, evidence)
    select ${municipalityId}, note.id, given.ordinal, note.case_id, note.professional_id,
           note.date, note.month, note.week, note.team_code, note.area_code,
           given.start_offset, given.end_offset, given.kind, given.set_aside, given.theme_id, given.confidence, given.route,
           given.given_theme_id, given.given_confidence, given.given_route, given.evidence
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as given (note_id text, ordinal integer, start_offset integer, end_offset integer, kind text, set_aside text,
                theme_id text, confidence real, route text, given_theme_id text, given_confidence real, given_route text,
                evidence jsonb)
    join written as note on note.id = given.note_id
    on conflict (municipality_id, note_id, ordinal) do update set
      start_offset = excluded.start_offset, end_offset = excluded.end_offset, kind = excluded.kind,
      set_aside = excluded.set_aside, theme_id = excluded.theme_id, confidence = excluded.confidence, route = excluded.route,
      given_theme_id = excluded.given_theme_id, given_confidence = excluded.given_confidence,
      given_route = excluded.given_route, evidence = excluded.evidence
    where (question.start_offset, question.end_offset, question.kind, question.set_aside, question.theme_id,
           question.confidence, question.route, question.given_theme_id, question.given_confidence, question.given_route,
           question.evidence)
      is distinct from (excluded.start_offset, excluded.end_offset, excluded.kind, excluded.set_aside, excluded.theme_id,
           excluded.confidence, excluded.route, excluded.given_theme_id, excluded.given_confidence, excluded.given_route,
           excluded.evidence)
  `.execute(db);
}

/** Removes what a longer earlier segment list left behind. */
async function dropSurplusSegments(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  notes: readonly ThemedNote[],
): Promise<void> {
  if (notes.length === 0) return;
  const lengths = notes.map((note) => ({ note_id: note.noteId, length: note.segments.length }));
  await sql`
    delete from question using json_to_recordset(${JSON.stringify(lengths)}::json) as given (note_id text, length integer)
    where question.municipality_id = ${municipalityId} and question.note_id = given.note_id
      and question.note_id = any(${notes.map((note) => note.noteId)}::text[]) and question.ordinal >= given.length
  `.execute(db);
}

function rowsOf(note: ThemedNote, layer: CorrectionLayer | undefined) {
  const decided = layer?.decideNote(
    note.segments.map(({ assignment, evidence = [] }) => ({
      given: assignment,
      evidence,
      safetyFlag: note.safetyFlag ?? false,
    })),
  );
  // What is absent is left out of the JSON and read as null: most rows are context, which makes them a third shorter.
  return note.segments.map((segment, ordinal) => ({
    note_id: note.noteId,
    ordinal,
    start_offset: segment.start,
    end_offset: segment.end,
    kind: segment.kind,
    set_aside: segment.setAside,
    theme_id: decided?.[ordinal]?.themeId,
    confidence: decided?.[ordinal]?.confidence ?? 0,
    route: decided?.[ordinal]?.route,
    given_theme_id: segment.assignment?.themeId,
    given_confidence: segment.assignment?.confidence ?? 0,
    given_route: segment.assignment?.route,
    evidence: segment.evidence,
  }));
}

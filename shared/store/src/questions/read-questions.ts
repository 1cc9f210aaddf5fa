import {
  type AreaCode,
  type CaseId,
  type Day,
  type MunicipalityId,
  markSafe,
  type NoteId,
  type QuestionId,
  type SafeText,
  type Segment,
  type TeamCode,
  type Week,
} from "@rode-draad/domain";
import { sql } from "kysely";
import type { NoteState } from "../notes/read-notes.js";
import type { StoreDatabase } from "../open-store.js";
import { openText } from "../text/text-cipher.js";
import { questionIdOf, splitQuestionId } from "./question-id.js";

/** A cut note with its text and segments, as the recogniser reads it. */
export interface NoteWithSegments {
  readonly noteId: NoteId;
  readonly version: number;
  readonly state: NoteState;
  readonly date: Day;
  readonly safetyFlag: boolean;
  readonly text: SafeText;
  /** In the order of the text. */
  readonly segments: readonly (Segment & { readonly questionId: QuestionId })[];
}

/** The notes with these ids that have been cut and still have their text, by id, each with all its segments. */
export async function readQuestionsOfNotes(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  noteIds: readonly NoteId[],
): Promise<NoteWithSegments[]> {
  if (noteIds.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    version: number;
    state: NoteState;
    date: string;
    safety_flag: boolean;
    text: string;
    text_key: string | null;
    segments: (Omit<Segment, "setAside"> & { questionId: string; setAside: NonNullable<Segment["setAside"]> | null })[];
  }>`
    select note.id, note.version, note.state, note.date, note.safety_flag, note.text, note.text_key, coalesce(cut.segments, '[]') as segments
    from case_note as note
    left join lateral (
      select json_agg(json_build_object('questionId', note_id || '.' || ordinal, 'start', start_offset, 'end', end_offset, 'kind', kind,
                                        'setAside', set_aside) order by ordinal) as segments
      from question where municipality_id = note.municipality_id and note_id = note.id
    ) as cut on true
    where note.municipality_id = ${municipalityId} and note.id = any(${[...noteIds]})
      and note.state <> 'received' and note.text is not null
    order by note.id
  `.execute(db);
  return rows.map((row) => ({
    noteId: row.id,
    version: row.version,
    state: row.state,
    date: row.date,
    safetyFlag: row.safety_flag,
    text: markSafe(openText(db, municipalityId, row.id, { text: row.text, textKey: row.text_key })),
    segments: row.segments.map(({ setAside, ...segment }) => (setAside === null ? segment : { ...segment, setAside })),
  }));
}

/** A help question that an emergent theme may claim, or context in which the recogniser saw none. */
export interface UnassignedQuestion {
  readonly id: QuestionId;
  readonly noteId: NoteId;
  readonly noteVersion: number;
  readonly caseId: CaseId;
  readonly date: Day;
  readonly week: Week;
  readonly teamCode: TeamCode;
  readonly areaCode: AreaCode;
  readonly text: SafeText;
  /** Context, or a question whose catalogue theme is certain: it may join a theme and never makes one. */
  readonly joinsOnly?: true;
  /** How sure the machine is of the catalogue theme that it gave; absent when it gave none. */
  readonly confidence?: number;
  /** Of a question that asks: the context right before it in its note, when that is read too. */
  readonly contextBefore?: SafeText;
  /** When its note got its themes. */
  readonly themedAt: Date;
}

/** Where the previous page ended. */
export interface QuestionCursor {
  readonly date: Day;
  readonly id: QuestionId;
}

/** Which unknown questions to read. */
interface UnassignedPage {
  /** Notes of a page at most; a note is read as a whole. */
  readonly notes: number;
  /** The last question of the page before. */
  readonly after?: QuestionCursor;
  /** Also questions whose catalogue theme is less certain than this. */
  readonly doubtedBelow?: number;
  /**
   * Also what may only join a theme: questions whose catalogue theme is certain, and context, but for notes about a safety matter:
   * what is said beside that counts nowhere.
   */
  readonly withJoining?: boolean;
  /** Only of notes that got their themes then or later, so that a run need not read again what the last one read. */
  readonly themedSince?: Date;
}

/**
 * Questions unknown to the machine with their text (what people made of them does not change what it reads), by date and
 * then id, so that the order in which notes arrived does not matter. Those of the next notes that have any; empty when none is
 * left. Cost: linear in the notes of the page, since they are found first, by an index of those that have their text.
 */
export async function readUnassignedQuestions(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  page: UnassignedPage,
): Promise<UnassignedQuestion[]> {
  let after = page.after && { date: page.after.date, id: splitQuestionId(page.after.id).noteId };
  for (;;) {
    const notes = await listNotesWithText(db, municipalityId, page, after);
    after = notes.at(-1);
    if (after === undefined) return [];
    const questions = await readOpenQuestions(
      db,
      municipalityId,
      notes.map(({ id }) => id),
      page,
    );
    if (questions.length > 0) return questions;
  }
}

/** The next notes, by date and then id. */
async function listNotesWithText(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  page: UnassignedPage,
  after: { readonly date: Day; readonly id: NoteId } | undefined,
): Promise<{ readonly date: Day; readonly id: NoteId }[]> {
  let query = db
    .selectFrom("case_note")
    .select(["date", "id"])
    .where("municipality_id", "=", municipalityId)
    .where("text", "is not", null);
  if (page.themedSince !== undefined) query = query.where("state_since", ">=", page.themedSince);
  if (after !== undefined) query = query.where(sql<boolean>`(date, id) > (${after.date}::date, ${after.id})`);
  return await query.orderBy("date").orderBy("id").limit(page.notes).execute();
}

async function readOpenQuestions(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  noteIds: readonly NoteId[],
  page: UnassignedPage,
): Promise<UnassignedQuestion[]> {
  const { doubtedBelow = 0 } = page;
  const rows = await db
    .selectFrom("question")
    .innerJoin("case_note", (join) =>
      join
        .onRef("case_note.municipality_id", "=", "question.municipality_id")
        .onRef("case_note.id", "=", "question.note_id"),
    )
    .select([
      "question.ordinal",
      "question.note_id",
      "case_note.version",
      "question.case_id",
      "question.date",
      "question.week",
    ])
    .select([
      "question.team_code",
      "question.area_code",
      "question.start_offset",
      "question.end_offset",
      "question.kind",
      "question.given_route",
      "question.given_confidence",
      "case_note.text",
      "case_note.text_key",
      "case_note.state_since",
    ])
    .where("question.municipality_id", "=", municipalityId)
    .where(sql<boolean>`question.note_id = any(${[...noteIds]}::text[])`)
    .where((where) =>
      where.or([
        where("question.given_route", "=", "unassigned"),
        where.and([where("question.given_route", "=", "known"), where("question.given_confidence", "<", doubtedBelow)]),
        ...(page.withJoining === true ? [certain, openContext] : []),
      ]),
    )
    .where("case_note.text", "is not", null)
    .$narrowType<{ text: string }>()
    .orderBy("question.date")
    .orderBy("question.note_id")
    .orderBy("question.ordinal")
    .execute();
  // Offsets count UTF-16 units, which JavaScript slices and SQL does not.
  const textOf = (row: (typeof rows)[number]): SafeText =>
    markSafe(
      openText(db, municipalityId, row.note_id, { text: row.text, textKey: row.text_key }).slice(
        row.start_offset,
        row.end_offset,
      ),
    );
  const joinsOnly = (row: (typeof rows)[number]): boolean =>
    row.kind === "context" || (row.given_route === "known" && (row.given_confidence ?? 0) >= doubtedBelow);
  return rows.map((row, index) => {
    const last = rows[index - 1];
    const isAfterContext = last?.kind === "context" && last.note_id === row.note_id && last.ordinal === row.ordinal - 1;
    return {
      id: questionIdOf(row.note_id, row.ordinal),
      noteId: row.note_id,
      noteVersion: row.version,
      caseId: row.case_id,
      date: row.date,
      week: row.week,
      teamCode: row.team_code,
      areaCode: row.area_code,
      text: textOf(row),
      ...(joinsOnly(row) && { joinsOnly: true as const }),
      ...(row.given_route === "known" && row.given_confidence !== null && { confidence: row.given_confidence }),
      ...(isAfterContext && !joinsOnly(row) && { contextBefore: textOf(last) }),
      themedAt: row.state_since,
    };
  });
}

const besideNoSafety = sql`not case_note.safety_flag
  and not exists (select from question as other where other.municipality_id = question.municipality_id
                    and other.note_id = question.note_id and other.route = 'safety')`;

/** A question with a certain catalogue theme, in a note without a safety matter. */
const certain = sql<boolean>`(question.given_route = 'known' and ${besideNoSafety})`;

/** Context of this case and of now, in a note without a safety matter. */
const openContext = sql<boolean>`(
  question.route is null and question.kind = 'context' and question.set_aside is null and ${besideNoSafety}
)`;

import {
  type MunicipalityId,
  markSafe,
  type NoteId,
  type QuestionId,
  type Route,
  type SafeText,
  type ThemeId,
} from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { openText } from "../text/text-cipher.js";
import { questionIdOf, splitQuestionId } from "./question-id.js";

/** A help question with its own stretch of text as long as that is kept, for a person's correction. */
export interface QuestionWithText {
  readonly id: QuestionId;
  readonly noteId: NoteId;
  readonly start: number;
  readonly end: number;
  readonly text?: SafeText;
  /** What counts now, and what the machine gave. */
  readonly themeId: ThemeId | null;
  readonly confidence: number;
  readonly route: Route;
  readonly givenThemeId: ThemeId | null;
  /** The source flagged the note as a safety matter. */
  readonly safetyFlag: boolean;
}

/** The questions with these ids that have a route; in the order of note and place. */
export async function readPointedQuestions(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  questionIds: readonly QuestionId[],
): Promise<QuestionWithText[]> {
  if (questionIds.length === 0) return [];
  const places = questionIds.map(splitQuestionId).filter(({ ordinal }) => Number.isSafeInteger(ordinal));
  return await read(
    db,
    municipalityId,
    sql`(question.note_id, question.ordinal) in (
      select "noteId", ordinal from json_to_recordset(${JSON.stringify(places)}::json) as asked ("noteId" text, ordinal integer)
    )`,
  );
}

/**
 * The questions of one note that have a route, in their order; undefined for a note that is not kept. Empty while the note is
 * still being read.
 */
export async function readQuestionsInNote(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  noteId: NoteId,
): Promise<QuestionWithText[] | undefined> {
  const note = await db
    .selectFrom("case_note")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", noteId)
    .executeTakeFirst();
  return note && (await read(db, municipalityId, sql`question.note_id = ${noteId}`));
}

/** All questions that count as this theme. Cost: linear in the questions of the theme. */
export async function readQuestionsOfTheme(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  themeId: ThemeId,
): Promise<QuestionWithText[]> {
  return await read(db, municipalityId, sql`question.theme_id = ${themeId}`);
}

async function read(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  condition: ReturnType<typeof sql>,
): Promise<QuestionWithText[]> {
  const { rows } = await sql<{
    note_id: string;
    ordinal: number;
    start_offset: number;
    end_offset: number;
    theme_id: string | null;
    confidence: number;
    route: Route;
    given_theme_id: string | null;
    safety_flag: boolean;
    text: string | null;
    text_key: string | null;
  }>`
    select question.note_id, question.ordinal, question.start_offset, question.end_offset, question.theme_id, question.confidence,
           question.route, question.given_theme_id, note.safety_flag, note.text, note.text_key
    from question join case_note as note on note.municipality_id = question.municipality_id and note.id = question.note_id
    where question.municipality_id = ${municipalityId} and question.route is not null and ${condition}
    order by question.note_id, question.ordinal
  `.execute(db);
  return rows.map((row) => ({
    id: questionIdOf(row.note_id, row.ordinal),
    noteId: row.note_id,
    start: row.start_offset,
    end: row.end_offset,
    ...(row.text !== null && {
      text: markSafe(
        openText(db, municipalityId, row.note_id, { text: row.text, textKey: row.text_key }).slice(
          row.start_offset,
          row.end_offset,
        ),
      ),
    }),
    themeId: row.theme_id,
    confidence: row.confidence,
    route: row.route,
    givenThemeId: row.given_theme_id,
    safetyFlag: row.safety_flag,
  }));
}

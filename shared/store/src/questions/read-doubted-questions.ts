import type { DoubtedQuestion, MunicipalityId, ProfessionalId, TeamCode } from "@rode-draad/domain";
import { type RawBuilder, sql } from "kysely";
import { type CountWindow, countableQuestions } from "../counts/countable-questions.js";
import { conditionOf } from "../counts/window-counts.js";
import type { StoreDatabase } from "../open-store.js";
import { questionIdOf } from "./question-id.js";

/** Whose questions: those of teams, or those of one worker. */
export type QuestionsOf = { readonly teamCodes: readonly TeamCode[] } | { readonly professionalId: ProfessionalId };

/** A doubted question that still has its text, with its team. */
export interface StoredDoubt extends DoubtedQuestion {
  readonly teamCode: TeamCode;
}

/**
 * The questions that count in a window, whose theme is less certain than `doubtedBelow` and on which their case's place in a cell rests:
 * a case that has the theme with more certainty elsewhere in its notes stands out of doubt. Notes that the source flagged as a safety
 * matter and notes without their text stay out. In no order; cost: linear in the questions of the window.
 */
export async function readDoubtedQuestions(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  window: CountWindow & { readonly of: QuestionsOf; readonly doubtedBelow: number },
): Promise<StoredDoubt[]> {
  const { rows } = await sql<{
    note_id: string;
    ordinal: number;
    theme_id: string;
    team_code: string;
    confidence: number;
    cases: number;
  }>`
    with counted as (${countableQuestions(municipalityId, window.neverThemeIds, conditionOf(window))}),
    cell as (select theme_id, team_code, count(distinct case_id)::int as cases from counted group by theme_id, team_code),
    surest as (
      select distinct on (theme_id, team_code, case_id) note_id, ordinal, theme_id, team_code, professional_id, confidence
      from counted order by theme_id, team_code, case_id, confidence desc, note_id, ordinal
    )
    select surest.note_id, surest.ordinal, surest.theme_id, surest.team_code, surest.confidence, cell.cases
    from surest join cell on cell.theme_id = surest.theme_id and cell.team_code = surest.team_code
    join case_note as note on note.municipality_id = ${municipalityId} and note.id = surest.note_id
    where surest.confidence < ${window.doubtedBelow} and note.text is not null and not note.safety_flag
      and ${isOf(window.of, "surest")}
  `.execute(db);
  return rows.map((row) => ({
    questionId: questionIdOf(row.note_id, row.ordinal),
    themeId: row.theme_id,
    teamCode: row.team_code,
    confidence: row.confidence,
    cases: row.cases,
  }));
}

/** How many questions count in a window, and the sum of how certain they are. Cost: linear in the questions of the window. */
export async function readCertainty(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  window: CountWindow & { readonly of: QuestionsOf },
): Promise<{ readonly questions: number; readonly sure: number }> {
  const { rows } = await sql<{ questions: number; sure: number }>`
    select count(*)::int as questions, coalesce(sum(confidence), 0)::float8 as sure
    from (${countableQuestions(municipalityId, window.neverThemeIds, conditionOf(window))}) as counted
    where ${isOf(window.of, "counted")}
  `.execute(db);
  return rows[0] ?? { questions: 0, sure: 0 };
}

function isOf(of: QuestionsOf, table: string): RawBuilder<unknown> {
  return "teamCodes" in of
    ? sql`${sql.ref(`${table}.team_code`)} = any(${[...of.teamCodes]}::text[])`
    : sql`${sql.ref(`${table}.professional_id`)} = ${of.professionalId}`;
}

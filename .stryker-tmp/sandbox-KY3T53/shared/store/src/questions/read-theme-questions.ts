import {
  type CaseId,
  type Month,
  type MunicipalityId,
  markSafe,
  type SafeText,
  type ThemeId,
} from "@rode-draad/domain";
import { sql } from "kysely";
import { type CountWindow, countableQuestions } from "../counts/countable-questions.js";
import { conditionOf } from "../counts/window-counts.js";
import type { StoreDatabase } from "../open-store.js";
import { openText } from "../text/text-cipher.js";

/** A question that counts, with its own words. */
export interface ThemeQuestion {
  readonly themeId: ThemeId;
  readonly caseId: CaseId;
  readonly text: SafeText;
}

/**
 * The latest questions of each theme in a window of months whose note still has its text, `perTheme` at most, by theme and
 * then latest first. The safety route and the themes that are never collective stay out. Cost: linear in the questions of
 * the window; the texts of those that are given back only.
 */
export async function readThemeQuestions(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  window: {
    readonly fromMonth: Month;
    readonly toMonth: Month;
    readonly neverThemeIds: readonly ThemeId[];
    readonly perTheme: number;
  },
): Promise<ThemeQuestion[]> {
  const { rows } = await sql<{
    theme_id: string;
    case_id: string;
    start: number;
    end: number;
    note_id: string;
    text: string;
    text_key: string | null;
  }>`
    with latest as (
      select question.theme_id, question.case_id, question.note_id, question.start_offset, question.end_offset,
             row_number() over (partition by question.theme_id
                                order by question.date desc, question.note_id, question.ordinal) as place
      from question
      where question.municipality_id = ${municipalityId}
        and question.month >= ${window.fromMonth} and question.month <= ${window.toMonth}
        and question.kind = 'help-question' and question.set_aside is null
        and question.theme_id is not null and question.route in ('known', 'emergent')
        and question.theme_id <> all(${[...window.neverThemeIds]}::text[])
    )
    select latest.theme_id, latest.case_id, latest.start_offset as start, latest.end_offset as end, latest.note_id, note.text, note.text_key
    from latest
    join case_note as note on note.municipality_id = ${municipalityId} and note.id = latest.note_id
    where latest.place <= ${window.perTheme} and note.text is not null
    order by latest.theme_id, latest.place
  `.execute(db);
  return rows.map((row) => ({
    themeId: row.theme_id,
    caseId: row.case_id,
    // Offsets count UTF-16 units, which JavaScript slices and SQL does not.
    text: markSafe(
      openText(db, municipalityId, row.note_id, { text: row.text, textKey: row.text_key }).slice(row.start, row.end),
    ),
  }));
}

/** The themes of a window of months whose questions have no text any more, in order. Linear in the questions of the window. */
export async function listThemesWithoutText(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  window: CountWindow,
): Promise<ThemeId[]> {
  const { rows } = await sql<{ theme_id: string }>`
    select counted.theme_id
    from (${countableQuestions(municipalityId, window.neverThemeIds, conditionOf(window))}) as counted
    join case_note as note on note.municipality_id = ${municipalityId} and note.id = counted.note_id
    group by counted.theme_id having count(note.text) = 0
    order by counted.theme_id
  `.execute(db);
  return rows.map((row) => row.theme_id);
}

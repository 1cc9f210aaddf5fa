import type { AreaCode, Month, MunicipalityId, TeamCode, ThemeId } from "@rode-draad/domain";
import { type RawBuilder, sql } from "kysely";

/** Which parts of the municipality a count is about: everything, each wijk, each team, each pair of the two. */
export type ScopeKind = "all" | "area" | "team" | "area-team";

/** A stretch of months and a part of the municipality. Absent means all. */
export interface CountWindow {
  readonly fromMonth: Month;
  readonly toMonth: Month;
  readonly areaCode?: AreaCode;
  readonly teamCode?: TeamCode;
  readonly themeIds?: readonly ThemeId[];
  /** Themes that are never collective. Required, so that nobody forgets to leave them out. */
  readonly neverThemeIds: readonly ThemeId[];
}

/**
 * The one definition of what counts, as `note_id, ordinal, theme_id, confidence, case_id, professional_id, date, month, week, area_code, team_code`: help
 * questions of now and of this case, with a theme, outside the safety route and the themes that are never collective. The
 * theme of a question already follows merges and corrections.
 */
export function countableQuestions(
  municipalityId: MunicipalityId,
  neverThemeIds: readonly ThemeId[],
  condition: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    select question.note_id, question.ordinal, question.theme_id, question.confidence, question.case_id, question.professional_id, question.date, question.month, question.week,
           question.area_code, question.team_code
    from question
    where question.municipality_id = ${municipalityId}
      and question.kind = 'help-question' and question.set_aside is null
      and question.theme_id is not null and question.route in ('known', 'emergent')
      and question.theme_id <> all(${[...neverThemeIds]}::text[])
      and ${condition}
  `;
}

/**
 * What makes a case an active one: a help question that may be counted, with or without a theme. The safety route and the themes
 * that are never collective stay out.
 */
export function isActive(neverThemeIds: readonly ThemeId[]): RawBuilder<unknown> {
  return sql`(kind = 'help-question' and set_aside is null and route in ('known', 'emergent', 'unassigned')
    and (theme_id is null or theme_id <> all(${[...neverThemeIds]}::text[])))`;
}

/** Grouping sets for the four kinds of scope, each with the given columns. */
export function groupingSets(columns: string, scopes: readonly ScopeKind[]): RawBuilder<unknown> {
  const sets: Record<ScopeKind, string> = {
    all: `(${columns})`,
    area: `(${columns}, area_code)`,
    team: `(${columns}, team_code)`,
    "area-team": `(${columns}, area_code, team_code)`,
  };
  return sql.raw(`grouping sets (${scopes.map((scope) => sets[scope]).join(", ")})`);
}

export const ALL_SCOPES: readonly ScopeKind[] = ["all", "area", "team", "area-team"];

/** Turns the store's empty strings into absent fields. */
export function scopeOf(row: { area_code: string; team_code: string }): { areaCode?: AreaCode; teamCode?: TeamCode } {
  return {
    ...(row.area_code !== "" && { areaCode: row.area_code }),
    ...(row.team_code !== "" && { teamCode: row.team_code }),
  };
}

import type { Month, MunicipalityId, Scope, ThemeId } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { isActive, scopeOf } from "./countable-questions.js";

/** What stands behind the theme counts of a scope. Exact working numbers: they leave only through the release gate. */
export interface ScopeTotal extends Scope {
  /** Distinct cases with a help question that may be counted, with or without a theme. */
  readonly cases: number;
  /** Those of them with at least one theme. */
  readonly casesWithTheme: number;
  /** Distinct professionals. Only ever compared with a minimum, never shown. */
  readonly professionals: number;
}

/**
 * Totals over a window of months for the whole municipality, each area and each team; the safety route and the themes that
 * are never collective stay out. Straight from the questions, so never stale. Cost: linear in the questions of the window.
 *
 * Distinct by hashing what stands together, twice: `count(distinct)` sorts all questions for each kind of scope, which took the database
 * three times as long.
 */
export async function readScopeTotals(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  window: { readonly fromMonth: Month; readonly toMonth: Month; readonly neverThemeIds: readonly ThemeId[] },
): Promise<ScopeTotal[]> {
  const { rows } = await sql<{
    area_code: string;
    team_code: string;
    cases: number;
    cases_with_theme: number;
    professionals: number;
  }>`
    with asked as materialized (
      select area_code, team_code, case_id, professional_id, bool_or(theme_id is not null) as has_theme
      from question
      where municipality_id = ${municipalityId} and month >= ${window.fromMonth} and month <= ${window.toMonth}
        and ${isActive(window.neverThemeIds)}
      group by area_code, team_code, case_id, professional_id
    )
    select coalesce(area_code, '') as area_code, coalesce(team_code, '') as team_code,
           count(case_id)::int as cases,
           (count(case_id) filter (where has_theme))::int as cases_with_theme,
           count(professional_id)::int as professionals
    from (
      -- A row for each case of a scope, and one for each professional.
      select area_code, team_code, case_id, professional_id, bool_or(has_theme) as has_theme
      from asked
      group by grouping sets ((), (area_code), (team_code)), grouping sets ((case_id), (professional_id))
    ) as distinct_ones
    group by area_code, team_code
    order by 1, 2
  `.execute(db);
  return rows.map((row) => ({
    cases: row.cases,
    casesWithTheme: row.cases_with_theme,
    professionals: row.professionals,
    ...scopeOf(row),
  }));
}

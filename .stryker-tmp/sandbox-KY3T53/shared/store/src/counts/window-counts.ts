import type { Day, Month, MunicipalityId, Scope, ThemeId } from "@rode-draad/domain";
import { type RawBuilder, sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import {
  ALL_SCOPES,
  type CountWindow,
  countableQuestions,
  groupingSets,
  type ScopeKind,
  scopeOf,
} from "./countable-questions.js";

/** Distinct cases of a theme in a scope over a window of months. They do not follow from month counts: a case may stand in several. */
export interface WindowCount extends Scope {
  readonly themeId: ThemeId;
  readonly cases: number;
  readonly professionals: number;
  /** First and last contact in the window. */
  readonly firstDate: Day;
  readonly lastDate: Day;
}

/** Counts straight from the questions, so it is never stale. By theme, area and team. Cost: linear in the questions of the window. */
export async function readWindowCounts(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  window: CountWindow & { readonly scopes?: readonly ScopeKind[] },
): Promise<WindowCount[]> {
  const scopes = window.scopes ?? ALL_SCOPES;
  const { rows } = await sql<{
    theme_id: string;
    area_code: string;
    team_code: string;
    cases: number;
    professionals: number;
    first_date: string;
    last_date: string;
  }>`
    select theme_id, ${scopeColumn("area_code", scopes, ["area", "area-team"])} as area_code,
           ${scopeColumn("team_code", scopes, ["team", "area-team"])} as team_code,
           count(distinct case_id)::int as cases, count(distinct professional_id)::int as professionals,
           min(date) as first_date, max(date) as last_date
    from (${countableQuestions(municipalityId, window.neverThemeIds, conditionOf(window))}) as counted
    group by ${groupingSets("theme_id", scopes)}
    order by 1, 2, 3
  `.execute(db);
  return rows.map((row) => ({
    themeId: row.theme_id,
    cases: row.cases,
    professionals: row.professionals,
    firstDate: row.first_date,
    lastDate: row.last_date,
    ...scopeOf(row),
  }));
}

/** Distinct cases with a countable question in the window; with `themeIds`, with any of those themes. */
export async function countCases(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  window: CountWindow,
): Promise<number> {
  return await countDistinct(db, municipalityId, window, sql`case_id`);
}

/** Distinct professionals behind the countable questions in the window. Only ever compared with a minimum, never shown. */
export async function countProfessionals(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  window: CountWindow,
): Promise<number> {
  return await countDistinct(db, municipalityId, window, sql`professional_id`);
}

/** The first and the last month with a note. Undefined before the first import. */
export async function readMonthRange(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
): Promise<{ readonly first: Month; readonly last: Month } | undefined> {
  const { rows } = await sql<{ first: string | null; last: string | null }>`
    select to_char(min(date), 'YYYY-MM') as first, to_char(max(date), 'YYYY-MM') as last
    from case_note where municipality_id = ${municipalityId}
  `.execute(db);
  const { first, last } = rows[0] ?? { first: null, last: null };
  return first === null || last === null ? undefined : { first, last };
}

/** A column that no grouping set holds may not be named in the selection. */
function scopeColumn(column: string, scopes: readonly ScopeKind[], holders: readonly ScopeKind[]): RawBuilder<unknown> {
  return holders.some((holder) => scopes.includes(holder)) ? sql`coalesce(${sql.ref(column)}, '')` : sql`''::text`;
}

async function countDistinct(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  window: CountWindow,
  column: RawBuilder<unknown>,
): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    select count(distinct ${column})::int as number
    from (${countableQuestions(municipalityId, window.neverThemeIds, conditionOf(window))}) as counted
  `.execute(db);
  return rows[0]?.number ?? 0;
}

/** The condition for `countableQuestions` that keeps to a window. */
export function conditionOf(window: CountWindow): RawBuilder<unknown> {
  const parts = [sql`question.month >= ${window.fromMonth}`, sql`question.month <= ${window.toMonth}`];
  if (window.areaCode !== undefined) parts.push(sql`question.area_code = ${window.areaCode}`);
  if (window.teamCode !== undefined) parts.push(sql`question.team_code = ${window.teamCode}`);
  if (window.themeIds !== undefined) {
    parts.push(sql`question.theme_id = any(${[...window.themeIds]}::text[])`);
  }
  return sql.join(parts, sql` and `);
}

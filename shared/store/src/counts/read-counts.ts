import type { AreaCode, Month, MonthCount, MunicipalityId, ThemeId, Week, WeekCount } from "@rode-draad/domain";
import { type RawBuilder, sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { type ScopeKind, scopeOf } from "./countable-questions.js";

/** Which counts to read. Absent means all; `scopes` picks the kinds of scope. */
export interface CountFilter {
  readonly themeIds?: readonly ThemeId[];
  readonly areaCode?: string;
  readonly teamCode?: string;
  readonly scopes?: readonly ScopeKind[];
}

/**
 * The counts as of the last recounting, by theme, month, area and team. Exact working numbers: they leave only through the
 * release gate. A missing cell is zero.
 */
export async function readMonthCounts(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  filter: CountFilter & { readonly fromMonth: Month; readonly toMonth: Month },
): Promise<MonthCount[]> {
  let query = db
    .selectFrom("month_count")
    .select(["theme_id", "month", "area_code", "team_code", "cases", "professionals"])
    .where("municipality_id", "=", municipalityId)
    .where("month", ">=", filter.fromMonth)
    .where("month", "<=", filter.toMonth);
  if (filter.themeIds !== undefined) query = query.where("theme_id", "in", [...filter.themeIds, ""]);
  if (filter.areaCode !== undefined) query = query.where("area_code", "=", filter.areaCode);
  if (filter.teamCode !== undefined) query = query.where("team_code", "=", filter.teamCode);
  if (filter.scopes !== undefined) query = query.where(inScopes(filter.scopes));
  const rows = await query.orderBy("theme_id").orderBy("month").orderBy("area_code").orderBy("team_code").execute();
  return rows.map((row) => ({
    themeId: row.theme_id,
    month: row.month,
    cases: row.cases,
    professionals: row.professionals,
    ...scopeOf(row),
  }));
}

/** As `readMonthCounts`, per ISO week. */
export async function readWeekCounts(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  filter: CountFilter & { readonly fromWeek: Week; readonly toWeek: Week },
): Promise<WeekCount[]> {
  let query = db
    .selectFrom("week_count")
    .select(["theme_id", "week", "area_code", "team_code", "cases"])
    .where("municipality_id", "=", municipalityId)
    .where("week", ">=", filter.fromWeek)
    .where("week", "<=", filter.toWeek);
  if (filter.themeIds !== undefined) query = query.where("theme_id", "in", [...filter.themeIds, ""]);
  if (filter.areaCode !== undefined) query = query.where("area_code", "=", filter.areaCode);
  if (filter.teamCode !== undefined) query = query.where("team_code", "=", filter.teamCode);
  if (filter.scopes !== undefined) query = query.where(inScopes(filter.scopes));
  const rows = await query.orderBy("theme_id").orderBy("week").orderBy("area_code").orderBy("team_code").execute();
  return rows.map((row) => ({ themeId: row.theme_id, week: row.week, cases: row.cases, ...scopeOf(row) }));
}

/** Distinct cases with a help question in a wijk and month, as of the last recounting; a month without any is left out. Exact too. */
export interface MonthTotal {
  readonly month: Month;
  readonly areaCode: AreaCode;
  readonly cases: number;
}

export async function readMonthTotals(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  span: { readonly fromMonth: Month; readonly toMonth: Month },
): Promise<MonthTotal[]> {
  const rows = await db
    .selectFrom("month_total")
    .select(["month", "area_code", "cases"])
    .where("municipality_id", "=", municipalityId)
    .where("month", ">=", span.fromMonth)
    .where("month", "<=", span.toMonth)
    .orderBy("month")
    .orderBy("area_code")
    .execute();
  return rows.map((row) => ({ month: row.month, areaCode: row.area_code, cases: row.cases }));
}

/** Asked of the database, since most rows of many wijken and teams are pairs of the two. */
const IN_SCOPE: { readonly [Kind in ScopeKind]: RawBuilder<boolean> } = {
  all: sql`(area_code = '' and team_code = '')`,
  area: sql`(area_code <> '' and team_code = '')`,
  team: sql`(area_code = '' and team_code <> '')`,
  "area-team": sql`(area_code <> '' and team_code <> '')`,
};

function inScopes(scopes: readonly ScopeKind[]): RawBuilder<boolean> {
  return sql`(${sql.join([sql`false`, ...scopes.map((scope) => IN_SCOPE[scope])], sql` or `)})`;
}

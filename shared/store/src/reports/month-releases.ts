import type { Month, MunicipalityId, Scope, ThemeId } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";

/** The record of one month's release, as the release gate made it. The store does not look inside. */
export interface MonthRelease {
  readonly month: Month;
  readonly record: unknown;
}

/** Stores the record of a month in place of the earlier one, and its released cells by theme beside it. One transaction. */
export async function saveMonthRelease(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  audience: string,
  release: MonthRelease,
): Promise<void> {
  const record = JSON.stringify(release.record);
  await inTransaction(db, async (transaction) => {
    await transaction
      .insertInto("month_release")
      .values({ municipality_id: municipalityId, audience, month: release.month, record })
      .onConflict((conflict) => conflict.columns(["municipality_id", "audience", "month"]).doUpdateSet({ record }))
      .execute();
    await sql`
      delete from theme_release
      where municipality_id = ${municipalityId} and audience = ${audience} and month = ${release.month}
    `.execute(transaction);
    await sql`
      insert into theme_release (municipality_id, audience, month, theme_id, span, released)
      select * from theme_releases_of(${municipalityId}, ${audience}, ${release.month}, ${record}::jsonb)
    `.execute(transaction);
  });
}

/** The record of this very month; undefined when the month was not released. */
export async function readMonthRelease(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  audience: string,
  month: Month,
): Promise<MonthRelease | undefined> {
  return await db
    .selectFrom("month_release")
    .select(["month", "record"])
    .where("municipality_id", "=", municipalityId)
    .where("audience", "=", audience)
    .where("month", "=", month)
    .executeTakeFirst();
}

/** The latest record before this month: what a reader may subtract the month from. */
export async function readReleaseBefore(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  audience: string,
  month: Month,
): Promise<MonthRelease | undefined> {
  return await db
    .selectFrom("month_release")
    .select(["month", "record"])
    .where("municipality_id", "=", municipalityId)
    .where("audience", "=", audience)
    .where("month", "<", month)
    .orderBy("month", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** All records from first to last, oldest first. */
export async function listMonthReleases(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  audience: string,
  months: { readonly from: Month; readonly to: Month },
): Promise<MonthRelease[]> {
  return await db
    .selectFrom("month_release")
    .select(["month", "record"])
    .where("municipality_id", "=", municipalityId)
    .where("audience", "=", audience)
    .where("month", ">=", months.from)
    .where("month", "<=", months.to)
    .orderBy("month")
    .execute();
}

/** Which cells of a month are asked for: of one place, and of these themes. */
export interface CellsAsked extends Scope {
  readonly themeIds: readonly ThemeId[];
}

/**
 * The records from first to last, oldest first, with only the released cells that were asked for and without what they were released
 * from: for a line over months, which needs a few of a record's thousands of cells. Cost: linear in the themes and months asked for.
 */
export async function listReleasedCells(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  audience: string,
  months: { readonly from: Month; readonly to: Month },
  { areaCode, teamCode, themeIds }: CellsAsked,
): Promise<MonthRelease[]> {
  const { rows } = await sql<{ month: string; span: unknown; released: unknown }>`
    select of_month.month, of_month.span, coalesce((
      select jsonb_agg(cell order by of_theme.theme_id collate "C")
      from theme_release as of_theme, jsonb_array_elements(of_theme.released) as cell
      where of_theme.municipality_id = of_month.municipality_id and of_theme.audience = of_month.audience
        and of_theme.month = of_month.month and of_theme.theme_id = any(${[...themeIds]}::text[])
        and cell->>'areaCode' is not distinct from ${areaCode ?? null}::text
        and cell->>'teamCode' is not distinct from ${teamCode ?? null}::text
    ), '[]') as released
    from theme_release as of_month
    where of_month.municipality_id = ${municipalityId} and of_month.audience = ${audience} and of_month.theme_id = ''
      and of_month.month >= ${months.from} and of_month.month <= ${months.to}
    order by of_month.month
  `.execute(db);
  return rows.map(({ month, span: window, released }) => ({
    month,
    record: { audience, window, cells: [], released },
  }));
}

import type { Month, MunicipalityId, Scope, ThemeId } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";

/** The record of one month's release, as the release gate made it. The store does not look inside. */
export interface MonthRelease {
  readonly month: Month;
  readonly record: unknown;
}

/** Stores the record of a month in place of the earlier one. */
export async function saveMonthRelease(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  audience: string,
  release: MonthRelease,
): Promise<void> {
  const record = JSON.stringify(release.record);
  await db
    .insertInto("month_release")
    .values({ municipality_id: municipalityId, audience, month: release.month, record })
    .onConflict((conflict) => conflict.columns(["municipality_id", "audience", "month"]).doUpdateSet({ record }))
    .execute();
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
 * from: for a line over months, which needs a few of a record's thousands of cells. Cost: linear in the cells of the months, in the
 * database.
 */
export async function listReleasedCells(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  audience: string,
  months: { readonly from: Month; readonly to: Month },
  { areaCode, teamCode, themeIds }: CellsAsked,
): Promise<MonthRelease[]> {
  const { rows } = await sql<{ month: string; window: unknown; released: unknown }>`
    select month, record->'window' as window, coalesce((
      select jsonb_agg(cell order by place)
      from jsonb_array_elements((record->'released')::jsonb) with ordinality as each (cell, place)
      where cell->>'themeId' = any(${[...themeIds]}::text[])
        and cell->>'areaCode' is not distinct from ${areaCode ?? null}::text
        and cell->>'teamCode' is not distinct from ${teamCode ?? null}::text
    ), '[]') as released
    from month_release
    where municipality_id = ${municipalityId} and audience = ${audience}
      and month >= ${months.from} and month <= ${months.to}
    order by month
  `.execute(db);
  return rows.map(({ month, window, released }) => ({ month, record: { audience, window, cells: [], released } }));
}

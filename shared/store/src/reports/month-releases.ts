import type { Month, MunicipalityId } from "@rode-draad/domain";
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

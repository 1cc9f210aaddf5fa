import type { Month, MunicipalityId } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";

/** A month whose questions changed since it was counted. `mark` tells this marking from a later one. */
export interface StaleMonth {
  readonly month: Month;
  readonly since: Date;
  readonly mark: number;
}

/**
 * Marks months for recounting, in the same transaction as the change. A month that was marked already gets a new mark; a closed
 * one (`Retention.pairsFrom`) is left out, since nobody knows any more which cases it counted.
 */
export async function markMonthsStale(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  months: readonly Month[],
  now: Date,
): Promise<void> {
  if (months.length === 0) return;
  await sql`
    insert into stale_month (municipality_id, month, since)
    select distinct ${municipalityId}, month, ${now}::timestamptz from unnest(${[...months]}::text[]) as month
    where month >= (select pairs_from from municipality where id = ${municipalityId}) order by month
    on conflict (municipality_id, month) do update set since = excluded.since, mark = excluded.mark
  `.execute(db);
}

/** Oldest month first. List before counting, and clear with what was listed. */
export async function listStaleMonths(db: StoreDatabase, municipalityId: MunicipalityId): Promise<StaleMonth[]> {
  return await db
    .selectFrom("stale_month")
    .select(["month", "since", "mark"])
    .where("municipality_id", "=", municipalityId)
    .orderBy("month")
    .execute();
}

/** Clears the given markings. A month that was marked again since it was listed stays: its count missed that change. */
export async function clearStaleMonths(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  months: readonly StaleMonth[],
): Promise<void> {
  if (months.length === 0) return;
  await sql`
    delete from stale_month
    where municipality_id = ${municipalityId} and mark = any(${months.map((month) => month.mark)}::bigint[])
  `.execute(db);
}

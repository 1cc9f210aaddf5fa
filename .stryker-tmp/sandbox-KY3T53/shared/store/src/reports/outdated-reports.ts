import type { Month, MunicipalityId } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";

/** A month whose reports must be made anew. `mark` tells this marking from a later one. */
export interface OutdatedReport {
  readonly month: Month;
  readonly mark: number;
}

/** Marks the reports of these months as outdated. A month that was marked already gets a new mark. */
export async function markReportsOutdated(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  months: readonly Month[],
): Promise<void> {
  if (months.length === 0) return;
  await sql`
    insert into outdated_report (municipality_id, month)
    select distinct ${municipalityId}, month from unnest(${[...months]}::text[]) as month order by month
    on conflict (municipality_id, month) do update set mark = excluded.mark
  `.execute(db);
}

/** Oldest month first. List before making the reports, and clear with what was listed. */
export async function listOutdatedReports(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
): Promise<OutdatedReport[]> {
  return await db
    .selectFrom("outdated_report")
    .select(["month", "mark"])
    .where("municipality_id", "=", municipalityId)
    .orderBy("month")
    .execute();
}

/** Clears the given markings; a month that was marked again since it was listed stays. */
export async function clearOutdatedReports(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  months: readonly OutdatedReport[],
): Promise<void> {
  if (months.length === 0) return;
  await sql`
    delete from outdated_report
    where municipality_id = ${municipalityId} and mark = any(${months.map((month) => month.mark)}::bigint[])
  `.execute(db);
}

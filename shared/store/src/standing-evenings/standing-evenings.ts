import type { Month, MunicipalityId, StandingEvening } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** Adds an evening that was agreed on. The same id twice counts once. */
export async function addStandingEvening(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  evening: StandingEvening,
  now: Date,
): Promise<void> {
  await db
    .insertInto("standing_evening")
    .values({
      municipality_id: municipalityId,
      id: evening.id,
      organisation_id: evening.organisationId,
      week: evening.rhythm.week,
      weekday: evening.rhythm.weekday,
      starts_at: evening.from,
      ends_at: evening.until,
      location: evening.location,
      contact: JSON.stringify(evening.contact),
      first_month: evening.firstMonth,
      skipped_months: [...evening.skippedMonths],
      is_running: evening.isRunning,
      revision: evening.revision,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(["municipality_id", "id"]).doNothing())
    .execute();
}

/** Changes what was agreed, and raises the revision by which a calendar knows. Undefined when there is no such evening. */
export async function changeStandingEvening(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  id: string,
  change: { readonly skippedMonths?: readonly Month[]; readonly isRunning?: boolean },
): Promise<StandingEvening | undefined> {
  await db
    .updateTable("standing_evening")
    .set((builder) => ({
      ...(change.skippedMonths !== undefined && { skipped_months: [...change.skippedMonths] }),
      ...(change.isRunning !== undefined && { is_running: change.isRunning }),
      revision: builder("revision", "+", 1),
    }))
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .execute();
  return await readStandingEvening(db, municipalityId, id);
}

export async function readStandingEvening(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  id: string,
): Promise<StandingEvening | undefined> {
  const row = await select(db, municipalityId).where("id", "=", id).executeTakeFirst();
  return row && toEvening(row);
}

/** Those that run first, the oldest first. */
export async function listStandingEvenings(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
): Promise<StandingEvening[]> {
  const rows = await select(db, municipalityId)
    .orderBy("is_running", "desc")
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(toEvening);
}

function select(db: StoreDatabase, municipalityId: MunicipalityId) {
  return db
    .selectFrom("standing_evening")
    .select([
      "id",
      "organisation_id",
      "week",
      "weekday",
      "starts_at",
      "ends_at",
      "location",
      "contact",
      "first_month",
      "skipped_months",
      "is_running",
      "revision",
    ])
    .where("municipality_id", "=", municipalityId);
}

function toEvening(row: Awaited<ReturnType<ReturnType<typeof select>["execute"]>>[number]): StandingEvening {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    rhythm: { week: row.week, weekday: row.weekday },
    from: row.starts_at,
    until: row.ends_at,
    location: row.location,
    contact: row.contact,
    firstMonth: row.first_month,
    skippedMonths: row.skipped_months,
    isRunning: row.is_running,
    revision: row.revision,
  };
}

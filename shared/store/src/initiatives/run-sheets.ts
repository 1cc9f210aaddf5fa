import { inOrderOfTime, type MunicipalityId, type RunSheet } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** Undefined when nobody wrote one for this initiative. */
export async function readRunSheet(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  initiativeId: string,
): Promise<RunSheet | undefined> {
  const row = await db
    .selectFrom("run_sheet")
    .select(["steps", "copied_from"])
    .where("municipality_id", "=", municipalityId)
    .where("initiative_id", "=", initiativeId)
    .executeTakeFirst();
  return row && { steps: row.steps, ...(row.copied_from !== null && { copiedFrom: row.copied_from }) };
}

/** Keeps the sheet in the place of the one before; no steps at all leave the form's own sheet again. */
export async function saveRunSheet(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  initiativeId: string,
  { steps, copiedFrom }: RunSheet,
  now: Date,
): Promise<void> {
  if (steps.length === 0) {
    await db
      .deleteFrom("run_sheet")
      .where("municipality_id", "=", municipalityId)
      .where("initiative_id", "=", initiativeId)
      .execute();
    return;
  }
  const content = { steps: JSON.stringify(inOrderOfTime(steps)), copied_from: copiedFrom ?? null, saved_at: now };
  await db
    .insertInto("run_sheet")
    .values({ municipality_id: municipalityId, initiative_id: initiativeId, ...content })
    .onConflict((conflict) => conflict.columns(["municipality_id", "initiative_id"]).doUpdateSet(content))
    .execute();
}

/** The initiatives for which somebody wrote a sheet. */
export async function listRunSheetIds(db: StoreDatabase, municipalityId: MunicipalityId): Promise<string[]> {
  const rows = await db
    .selectFrom("run_sheet")
    .select("initiative_id")
    .where("municipality_id", "=", municipalityId)
    .orderBy("initiative_id")
    .execute();
  return rows.map((row) => row.initiative_id);
}

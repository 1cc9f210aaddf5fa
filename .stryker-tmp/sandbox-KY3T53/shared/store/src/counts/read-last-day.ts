import type { Day, MunicipalityId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** The day of the latest note; undefined before the first import. */
export async function readLastDay(db: StoreDatabase, municipalityId: MunicipalityId): Promise<Day | undefined> {
  const { last } = await db
    .selectFrom("case_note")
    .select((builder) => builder.fn.max("date").as("last"))
    .where("municipality_id", "=", municipalityId)
    .executeTakeFirstOrThrow();
  return last ?? undefined;
}

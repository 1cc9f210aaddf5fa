import type { ErasureFacts, MunicipalityId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** Writes down that something was erased. The caller holds the transaction of the erasure itself. */
export async function addErasure(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  facts: ErasureFacts,
): Promise<void> {
  await db
    .insertInto("erasure")
    .values({ municipality_id: municipalityId, facts: JSON.stringify(facts) })
    .execute();
}

/** What was erased, the latest first. */
export async function listErasures(db: StoreDatabase, municipalityId: MunicipalityId): Promise<ErasureFacts[]> {
  const rows = await db
    .selectFrom("erasure")
    .select("facts")
    .where("municipality_id", "=", municipalityId)
    .orderBy("number", "desc")
    .execute();
  return rows.map((row) => row.facts);
}

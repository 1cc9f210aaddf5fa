import type { MunicipalityId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** A colleague carries it no more. The others do. */
export async function leaveInitiative(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  initiativeId: string,
  accountId: string,
): Promise<void> {
  await db
    .deleteFrom("initiative_carrier")
    .where("municipality_id", "=", municipalityId)
    .where("initiative_id", "=", initiativeId)
    .where("account_id", "=", accountId)
    .execute();
}

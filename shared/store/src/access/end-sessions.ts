import type { MunicipalityId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** Ends every session of an account. */
export async function endSessionsOf(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  accountId: string,
): Promise<void> {
  await db
    .deleteFrom("session")
    .where("municipality_id", "=", municipalityId)
    .where("account_id", "=", accountId)
    .execute();
}

import type { MunicipalityId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";
import { type Invitation, inviteAgain } from "./accounts.js";
import { endSessionsOf } from "./end-sessions.js";
import { deleteSecondFactor } from "./second-factor.js";

/**
 * For somebody who lost telephone and recovery codes: takes second factor and password away, ends every session, and leaves a one-time
 * link to start anew. The password goes too, since whoever knows it could set up an app of their own. Gives the id of the account;
 * throws `account-unknown`.
 */
export async function resetSecondFactor(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  login: string,
  invitation: Invitation,
): Promise<string> {
  return await inTransaction(db, async (transaction) => {
    const id = await inviteAgain(transaction, municipalityId, login, invitation);
    await transaction
      .updateTable("account")
      .set({ password_hash: null })
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", id)
      .execute();
    await deleteSecondFactor(transaction, municipalityId, id);
    await endSessionsOf(transaction, municipalityId, id);
    return id;
  });
}

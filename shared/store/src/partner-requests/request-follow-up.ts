import type { MunicipalityId, PartnerMessage } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";
import { addPartnerMessage } from "../partner-messages/partner-messages.js";
import { inTransaction } from "../transaction.js";

/**
 * Puts one reminder of these requests in the outbox and notes it down with them, both or neither. False, and nothing is kept,
 * when one of them was answered, withdrawn, reminded of or taken further in the meantime: the next run looks again.
 */
export async function remindOnce(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  requestIds: readonly string[],
  reminder: { readonly aboutId: string; readonly message: PartnerMessage },
  now: Date,
): Promise<boolean> {
  return await followUp(db, municipalityId, requestIds, "reminded_at", reminder, now);
}

/**
 * Notes down that the sender is told that nobody answers, once, with the mail that tells it where there is a mail server.
 * False when that was done before or an answer came.
 */
export async function tellSenderOnce(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  requestId: string,
  notice: PartnerMessage | undefined,
  now: Date,
): Promise<boolean> {
  const told = notice && { aboutId: requestId, message: notice };
  return await followUp(db, municipalityId, [requestId], "told_at", told, now);
}

async function followUp(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  requestIds: readonly string[],
  mark: "reminded_at" | "told_at",
  outgoing: { readonly aboutId: string; readonly message: PartnerMessage } | undefined,
  now: Date,
): Promise<boolean> {
  return await inTransaction(db, async (transaction) => {
    const ready = await transaction
      .selectFrom("partner_request as request")
      .select("request.id")
      .where("request.municipality_id", "=", municipalityId)
      .where("request.id", "in", requestIds)
      .where("request.state", "=", "sent")
      .where("request.withdrawn_at", "is", null)
      .where(`request.${mark}`, "is", null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("partner_link as link")
              .select("link.request_id")
              .whereRef("link.municipality_id", "=", "request.municipality_id")
              .whereRef("link.request_id", "=", "request.id")
              .where("link.used_at", "is not", null),
          ),
        ),
      )
      .forUpdate("request")
      .execute();
    if (ready.length !== requestIds.length) return false;
    await transaction
      .updateTable("partner_request")
      .set({ [mark]: now })
      .where("municipality_id", "=", municipalityId)
      .where("id", "in", requestIds)
      .execute();
    if (outgoing !== undefined) {
      await addPartnerMessage(transaction, municipalityId, outgoing.aboutId, outgoing.message, now);
    }
    return true;
  });
}

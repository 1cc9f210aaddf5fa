import {
  listPartnerMessages,
  readPartnerOrganisation,
  readPartnerRequest,
  readStandingEvening,
  retryMessage,
  retryRequest,
  type StoreDatabase,
} from "@rode-draad/store";
import type { Product } from "../open-product.js";

/** What waits again. */
export interface Retried {
  readonly requestIds: readonly string[];
  readonly messageIds: readonly string[];
}

/**
 * Lets wait again what could not be delivered about these requests or standing evenings: the requests themselves and the messages
 * about them, for the address that the partner has in the list now. Ask for its delivery once that stands.
 */
export async function retryDelivery(
  { municipalityId, clock }: Pick<Product, "municipalityId" | "clock">,
  db: StoreDatabase,
  aboutIds: readonly string[],
): Promise<Retried> {
  const requestIds: string[] = [];
  const messageIds: string[] = [];
  for (const aboutId of aboutIds) {
    const about =
      (await readPartnerRequest(db, municipalityId, aboutId)) ??
      (await readStandingEvening(db, municipalityId, aboutId));
    const organisation =
      about?.organisationId === undefined
        ? undefined
        : await readPartnerOrganisation(db, municipalityId, about.organisationId);
    const address = organisation?.channel === "mail" ? organisation.email : undefined;
    if (await retryRequest(db, municipalityId, aboutId, address, clock())) requestIds.push(aboutId);
    for (const { message, state } of await listPartnerMessages(db, municipalityId, [aboutId])) {
      if (state !== "failed") continue;
      if (await retryMessage(db, municipalityId, message.id, address, clock())) messageIds.push(message.id);
    }
  }
  return { requestIds, messageIds };
}

/** Asks for the delivery of what waits again. */
export async function askAgain(
  { queue, municipalityId }: Pick<Product, "queue" | "municipalityId">,
  { requestIds, messageIds }: Retried,
): Promise<void> {
  for (const requestId of requestIds) {
    await queue.hints.enqueue("delivery", { municipalityId, requestId }, { dedupeId: requestId });
  }
  for (const messageId of messageIds) {
    await queue.hints.enqueue("messages", { municipalityId, messageId }, { dedupeId: messageId });
  }
}

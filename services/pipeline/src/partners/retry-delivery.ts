import {
  listPartnerMessages,
  readPartnerOrganisation,
  readPartnerRequest,
  readStandingEvening,
  retryMessage,
  retryRequest,
} from "@rode-draad/store";
import type { Product } from "../open-product.js";

/**
 * Tries again what could not be delivered about a request or a standing evening: the request itself and the messages about
 * it, to the address that the partner has in the list now. Gives how many wait again.
 */
export async function retryDelivery(product: Product, aboutId: string): Promise<number> {
  const { store, municipalityId, clock, queue } = product;
  const about =
    (await readPartnerRequest(store.db, municipalityId, aboutId)) ??
    (await readStandingEvening(store.db, municipalityId, aboutId));
  const organisation =
    about?.organisationId === undefined
      ? undefined
      : await readPartnerOrganisation(store.db, municipalityId, about.organisationId);
  const address = organisation?.channel === "mail" ? organisation.email : undefined;
  let waiting = 0;
  if (await retryRequest(store.db, municipalityId, aboutId, address, clock())) {
    await queue.enqueue("delivery", { municipalityId, requestId: aboutId }, { dedupeId: aboutId });
    waiting += 1;
  }
  for (const { message, state } of await listPartnerMessages(store.db, municipalityId, [aboutId])) {
    if (state !== "failed") continue;
    if (!(await retryMessage(store.db, municipalityId, message.id, address, clock()))) continue;
    await queue.enqueue("messages", { municipalityId, messageId: message.id }, { dedupeId: message.id });
    waiting += 1;
  }
  return waiting;
}

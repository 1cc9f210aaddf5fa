import type { PartnerMessage } from "@rode-draad/domain";
import type { Product } from "../open-product.js";

/** Asks for the delivery of a message that stands in the outbox. */
export async function askForDelivery(
  { queue, municipalityId }: Pick<Product, "queue" | "municipalityId">,
  { id }: PartnerMessage,
): Promise<void> {
  await queue.hints.enqueue("messages", { municipalityId, messageId: id }, { dedupeId: id });
}

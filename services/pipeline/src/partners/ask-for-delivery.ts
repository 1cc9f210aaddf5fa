import type { PartnerMessage } from "@rode-draad/domain";
import type { Product } from "../open-product.js";

/** Asks for the delivery of a message that stands in the outbox. A hint: the reconciler finds what waits too. */
export async function askForDelivery(
  { queue, municipalityId, logger }: Pick<Product, "queue" | "municipalityId" | "logger">,
  { id }: PartnerMessage,
): Promise<void> {
  try {
    await queue.enqueue("messages", { municipalityId, messageId: id }, { dedupeId: id });
  } catch (error) {
    logger.warn({ err: error, message: id }, "a message waits for the reconciler");
  }
}

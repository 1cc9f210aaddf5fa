import { ProductError } from "@rode-draad/domain";
import { countNotesUnderWayUpTo } from "@rode-draad/store";
import type { Product } from "./open-product.js";

/** Some tens of seconds of work on one machine; beyond it a sender is better off waiting than we are with its notes. */
const NOTES_UNDER_WAY_MAX = 50_000;

/**
 * Rule: a municipality with this much work waiting sends nothing more through the API. Rationale: the sender keeps its notes until
 * there is room; other municipalities are not held up by it.
 */
export async function requireRoom(
  { store, municipalityId }: Pick<Product, "store" | "municipalityId">,
  most = NOTES_UNDER_WAY_MAX,
): Promise<void> {
  if ((await countNotesUnderWayUpTo(store.db, municipalityId, most)) < most) return;
  throw new ProductError("work-waits", "Er wachten nog te veel notities op verwerking. Stuur deze later opnieuw.", {
    retryable: true,
  });
}

import type { DeliveryTools } from "@rode-draad/delivery";
import { markRequestFailed, markRequestSent, readPartnerRequest } from "@rode-draad/store";
import type { Product } from "../open-product.js";

export function deliveryTools({ store, catalogue, clock, mailer }: Product): DeliveryTools {
  return {
    readRequest: (municipalityId, requestId) => readPartnerRequest(store.db, municipalityId, requestId),
    markSent: (municipalityId, requestId) => markRequestSent(store.db, municipalityId, requestId, clock()),
    markFailed: (municipalityId, requestId, outcome) => markRequestFailed(store.db, municipalityId, requestId, outcome),
    mailer,
    catalogue,
    now: clock,
  };
}

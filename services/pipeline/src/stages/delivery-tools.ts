import { recorded } from "@rode-draad/api";
import type { DeliveryTools } from "@rode-draad/delivery";
import { actAs } from "@rode-draad/runtime";
import { markRequestFailed, markRequestSent, readPartnerRequest } from "@rode-draad/store";
import type { Product } from "../open-product.js";

export function deliveryTools({ store, catalogue, clock, mailer, audit }: Product): DeliveryTools {
  /** What leaves the house is written down, whoever asked for it. */
  const written = (requestId: string, mark: () => Promise<void>, outcome?: "refused"): Promise<void> =>
    actAs({ kind: "system", id: "delivery" }, () =>
      recorded(audit, { action: "deliver-partner-request", subject: "partner-request" }, mark, () => ({
        id: requestId,
        ...(outcome !== undefined && { outcome }),
      })),
    );
  return {
    readRequest: (municipalityId, requestId) => readPartnerRequest(store.db, municipalityId, requestId),
    markSent: (municipalityId, requestId) =>
      written(requestId, () => markRequestSent(store.db, municipalityId, requestId, clock())),
    markFailed: (municipalityId, requestId, outcome) =>
      written(requestId, () => markRequestFailed(store.db, municipalityId, requestId, outcome), "refused"),
    mailer,
    catalogue,
    now: clock,
  };
}

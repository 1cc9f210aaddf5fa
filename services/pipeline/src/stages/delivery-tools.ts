import type { DeliveryTools } from "@rode-draad/delivery";
import { markRequestsFailed, markRequestsSent, readRequestSeries, type StoreDatabase } from "@rode-draad/store";
import { changedAs } from "../audit/recorded-as.js";
import type { Product } from "../open-product.js";
import { issueAnswerLink } from "../partners/answer-link.js";
import { findPartnerEndpoint } from "../partners/find-endpoint.js";

const DELIVERY = { action: "deliver-partner-request", subject: "partner-request" } as const;

export function deliveryTools(product: Product): DeliveryTools {
  const { store, catalogue, clock, mailer, webhooks } = product;
  /** What leaves the house is written down, whoever asked for it: an entry for each request in the letter. */
  const written = (
    ids: readonly string[],
    mark: (db: StoreDatabase) => Promise<void>,
    outcome?: "refused",
  ): Promise<void> =>
    changedAs("delivery", product, DELIVERY, mark, () =>
      ids.map((id) => ({ id, ...(outcome !== undefined && { outcome }) })),
    );
  return {
    // What was withdrawn leaves no more, and is no part of a letter about the others.
    readSeries: async (municipalityId, requestId) =>
      (await readRequestSeries(store.db, municipalityId, requestId)).filter(
        ({ withdrawnAt }) => withdrawnAt === undefined,
      ),
    issueLink: (municipalityId, request) => issueAnswerLink(product, municipalityId, request),
    findEndpoint: (_municipalityId, { request, organisationId }) =>
      findPartnerEndpoint(product, { organisationId, partnerId: request.partnerId }),
    markSent: (municipalityId, ids) => written(ids, (db) => markRequestsSent(db, municipalityId, ids, clock())),
    markFailed: (municipalityId, ids, outcome) =>
      written(ids, (db) => markRequestsFailed(db, municipalityId, ids, outcome), "refused"),
    mailer,
    webhooks,
    catalogue,
    now: clock,
  };
}

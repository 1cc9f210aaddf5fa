import type { DeliveryTools } from "@rode-draad/delivery";
import { loadHashKey } from "@rode-draad/runtime";
import {
  findWebhookEndpoint,
  markRequestFailed,
  markRequestSent,
  readPartnerRequest,
  type StoreDatabase,
} from "@rode-draad/store";
import { changedAs } from "../audit/recorded-as.js";
import type { Product } from "../open-product.js";
import { issueAnswerLink } from "../partners/answer-link.js";
import { webhookSecret } from "../partners/webhook-secret.js";

const DELIVERY = { action: "deliver-partner-request", subject: "partner-request" } as const;

export function deliveryTools(product: Product): DeliveryTools {
  const { store, catalogue, clock, mailer, webhooks, configuration } = product;
  /** What leaves the house is written down, whoever asked for it. */
  const written = (requestId: string, mark: (db: StoreDatabase) => Promise<void>, outcome?: "refused"): Promise<void> =>
    changedAs("delivery", product, DELIVERY, mark, () => ({
      id: requestId,
      ...(outcome !== undefined && { outcome }),
    }));
  return {
    readRequest: (municipalityId, requestId) => readPartnerRequest(store.db, municipalityId, requestId),
    issueLink: (municipalityId, request) => issueAnswerLink(product, municipalityId, request),
    async findEndpoint(municipalityId, partnerId) {
      const endpoint = await findWebhookEndpoint(store.db, municipalityId, partnerId);
      if (endpoint === undefined) return undefined;
      const key = await loadHashKey(configuration);
      return { url: endpoint.url, secret: webhookSecret(key, municipalityId, endpoint) };
    },
    markSent: (municipalityId, requestId) =>
      written(requestId, (db) => markRequestSent(db, municipalityId, requestId, clock())),
    markFailed: (municipalityId, requestId, outcome) =>
      written(requestId, (db) => markRequestFailed(db, municipalityId, requestId, outcome), "refused"),
    mailer,
    webhooks,
    catalogue,
    now: clock,
  };
}

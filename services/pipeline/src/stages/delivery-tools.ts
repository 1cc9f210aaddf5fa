import type { DeliveryTools } from "@rode-draad/delivery";
import { loadHashKey } from "@rode-draad/runtime";
import { findWebhookEndpoint, markRequestFailed, markRequestSent, readPartnerRequest } from "@rode-draad/store";
import type { Product } from "../open-product.js";
import { issueAnswerLink } from "../partners/answer-link.js";
import { webhookSecret } from "../partners/webhook-secret.js";

export function deliveryTools(product: Product): DeliveryTools {
  const { store, catalogue, clock, mailer, webhooks, configuration } = product;
  return {
    readRequest: (municipalityId, requestId) => readPartnerRequest(store.db, municipalityId, requestId),
    issueLink: (municipalityId, request) => issueAnswerLink(product, municipalityId, request),
    async findEndpoint(municipalityId, partnerId) {
      const endpoint = await findWebhookEndpoint(store.db, municipalityId, partnerId);
      if (endpoint === undefined) return undefined;
      const key = await loadHashKey(configuration);
      return { url: endpoint.url, secret: webhookSecret(key, municipalityId, endpoint) };
    },
    markSent: (municipalityId, requestId) => markRequestSent(store.db, municipalityId, requestId, clock()),
    markFailed: (municipalityId, requestId, outcome) => markRequestFailed(store.db, municipalityId, requestId, outcome),
    mailer,
    webhooks,
    catalogue,
    now: clock,
  };
}

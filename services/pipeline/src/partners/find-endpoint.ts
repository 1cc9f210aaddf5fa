import type { WebhookEndpoint } from "@rode-draad/delivery";
import { ProductError } from "@rode-draad/domain";
import { loadHashKey } from "@rode-draad/runtime";
import { findWebhookEndpoint, readPartnerOrganisation } from "@rode-draad/store";
import type { Product } from "../open-product.js";
import { webhookSecret } from "./webhook-secret.js";

/**
 * Where a partner takes messages by program; undefined: it gets mail. The setting of a partner in the list decides; for one
 * that is not in it there may be an endpoint for its kind. Throws `webhook-missing` when a program is wanted and none is known.
 */
export async function findPartnerEndpoint(
  { store, municipalityId, configuration }: Pick<Product, "store" | "municipalityId" | "configuration">,
  asked: { readonly organisationId?: string | undefined; readonly partnerId: string },
): Promise<WebhookEndpoint | undefined> {
  const { organisationId, partnerId } = asked;
  const organisation =
    organisationId === undefined ? undefined : await readPartnerOrganisation(store.db, municipalityId, organisationId);
  if (organisation !== undefined && organisation.channel !== "webhook") return undefined;
  const endpoint = await findWebhookEndpoint(store.db, municipalityId, organisation?.id ?? partnerId);
  if (endpoint === undefined) {
    if (organisation === undefined) return undefined;
    throw new ProductError("webhook-missing", "Deze partner krijgt berichten op een adres dat nog niet is ingesteld.");
  }
  const key = await loadHashKey(configuration);
  return { url: endpoint.url, secret: webhookSecret(key, municipalityId, endpoint) };
}

import { readAddress } from "@rode-draad/delivery";
import { ProductError } from "@rode-draad/domain";
import { loadHashKey } from "@rode-draad/runtime";
import {
  readPartnerOrganisation,
  removeWebhookEndpoint,
  type StoreDatabase,
  setWebhookEndpoint,
} from "@rode-draad/store";
import type { Product } from "../open-product.js";
import { webhookSecret } from "./webhook-secret.js";

/**
 * From here on requests to this partner, or to partners of this kind that are not in the list, go to an address instead of
 * in a letter. Gives the secret with which the partner checks them; setting the address again gives a new one. Throws
 * `partner-unknown` or `webhook-address-refused`.
 */
export async function setPartnerWebhook(
  db: StoreDatabase,
  product: Pick<Product, "municipalityId" | "catalogue" | "clock" | "configuration">,
  partnerId: string,
  address: string,
): Promise<{ readonly secret: string }> {
  const { municipalityId, catalogue, clock, configuration } = product;
  const isKnown =
    catalogue.partner(partnerId) !== undefined ||
    (await readPartnerOrganisation(db, municipalityId, partnerId)) !== undefined;
  if (!isKnown) {
    const known = catalogue.partners.map(({ id }) => id).join(", ");
    throw new ProductError("partner-unknown", `De partner "${partnerId}" kennen wij niet. Kies uit: ${known}.`);
  }
  const url = readAddress(address).href;
  const key = await loadHashKey(configuration);
  const endpoint = await setWebhookEndpoint(db, municipalityId, { partnerId, url }, clock());
  return { secret: webhookSecret(key, municipalityId, endpoint) };
}

/** From here on the partner gets letters again. False when it did already. */
export async function removePartnerWebhook(
  db: StoreDatabase,
  { municipalityId }: Pick<Product, "municipalityId">,
  partnerId: string,
): Promise<boolean> {
  return await removeWebhookEndpoint(db, municipalityId, partnerId);
}

import { ProductError } from "@rode-draad/domain";
import { changedAs, type Product, removePartnerWebhook, setPartnerWebhook } from "@rode-draad/pipeline";
import type { StoreDatabase } from "@rode-draad/store";
import { quietConfiguration, withProduct } from "../with-product.js";

export interface WebhookCommandOptions {
  readonly remove?: boolean;
}

/** Sets where a partner takes requests by program, and shows the secret once; or has it get letters again. */
export async function webhook(
  partnerId: string,
  address: string | undefined,
  options: WebhookCommandOptions,
): Promise<void> {
  const sentence = await withProduct(quietConfiguration(), (product) => change(product, partnerId, address, options));
  process.stdout.write(`${sentence}\n`);
}

async function change(
  product: Product,
  partnerId: string,
  address: string | undefined,
  { remove = false }: WebhookCommandOptions,
): Promise<string> {
  if (remove) {
    const removed = await changed(product, (db) => removePartnerWebhook(db, product, partnerId));
    return removed ? "Deze partner krijgt weer brieven." : "Deze partner kreeg al brieven. Er is niets veranderd.";
  }
  if (address === undefined) {
    throw new ProductError("webhook-address-missing", "Zeg naar welk adres de aanvragen gaan, of gebruik --remove.");
  }
  const { secret } = await changed(product, (db) => setPartnerWebhook(db, product, partnerId, address));
  return `Aanvragen aan deze partner gaan nu naar dit adres. Geef de partner deze sleutel, wij tonen hem één keer:\n${secret}`;
}

/** Which partner it was stands in the settings; an address or a secret stands in no log. */
async function changed<Result>(product: Product, work: (db: StoreDatabase) => Promise<Result>): Promise<Result> {
  const audited = { action: "change-setting", subject: "setting" } as const;
  return await changedAs("opdracht-webhook", product, audited, work, () => ({ id: "partner-webhook" }));
}

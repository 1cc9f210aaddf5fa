import { ProductError } from "@rode-draad/domain";
import { recordedAs } from "@rode-draad/pipeline";
import { forgetPreviousHashKey, rotateHashKey } from "@rode-draad/runtime";
import { isStoreThere, resealTexts } from "@rode-draad/store";
import { quietConfiguration, withProduct } from "../with-product.js";

/** Makes a new key for the hashes of source ids, and keeps the old one until `forgetKey`. */
export async function rotateKey(): Promise<void> {
  await rotateHashKey(quietConfiguration());
  process.stderr.write(
    "Er is een nieuwe sleutel. Start Rode Draad opnieuw, en lever de notities aan zoals altijd.\nGeef rodedraad key forget als de bewaartermijn voorbij is.\n",
  );
}

/** Drops the old key of the hashes. */
export async function forgetKey(): Promise<void> {
  await forgetPreviousHashKey(quietConfiguration());
  process.stderr.write("De vorige sleutel is weg. Start Rode Draad opnieuw.\n");
}

/** Writes the texts anew that do not stand under the present TEXT_KEY. */
export async function encryptTexts(): Promise<void> {
  const configuration = quietConfiguration();
  if (!isStoreThere(configuration))
    throw new ProductError("store-missing", "Er zijn nog geen notities om te versleutelen.");
  await withProduct(configuration, async (product) => {
    const audited = { action: "change-setting", subject: "setting" } as const;
    const work = () => resealTexts(product.store.db, product.municipalityId);
    const texts = await recordedAs("opdracht-key-encrypt", product, audited, work, (rows) => ({
      id: "text-key",
      details: { rows },
    }));
    const how =
      configuration.textKeys.length > 0 ? "staan nu onder TEXT_KEY" : "staan nu zonder sleutel in de database";
    process.stderr.write(`${texts} notities ${how}.\n`);
  });
}

import { ProductError } from "@rode-draad/domain";
import { recordedAs } from "@rode-draad/pipeline";
import { type Configuration, forgetPreviousHashKey, rotateHashKey } from "@rode-draad/runtime";
import { isStoreThere, resealSecondFactors, resealTexts } from "@rode-draad/store";
import { quietConfiguration, withProduct } from "../with-product.js";

const CHANGE_SETTING = { action: "change-setting", subject: "setting" } as const;

/** Makes a new key for the hashes of source ids, and keeps the old one until `forgetKey`. */
export async function rotateKey(): Promise<void> {
  await changeHashKey("opdracht-key-rotate", rotateHashKey);
  process.stderr.write(
    "Er is een nieuwe sleutel. Start Rode Draad opnieuw, en lever de notities aan zoals altijd.\nGeef rodedraad key forget als de bewaartermijn voorbij is.\n",
  );
}

/** Drops the old key of the hashes. */
export async function forgetKey(): Promise<void> {
  await changeHashKey("opdracht-key-forget", forgetPreviousHashKey);
  process.stderr.write("De vorige sleutel is weg. Start Rode Draad opnieuw.\n");
}

/** Changes a key and writes down that it was, or that it was refused. The store must be free, so no program goes on with the old key. */
async function changeHashKey(command: string, change: (configuration: Configuration) => Promise<void>): Promise<void> {
  const configuration = quietConfiguration();
  if (!isStoreThere(configuration))
    throw new ProductError("store-missing", "Er is nog niets ingelezen, dus er is nog geen sleutel om te vervangen.");
  await withProduct(configuration, (product) =>
    recordedAs(
      command,
      product,
      CHANGE_SETTING,
      () => change(configuration),
      () => ({ id: "hash-key" }),
    ),
  );
}

/** Writes the texts and the secrets of second factors anew that do not stand under the present TEXT_KEY. */
export async function encryptTexts(): Promise<void> {
  const configuration = quietConfiguration();
  if (!isStoreThere(configuration))
    throw new ProductError("store-missing", "Er zijn nog geen notities om te versleutelen.");
  await withProduct(configuration, async (product) => {
    const work = async () => {
      await resealSecondFactors(product.store.db, product.municipalityId);
      return await resealTexts(product.store.db, product.municipalityId);
    };
    const texts = await recordedAs("opdracht-key-encrypt", product, CHANGE_SETTING, work, (rows) => ({
      id: "text-key",
      details: { rows },
    }));
    const how =
      configuration.textKeys.length > 0 ? "staan nu onder TEXT_KEY" : "staan nu zonder sleutel in de database";
    process.stderr.write(`${texts} notities ${how}.\n`);
  });
}

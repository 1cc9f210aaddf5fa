import { ProductError } from "@rode-draad/domain";
import { dropPreviousHashKey, forgetKeyMarks, replaceHashKey } from "@rode-draad/operate";
import { acceptKeys, recordedAs } from "@rode-draad/pipeline";
import type { Configuration } from "@rode-draad/runtime";
import { isStoreThere, type KeyKind, resealSecondFactors, resealTexts, type StoreDatabase } from "@rode-draad/store";
import { quietConfiguration, withProduct } from "../with-product.js";

const CHANGE_SETTING = { action: "change-setting", subject: "setting" } as const;

/** Makes a new key for the hashes of source ids, and keeps the old one until `forgetKey`. */
export async function rotateKey(): Promise<void> {
  await changeHashKey("opdracht-key-rotate", replaceHashKey);
  process.stderr.write(
    "Er is een nieuwe sleutel. Start Rode Draad opnieuw, en lever de notities aan zoals altijd.\nGeef rodedraad key forget als de bewaartermijn voorbij is.\n",
  );
}

/** Drops the old key of the hashes. */
export async function forgetKey(): Promise<void> {
  await changeHashKey("opdracht-key-forget", dropPreviousHashKey);
  process.stderr.write("De vorige sleutel is weg. Start Rode Draad opnieuw.\n");
}

/** Changes a key and writes down that it was, or that it was refused. The store must be free, so no program goes on with the old key. */
async function changeHashKey(
  command: string,
  change: (db: StoreDatabase, configuration: Configuration) => Promise<void>,
): Promise<void> {
  const configuration = configurationWithStore(
    "Er is nog niets ingelezen, dus er is nog geen sleutel om te vervangen.",
  );
  await withProduct(configuration, (product) =>
    recordedAs(
      command,
      product,
      CHANGE_SETTING,
      () => change(product.store.db, configuration),
      () => ({ id: "hash-key" }),
    ),
  );
}

/**
 * Goes on with the keys that are here, or with new ones, since those that belong to the data are lost. Only for that: a key that is
 * still there goes back in its place, and a hash key is changed by `rotateKey`.
 */
export async function acceptLostKeys(names: readonly `${KeyKind}-key`[]): Promise<void> {
  const configuration = configurationWithStore(
    "Er is nog niets ingelezen, dus er is nog geen sleutel om te vervangen.",
  );
  const accept = names.map((name) => name.replace("-key", "") as KeyKind);
  const accepted = await withProduct(configuration, (product) => acceptKeys("opdracht-key-accept", product), {
    accept,
  });
  if (accepted.length === 0)
    throw new ProductError(
      "key-fits",
      "Deze sleutel past bij de gegevens. Er is niets veranderd, en dat hoeft ook niet.",
    );
  for (const kind of accepted) process.stderr.write(`${CONSEQUENCES[kind]}\n`);
}

/** What cannot be had back without the key of old, and what a person can do about it. */
const CONSEQUENCES: Readonly<Record<KeyKind, string>> = {
  hash: "Rode Draad gaat verder met deze sleutel. Notities van voor vandaag herkent het niet meer: lees alleen nieuwe notities in, anders tellen oude dubbel.\nKoppel medewerkers opnieuw aan hun notities met rodedraad account.",
  audit:
    "Het logboek gaat verder onder deze sleutel. Regels van daarvoor kan rodedraad audit verify niet meer nakijken.\nBezwaren van voor vandaag herkent Rode Draad niet meer. Leg ze opnieuw vast met rodedraad erase.",
  text: "Rode Draad gaat verder met deze instelling van TEXT_KEY.",
};

/** Writes the texts and the secrets of second factors anew that do not stand under the present TEXT_KEY. */
export async function encryptTexts(): Promise<void> {
  const configuration = configurationWithStore("Er zijn nog geen notities om te versleutelen.");
  await withProduct(configuration, async (product) => {
    const work = async () => {
      await resealSecondFactors(product.store.db, product.municipalityId);
      const texts = await resealTexts(product.store.db, product.municipalityId);
      await forgetKeyMarks(product.store.db, product.municipalityId, "text");
      return texts;
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

/** The settings of a store that is there; without one there is no key to change. */
function configurationWithStore(nothingYet: string): Configuration {
  const configuration = quietConfiguration();
  if (!isStoreThere(configuration)) throw new ProductError("store-missing", nothingYet);
  return configuration;
}

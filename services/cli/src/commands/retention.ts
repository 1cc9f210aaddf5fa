import { ProductError } from "@rode-draad/domain";
import { keepWithinTerms } from "@rode-draad/pipeline";
import { isStoreThere, setTextDays } from "@rode-draad/store";
import { quietConfiguration, withProduct } from "../with-product.js";

export interface RetentionCommandOptions {
  readonly dryRun?: true;
  readonly textDays?: string;
}

/** Deletes what is past its term, as the nightly run does, and prints the counts as one line of JSON. */
export async function retention({ dryRun, textDays }: RetentionCommandOptions): Promise<void> {
  const configuration = quietConfiguration();
  if (!isStoreThere(configuration)) throw new ProductError("store-missing", "Er is nog niets bewaard.");
  await withProduct(configuration, async (product) => {
    const { store, municipalityId } = product;
    if (textDays !== undefined) await setTextDays(store.db, municipalityId, Number(textDays));
    const run = await keepWithinTerms(product, { dryRun: dryRun === true });
    process.stdout.write(`${JSON.stringify(run)}\n`);
  });
}

import { ProductError } from "@rode-draad/domain";
import { changedAs, keepWithinTerms, type RetentionRun, recordedAs } from "@rode-draad/pipeline";
import { isStoreThere, type StoreDatabase, setTextDays } from "@rode-draad/store";
import { quietConfiguration, withProduct } from "../with-product.js";

export interface RetentionCommandOptions {
  readonly dryRun?: true;
  readonly textDays?: string;
}

const RUN = { action: "run-retention", subject: "note" } as const;
const textsIn = ({ texts }: RetentionRun) => ({ details: { rows: texts } });

/** Deletes what is past its term, as the nightly run does, and prints the counts as one line of JSON. */
export async function retention({ dryRun, textDays }: RetentionCommandOptions): Promise<void> {
  const configuration = quietConfiguration();
  if (!isStoreThere(configuration)) throw new ProductError("store-missing", "Er is nog niets bewaard.");
  await withProduct(configuration, async (product) => {
    const { municipalityId } = product;
    if (textDays !== undefined) {
      const set = (db: StoreDatabase) => setTextDays(db, municipalityId, Number(textDays));
      const audited = { action: "change-setting", subject: "setting" } as const;
      await changedAs("opdracht-retention", product, audited, set, () => ({ id: "text-days" }));
    }
    const keep = () => keepWithinTerms(product, { dryRun: dryRun === true });
    const run = dryRun === true ? await keep() : await recordedAs("opdracht-retention", product, RUN, keep, textsIn);
    process.stdout.write(`${JSON.stringify(run)}\n`);
  });
}

import { ProductError } from "@rode-draad/domain";
import { describeStuck, RETRY_NOTES, recordedAs, retryStuck } from "@rode-draad/pipeline";
import { isStoreThere, listStuckNotes } from "@rode-draad/store";
import { quietConfiguration, withProduct } from "../with-product.js";
import { workOut } from "./import.js";

export interface StuckCommandOptions {
  readonly retry?: true;
}

/** Prints each note that could not be worked out as a line of JSON; with `--retry` has them tried again and waits for it. */
export async function stuck({ retry }: StuckCommandOptions): Promise<void> {
  const configuration = quietConfiguration();
  if (!isStoreThere(configuration)) throw new ProductError("store-missing", "Er is nog niets bewaard.");
  await withProduct(configuration, async (product, signal) => {
    if (retry === true) {
      const noteIds = await recordedAs("opdracht-stuck", product, RETRY_NOTES, () => retryStuck(product));
      process.stderr.write(`${noteIds.length} notities proberen wij opnieuw.\n`);
      if (noteIds.length > 0) await workOut(product, signal);
    }
    for (const { noteId, reason, since } of await listStuckNotes(product.store.db, product.municipalityId)) {
      const line = { id: noteId, code: reason, reden: describeStuck(reason), sinds: since.toISOString() };
      process.stdout.write(`${JSON.stringify(line)}\n`);
    }
  });
}

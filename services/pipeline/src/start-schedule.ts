import type { RunningStage } from "@rode-draad/queue";
import { reclaimSpace } from "@rode-draad/store";
import type { Product } from "./open-product.js";
import { reconcile } from "./reconcile.js";

/** A lost job waits this long at most before it is made again. */
const RECONCILE_EVERY_MS = 60_000;

/** When nobody works. A server keeps house by itself; the embedded database must be told. */
const HOUSEKEEPING = "30 3 * * *";

/** The recurring runs of an installation. One of the processes that call this runs each occasion. */
export async function startSchedule(product: Product): Promise<RunningStage> {
  return await product.queue.startSchedule([
    {
      name: "reconcile",
      timing: { everyMs: RECONCILE_EVERY_MS },
      run: async () => {
        const made = await reconcile(product);
        if (made.noteJobs + made.municipalityJobs + made.requestJobs > 0) {
          product.logger.warn(made, "jobs were lost and made again");
        }
      },
    },
    ...(product.store.engine === "pglite"
      ? [{ name: "housekeeping", timing: { cron: HOUSEKEEPING }, run: () => reclaimSpace(product.store.asOwner) }]
      : []),
  ]);
}

import { STAGE_NAMES } from "@rode-draad/contracts";
import { type Product, startSchedule, startStages, startWatching } from "@rode-draad/pipeline";
import { readConfiguration, requireSafeHost } from "@rode-draad/runtime";
import { listAccounts } from "@rode-draad/store";
import { serveUntilStopped } from "../serve-until-stopped.js";
import { environmentWith, withProduct } from "../with-product.js";

/** Serves API and pages, and works on notes in the same process unless told not to. */
export async function serve(options: { readonly workers: boolean; readonly port?: string }): Promise<void> {
  const configuration = readConfiguration(environmentWith(options.port));
  requireSafeHost(configuration);
  const work = async (product: Product, signal: AbortSignal): Promise<void> => {
    if (options.workers) {
      await startStages(product, STAGE_NAMES);
      await startSchedule(product);
    }
    const watching = await startWatching(product);
    try {
      await sayWhoCanEnter(product);
      await serveUntilStopped(product, signal);
    } finally {
      await watching?.stop();
    }
  };
  await withProduct(configuration, work, { telemetry: true });
}

/** Without a single account nobody gets past the sign-in page, which cannot say how to make one. */
async function sayWhoCanEnter({ store, municipalityId }: Product): Promise<void> {
  if ((await listAccounts(store.db, municipalityId)).length > 0) return;
  process.stderr.write(
    "Er is nog geen account. Maak er een met: rodedraad account add --role administrator --login … --name …\n",
  );
}

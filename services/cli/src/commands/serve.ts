import { STAGE_NAMES } from "@rode-draad/contracts";
import { startSchedule, startStages } from "@rode-draad/pipeline";
import { readConfiguration, requireSafeHost } from "@rode-draad/runtime";
import { serveUntilStopped } from "../serve-until-stopped.js";
import { environmentWith, withProduct } from "../with-product.js";

/** Serves API and pages, and works on notes in the same process unless told not to. */
export async function serve(options: { readonly workers: boolean; readonly port?: string }): Promise<void> {
  const configuration = readConfiguration(environmentWith(options.port));
  requireSafeHost(configuration);
  await withProduct(configuration, async (product, signal) => {
    if (options.workers) {
      await startStages(product, STAGE_NAMES);
      await startSchedule(product);
    }
    await serveUntilStopped(product, signal);
  });
}

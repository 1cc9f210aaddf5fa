import type { StageName } from "@rode-draad/contracts";
import { ProductError } from "@rode-draad/domain";
import { requireKnownSchema } from "@rode-draad/store";
import type { Product } from "./open-product.js";
import { startSchedule } from "./start-schedule.js";
import { startStages } from "./start-stages.js";

/** As soon as lost work is looked for; one row is read. */
const LOOK_EVERY_MS = 10_000;

/**
 * Works on the named stages and on the recurring runs until the product closes. Rule: nobody works under a schema that a newer version
 * has changed. Rationale: an old program does not write what the new one counts on. What runs then ends, nothing is begun after it, and
 * the signal tells why; work that comes waits for the new version.
 */
export async function startWork(
  product: Product,
  names: readonly StageName[],
  { lookEveryMs = LOOK_EVERY_MS }: { readonly lookEveryMs?: number } = {},
): Promise<AbortSignal> {
  const { store, queue, logger, closing } = product;
  const outdated = new AbortController();
  await startStages(product, names);
  await startSchedule(product, AbortSignal.any([closing, outdated.signal]));
  const look = async (): Promise<void> => {
    try {
      await requireKnownSchema(store);
    } catch (error) {
      // A database that is away for a moment says nothing about its schema.
      if (!(error instanceof ProductError)) return;
      clearInterval(timer);
      logger.error({ code: error.code }, error.message);
      outdated.abort(error);
      await queue.stopWork();
    }
  };
  const timer = setInterval(() => void look(), lookEveryMs);
  closing.addEventListener("abort", () => clearInterval(timer));
  return outdated.signal;
}

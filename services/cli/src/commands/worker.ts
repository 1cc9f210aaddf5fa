import { STAGE_NAMES, type StageName } from "@rode-draad/contracts";
import { openProduct, startWork } from "@rode-draad/pipeline";
import { createShutdown, explainFailure, openLogger, readConfiguration, stopOnSignals } from "@rode-draad/runtime";
import { InvalidArgumentError } from "commander";
import { tellOfQueue } from "../tell-of-queue.js";
import { tellTelemetry } from "../tell-telemetry.js";

/** Works on the named stages until it is stopped, or is outdated. Any number of these may run, on any number of machines. */
export async function worker(options: { readonly stages: string }): Promise<void> {
  const stages = readStages(options.stages);
  const configuration = readConfiguration();
  const logger = openLogger({ level: configuration.logLevel });
  const shutdown = createShutdown({ logger });
  const begin = async () => {
    const telemetry = await tellTelemetry(configuration, shutdown);
    // One of many: who upgrades says when the schema changes, not the first worker that starts anew.
    const product = await openProduct(configuration, { logger, telemetry: telemetry.isOn, mayMigrate: false });
    shutdown.onStop("product", () => product.close());
    telemetry.observe(product);
    stopOnSignals(shutdown);
    await tellOfQueue(product);
    return { product, outdated: await startWork(product, stages) };
  };
  // What was opened before the failure would keep the process alive.
  const { product, outdated } = await begin().catch(async (error: unknown) => {
    await shutdown.stop();
    throw error;
  });
  outdated.addEventListener("abort", async () => {
    process.stderr.write(`${explainFailure(outdated.reason)}\n`);
    await product.queue.stopWork();
    await shutdown.stop();
    process.exit(1);
  });
  logger.info({ stages, queue: product.queue.backEnd, store: product.store.engine }, "working");
}

/** Names with commas between them, or `alle`. */
function readStages(text: string): StageName[] {
  if (text.trim() === "alle") return [...STAGE_NAMES];
  const names = text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const unknown = names.filter((name) => !STAGE_NAMES.includes(name as StageName));
  if (names.length === 0 || unknown.length > 0) {
    const wrong = unknown.length > 0 ? `De stap "${unknown[0]}" bestaat niet.` : "Er staat geen stap.";
    throw new InvalidArgumentError(`${wrong} Kies uit: ${STAGE_NAMES.join(", ")}, of alle.`);
  }
  return names as StageName[];
}

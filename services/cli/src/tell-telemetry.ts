import { observeProduct, startTelemetry } from "@rode-draad/operate";
import { PRODUCT_VERSION, type Product } from "@rode-draad/pipeline";
import type { Configuration, Shutdown } from "@rode-draad/runtime";
import { listScheduleRuns } from "@rode-draad/store";

const MILLISECONDS = 1_000;

/**
 * Starts what the settings ask for of telemetry, before the product is opened; gives back what then observes the product. Stops after
 * it, so that its last jobs are told too.
 */
export async function tellTelemetry(
  configuration: Configuration,
  shutdown: Pick<Shutdown, "onStop">,
): Promise<{ readonly isOn: boolean; observe(product: Product): void }> {
  const telemetry = await startTelemetry(configuration, { name: "rodedraad", version: PRODUCT_VERSION });
  if (telemetry === undefined) return { isOn: false, observe: () => {} };
  shutdown.onStop("telemetry", () => telemetry.stop());
  return {
    isOn: true,
    observe: ({ queue, store, municipalityId, clock }) =>
      observeProduct(telemetry, {
        queue,
        async scheduleAges() {
          const runs = await listScheduleRuns(store.db, municipalityId);
          return Object.fromEntries(
            runs.map(({ task, doneAt }) => [task, (clock().getTime() - doneAt.getTime()) / MILLISECONDS]),
          );
        },
      }),
  };
}

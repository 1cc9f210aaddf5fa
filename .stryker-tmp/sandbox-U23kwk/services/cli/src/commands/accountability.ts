import {
  composeAccountability,
  readRunningFacts,
  recordedAs,
  renderAccountabilityJson,
  renderAccountabilityMarkdown,
} from "@rode-draad/pipeline";
import { isStoreThere } from "@rode-draad/store";
import { quietConfiguration, withProduct } from "../with-product.js";

/** Writes what the data protection officer needs, from the settings in force. */
export async function accountability({ format }: { readonly format: "md" | "json" }): Promise<void> {
  const render = format === "json" ? renderAccountabilityJson : renderAccountabilityMarkdown;
  const configuration = quietConfiguration();
  const inMemory = !isStoreThere(configuration);
  await withProduct(
    configuration,
    async (product) => {
      const audited = { action: "read-accountability", subject: "accountability" } as const;
      const facts = await recordedAs("opdracht-verantwoording", product, audited, () => readRunningFacts(product));
      const written = render(composeAccountability(facts));
      await new Promise<void>((resolve) => process.stdout.write(written, () => resolve()));
    },
    // Asking must not make an empty database.
    { inMemory },
  );
}

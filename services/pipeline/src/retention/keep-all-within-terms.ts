import { listMunicipalities } from "@rode-draad/store";
import { recordedAs } from "../audit/recorded-as.js";
import { inMunicipality } from "../in-municipality.js";
import type { Product } from "../open-product.js";
import { keepWithinTerms } from "./keep-within-terms.js";

const RETENTION_RUN = { action: "run-retention", subject: "note" } as const;

/**
 * Deletes what is past its term in every municipality of the installation: one process runs a night, whichever takes it, and what it left
 * to the others would stay a night longer. Each has an entry of its own, in the log of who did it.
 */
export async function keepAllWithinTerms(product: Product): Promise<void> {
  for (const municipalityId of await listMunicipalities(product.store.asOwner)) {
    const town = inMunicipality(product, municipalityId);
    const keep = () => keepWithinTerms(town);
    const run = await recordedAs("schedule", product, RETENTION_RUN, keep, ({ texts }) => ({
      details: { rows: texts },
    }));
    product.logger.info({ ...run, municipalityId }, "what was past its term was deleted");
  }
}

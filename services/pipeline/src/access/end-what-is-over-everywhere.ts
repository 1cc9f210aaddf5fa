import { SESSION_IDLE_MS } from "@rode-draad/access";
import { endWhatIsOver, listMunicipalities } from "@rode-draad/store";
import { inMunicipality } from "../in-municipality.js";
import type { Product } from "../open-product.js";

/** Ends sessions and links that are over, in every municipality of the installation. */
export async function endWhatIsOverEverywhere(product: Product): Promise<void> {
  const now = product.clock();
  const idleSince = new Date(now.getTime() - SESSION_IDLE_MS);
  for (const municipalityId of await listMunicipalities(product.store.asOwner)) {
    await endWhatIsOver(inMunicipality(product, municipalityId).store.db, municipalityId, { now, idleSince });
  }
}

import { SESSION_IDLE_MS } from "@rode-draad/access";
import type { MunicipalityId } from "@rode-draad/domain";
import { endWhatIsOver } from "@rode-draad/store";
import { inMunicipality } from "../in-municipality.js";
import type { Product } from "../open-product.js";

/** Ends sessions and links that are over, in each of these municipalities. */
export async function endWhatIsOverIn(product: Product, municipalityIds: readonly MunicipalityId[]): Promise<void> {
  const now = product.clock();
  const idleSince = new Date(now.getTime() - SESSION_IDLE_MS);
  for (const municipalityId of municipalityIds) {
    await endWhatIsOver(inMunicipality(product, municipalityId).store.db, municipalityId, { now, idleSince });
  }
}

import { objectToUse } from "@rode-draad/api";
import type { ErasureFacts } from "@rode-draad/domain";
import type { ErasureTarget } from "@rode-draad/store";
import { recordedAs } from "../audit/recorded-as.js";
import { dutchDay, openDoor } from "../door/receive-notes.js";
import type { Product } from "../open-product.js";
import { eraseOnRequest, previewErasure } from "./erase.js";

/** What the interface does with an objection, for a command: by the reference of the source, as the door writes it. */
export async function recordObjection(
  product: Product,
  objection: Parameters<typeof objectToUse>[1],
  options: { readonly dryRun: boolean },
): Promise<ErasureFacts> {
  const { store, municipalityId, clock } = product;
  const { hash, idOf } = await openDoor(product);
  const means = {
    db: store.db,
    municipalityId,
    hash,
    idOf,
    today: () => dutchDay(clock()),
    erase: (target: ErasureTarget) =>
      options.dryRun ? previewErasure(product, target) : eraseOnRequest(product, target),
  };
  const audited = { action: "erase-case", subject: "case" } as const;
  return await recordedAs("opdracht-erase", product, audited, () => objectToUse(means, objection, options));
}

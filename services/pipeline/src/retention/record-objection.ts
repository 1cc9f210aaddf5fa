import { objectToUse } from "@rode-draad/api";
import type { ErasureFacts } from "@rode-draad/domain";
import { type HashNamespace, keyedHash, loadHashKey } from "@rode-draad/runtime";
import type { ErasureTarget } from "@rode-draad/store";
import { dutchDay } from "../door/receive-notes.js";
import type { Product } from "../open-product.js";
import { erase, previewErasure } from "./erase.js";

/** What the interface does with an objection, for a command: by the reference of the source, as the door writes it. */
export async function recordObjection(
  product: Product,
  objection: Parameters<typeof objectToUse>[1],
  options: { readonly dryRun: boolean },
): Promise<ErasureFacts> {
  const { store, municipalityId, configuration, clock } = product;
  const key = await loadHashKey(configuration);
  const means = {
    db: store.db,
    municipalityId,
    hash: (namespace: HashNamespace, value: string) => keyedHash(key, namespace, value),
    today: () => dutchDay(clock()),
    erase: (target: ErasureTarget) => (options.dryRun ? previewErasure(product, target) : erase(product, target)),
  };
  return await objectToUse(means, objection, options);
}

import { countNotesUnderWay, listOutdatedReports, listStaleMonths } from "@rode-draad/store";
import { notesAreUnderWay } from "./notes-are-under-way.js";
import type { Product } from "./open-product.js";

/** Often enough for a bar that moves, seldom enough not to slow down the work it looks at. */
const LOOK_EVERY_MS = 150;

export interface WorkLeft {
  readonly notes: number;
}

/**
 * Waits until nothing of the municipality is left to do: all notes worked out, counted, and reported on. Gives up when
 * `signal` is aborted. It looks at the store, so it also works when other processes do the work.
 */
export async function waitUntilWorkedOut(
  product: Product,
  options: { readonly onProgress?: (left: WorkLeft) => void; readonly signal?: AbortSignal } = {},
): Promise<void> {
  while (options.signal?.aborted !== true) {
    options.onProgress?.({ notes: await countNotesUnderWay(product.store.db, product.municipalityId) });
    if (await isWorkedOut(product)) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

async function isWorkedOut(product: Product): Promise<boolean> {
  const { store, queue, municipalityId } = product;
  if (await notesAreUnderWay(product, municipalityId)) return false;
  if ((await listStaleMonths(store.db, municipalityId)).length > 0) return false;
  if ((await listOutdatedReports(store.db, municipalityId)).length > 0) return false;
  return await queue.idle();
}

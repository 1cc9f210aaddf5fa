import { countNotesUnderWay, listOutdatedReports, listStaleMonths } from "@rode-draad/store";
import { notesAreUnderWay } from "./notes-are-under-way.js";
import type { Product } from "./open-product.js";

/** Often enough for a bar that moves, seldom enough not to slow down the work it looks at. */
const LOOK_EVERY_MS = 150;
/** Looking counts what is left, which takes longer the more it is: then it is done less often, but no second is added at the end. */
const LOOK_EVERY_MS_MAX = 1_000;
const LOOK_SHARE_MAX = 0.1;
/** Looks in a row at which no job waits or runs before we say that nothing more will come of it. */
const IDLE_LOOKS_MAX = 20;

/** What was not worked out. */
export interface WorkLeft {
  /** Notes without their themes. */
  readonly notes: number;
  /** True when counts and reports are up to date with all notes that could be worked out. */
  readonly isReported: boolean;
}

/**
 * Waits until nothing of the municipality is left to do: all notes worked out, counted, and reported on. Also ends when
 * work is left but no job is: it failed for good, or the reconciler has yet to find it. Looks at the store, so it also
 * works when other processes do the work.
 */
export async function waitUntilWorkedOut(
  product: Product,
  options: { readonly onProgress?: (notesLeft: number) => void; readonly signal?: AbortSignal } = {},
): Promise<WorkLeft> {
  for (let idleLooks = 0; ; ) {
    const began = performance.now();
    const left = await workLeft(product);
    options.onProgress?.(left.notes);
    // A queue that does not answer is not done.
    const idle = await product.queue.idle().catch(() => false);
    idleLooks = idle ? idleLooks + 1 : 0;
    const done = idle && left.notes === 0 && left.isReported;
    if (done || idleLooks > IDLE_LOOKS_MAX || options.signal?.aborted === true) return left;
    const pause = Math.min(Math.max(LOOK_EVERY_MS, (performance.now() - began) / LOOK_SHARE_MAX), LOOK_EVERY_MS_MAX);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function workLeft(product: Product): Promise<WorkLeft> {
  const { store, municipalityId } = product;
  return {
    notes: await countNotesUnderWay(store.db, municipalityId),
    isReported:
      !(await notesAreUnderWay(product, municipalityId)) &&
      (await listStaleMonths(store.db, municipalityId)).length === 0 &&
      (await listOutdatedReports(store.db, municipalityId)).length === 0,
  };
}

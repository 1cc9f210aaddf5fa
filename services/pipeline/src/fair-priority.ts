import { NOTES_PER_JOB_MAX } from "@rode-draad/contracts";
import { countNotesUnderWayUpTo } from "@rode-draad/store";
import type { Product } from "./open-product.js";

/** Beyond this many jobs of one municipality its own order is enough; counting further would cost more than it brings. */
const STEPS = 100;

/** What is tried again waits for everybody else. */
export const LAST_PRIORITY = STEPS + 2;

/**
 * Rule: the more notes of a municipality are under way, the later its next ones come. Rationale: a note of a small municipality then
 * passes a large import of another one, and two that are equally busy take turns (fair queueing: Demers et al., 1989).
 */
export async function fairPriority({ store, municipalityId }: Product): Promise<number> {
  const notes = await countNotesUnderWayUpTo(store.db, municipalityId, STEPS * NOTES_PER_JOB_MAX);
  return 1 + Math.floor(notes / NOTES_PER_JOB_MAX);
}

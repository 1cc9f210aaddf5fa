import { STAGE_NAMES, type StageName } from "@rode-draad/contracts";
import type { QueueHealth } from "@rode-draad/queue";
import { countUnfinished, isDiscovering } from "@rode-draad/store";
import type { Product } from "./open-product.js";

/** Three looks without a change, and the fourth says so: within 15 s with the time that the looks themselves take. */
const LOOK_EVERY_MS = 3_000;
const STANDS_STILL_MS = 9_000;
/** Stages that work on a whole municipality are one long step; a month of a large one takes them less than this. */
const LONG_STEP_MS = 60_000;

/** Their jobs are short, so what waits for them moves all the time. */
const SHORT_STAGES: ReadonlySet<StageName> = new Set(["questions", "known-themes", "delivery", "messages"]);

export interface ProgressWatch {
  /** False when work waits and nothing has moved for a while, whether or not every part answers. */
  moves(): boolean;
}

/**
 * Looks whether work moves, not whether processes live: a worker that hangs, a queue that lost its jobs and a listener that hears nothing
 * all answer a ping. Ends when the product closes.
 */
export function watchProgress(product: Product): ProgressWatch {
  let seen = "";
  let movedAt = performance.now();
  let patienceMs = STANDS_STILL_MS;
  let waits = false;
  const look = async (): Promise<void> => {
    const [health, notes, discovering] = await Promise.all([
      product.queue.health(),
      countUnfinished(product.store.asOwner),
      isDiscovering(product.store.asOwner),
    ]);
    // That its queue is gone is no sign that work moves.
    if (!health.reachable) return;
    const sign = JSON.stringify([notes, ...STAGE_NAMES.map((stage) => health.stages[stage])]);
    waits = notes > 0 || STAGE_NAMES.some((stage) => (health.stages[stage]?.waiting ?? 0) > 0);
    patienceMs = isLongStep(health, discovering) ? LONG_STEP_MS : STANDS_STILL_MS;
    if (sign === seen && waits && !discovering) return;
    seen = sign;
    movedAt = performance.now();
  };
  const timer = setInterval(() => {
    // A store or queue that does not answer moves nothing either, and is not seen to.
    look().catch(() => undefined);
  }, LOOK_EVERY_MS);
  timer.unref();
  product.closing.addEventListener("abort", () => clearInterval(timer), { once: true });
  return { moves: () => !waits || performance.now() - movedAt < patienceMs };
}

/** A whole municipality is being worked on, and nothing else could be meanwhile. */
function isLongStep({ stages }: QueueHealth, discovering: boolean): boolean {
  if (discovering) return true;
  const loads = STAGE_NAMES.map((stage) => ({ load: stages[stage], isShort: SHORT_STAGES.has(stage) }));
  const shortWaits = loads.some(({ load, isShort }) => isShort && (load?.waiting ?? 0) > 0);
  return !shortWaits && loads.some(({ load, isShort }) => !isShort && (load?.active ?? 0) > 0);
}

import { setTimeout as pauseUntil } from "node:timers/promises";
import { ProductError } from "@rode-draad/domain";
import { holdSessionLock } from "@rode-draad/store";
import type { Product } from "./open-product.js";

/** How soon another process takes over when the one that led is gone. */
const LOOK_EVERY_MS = 5_000;
const TICK_MS = 1_000;

export interface LeaderTask {
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<void>;
}

/**
 * Runs tasks at intervals, in one process of the installation at a time: the one that holds a lock of the database, which a process
 * that dies lets go. They stand apart from the queue, because they must run when it lost everything, and go by a clock that nobody
 * can set. Ends when the product closes.
 */
export function runAsLeader(
  product: Pick<Product, "store" | "logger" | "closing">,
  tasks: readonly LeaderTask[],
): void {
  void lead(product, tasks);
}

async function lead(
  { store, logger, closing }: Pick<Product, "store" | "logger" | "closing">,
  tasks: readonly LeaderTask[],
): Promise<void> {
  const ranAt = new Map<string, number>();
  while (!closing.aborted) {
    await holdSessionLock(store.asOwner, async (isHeld) => {
      while (!closing.aborted && (await isHeld())) {
        for (const { name, everyMs, run } of tasks) {
          if (closing.aborted || performance.now() - (ranAt.get(name) ?? Number.NEGATIVE_INFINITY) < everyMs) continue;
          ranAt.set(name, performance.now());
          await run().catch((error: unknown) => {
            // The queue tells of its outage itself.
            if (error instanceof ProductError && error.code === "queue-unreachable") return;
            logger.error({ err: error, task: name }, "a recurring task failed");
          });
        }
        await pause(TICK_MS, closing);
      }
    }).catch((error: unknown) => {
      if (!closing.aborted) logger.warn({ err: error }, "the lock of the recurring tasks was lost");
    });
    await pause(LOOK_EVERY_MS, closing);
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await pauseUntil(ms, undefined, { signal }).catch(() => undefined);
}

import { ProductError } from "@rode-draad/domain";
import type { Queue } from "@rode-draad/queue";

/** For who can do nothing without the queue, before anything is done. @throws ProductError `queue-unreachable` */
export function requireQueue(queue: Pick<Queue, "isAway">): void {
  if (!queue.isAway()) return;
  throw new ProductError(
    "queue-unreachable",
    "De wachtrij antwoordt niet. Er is niets veranderd. Probeer het later opnieuw.",
    { retryable: true },
  );
}

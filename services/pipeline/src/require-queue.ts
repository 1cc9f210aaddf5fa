import { ProductError } from "@rode-draad/domain";
import type { Queue, QueueHealth } from "@rode-draad/queue";

/** What is in the queue, for who can do nothing without it. @throws ProductError `queue-unreachable` */
export async function requireQueue(queue: Pick<Queue, "health">): Promise<QueueHealth> {
  const health = await queue.health();
  if (health.reachable) return health;
  throw new ProductError(
    "queue-unreachable",
    "De wachtrij antwoordt niet. Er is niets veranderd. Probeer het later opnieuw.",
    {
      retryable: true,
    },
  );
}

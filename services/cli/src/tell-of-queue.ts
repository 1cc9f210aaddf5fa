import { examineQueue } from "@rode-draad/operate";
import type { Product } from "@rode-draad/pipeline";

/** What is wrong with the server of the queue, once at the start of a process that goes on: others are done before it matters. */
export async function tellOfQueue({ configuration, logger }: Pick<Product, "configuration" | "logger">): Promise<void> {
  for (const { id, state, found, toDo } of await examineQueue(configuration))
    if (state !== "good") logger.warn({ check: id }, [found, toDo].filter(Boolean).join(" "));
}

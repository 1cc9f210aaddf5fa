import type { Piscina } from "piscina";
import type { EachTask, Outcome } from "./outcome.js";

/** What Node.js throws when a thread ran out of its memory. */
const OUT_OF_MEMORY = "ERR_WORKER_OUT_OF_MEMORY";

/**
 * Runs a task of `text-tasks.ts` or `cut-task.ts` over many texts. A text that throws or never ends comes back from its thread as
 * failed. One that eats the memory of its thread takes it down: it is failed, and the others are done in another thread.
 */
export async function runEach<Item, Result>(
  pool: Piscina,
  name: string,
  items: readonly Item[],
): Promise<Outcome<Result>[]> {
  const outcomes: Outcome<Result>[] = items.map(() => ({ failed: "unknown" }));
  let left = [...items.keys()];
  while (left.length > 0) {
    const progress = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const task: EachTask<Item> = { items: left.map((index) => items[index] as Item), progress };
    try {
      const results: Outcome<Result>[] = await pool.run(task, { name });
      results.forEach((result, place) => {
        outcomes[left[place] as number] = result;
      });
      break;
    } catch (error) {
      const culprit = left[Atomics.load(progress, 0) - 1];
      // The thread itself broke, as when its model cannot be loaded: no text is to blame.
      if (codeOf(error) !== OUT_OF_MEMORY || culprit === undefined) throw error;
      outcomes[culprit] = { failed: "out-of-memory" };
      left = left.filter((index) => index !== culprit);
    }
  }
  return outcomes;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

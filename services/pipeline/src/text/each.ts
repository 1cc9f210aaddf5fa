import type { EachTask, Outcome } from "./outcome.js";

/** Says before each item which one it is, so that it is known when the thread does not come back from it. */
export function each<Item, Result>(
  { items, progress }: EachTask<Item>,
  work: (item: Item) => Result,
): Outcome<Result>[] {
  return items.map((item, index) => {
    Atomics.store(progress, 0, index + 1);
    try {
      return { done: work(item) };
    } catch (error) {
      // The name only: a message could quote the text.
      return { failed: error instanceof Error ? error.name : "unknown" };
    }
  });
}

import { endsInTime } from "./ends-in-time.js";
import type { EachTask, Outcome } from "./outcome.js";

/** How a text is read, and how much of the processor it may take; reading is linear in its length. */
export interface Reading<Item, Result> {
  readonly read: (item: Item) => Result;
  readonly msMax: number;
  /** What a thousand characters may take on top of that. */
  readonly msMaxPerThousand: number;
  /** Called when a text was interrupted, for a reader that keeps something which is half written then. */
  readonly onInterrupted?: () => void;
}

/** Texts under one alarm: few enough that the text that sets it off is found soon, enough that the alarm costs next to nothing. */
const TEXTS_AT_ONCE = 10;

/** A text that is alone keeps nobody waiting; a thread that is still cold on a busy machine is no reason to set it aside. */
const ALONE_FACTOR = 20;

/**
 * Reads each text in turn. One that throws, or takes a multiple of what a text of its length takes, comes back as failed. Before each it
 * says which one it is, so that it is known when the thread does not come back from it.
 */
export function each<Item extends { readonly text: string }, Result>(
  { items, progress }: EachTask<Item>,
  { read, msMax, msMaxPerThousand, onInterrupted }: Reading<Item, Result>,
): Outcome<Result>[] {
  const outcomes: Outcome<Result>[] = [];
  const readNext = (): void => {
    Atomics.store(progress, 0, outcomes.length + 1);
    try {
      outcomes.push({ done: read(items[outcomes.length] as Item) });
    } catch (error) {
      // The name only: a message could quote the text.
      outcomes.push({ failed: error instanceof Error ? error.name : "unknown" });
    }
  };
  // A text that was interrupted is read again under an alarm of its own: those before it may have taken its time, in a thread that is
  // still cold or on a machine that is busy. Who is alone had that alarm already.
  let suspect = items.length === 1 ? 0 : -1;
  while (outcomes.length < items.length) {
    const atOnce = outcomes.length === suspect ? 1 : TEXTS_AT_ONCE;
    const end = Math.min(outcomes.length + atOnce, items.length);
    const characters = items.slice(outcomes.length, end).reduce((sum, { text }) => sum + text.length, 0);
    const factor = items.length === 1 ? ALONE_FACTOR : 1;
    const isInTime = endsInTime(factor * (msMax + (msMaxPerThousand * characters) / 1_000), () => {
      while (outcomes.length < end) readNext();
    });
    if (isInTime || outcomes.length === end) continue;
    if (outcomes.length === suspect) outcomes.push({ failed: "does-not-end" });
    else suspect = outcomes.length;
    onInterrupted?.();
  }
  return outcomes;
}

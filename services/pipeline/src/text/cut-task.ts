import type { SafeText, Segment } from "@rode-draad/domain";
import { cutIntoSegments } from "@rode-draad/questions";
import { each } from "./each.js";
import type { EachTask, Outcome } from "./outcome.js";

export interface TextToCut {
  readonly text: SafeText;
}

/**
 * Runs in a worker thread of its own, which knows no model and is there again in a moment when a text took it down. A note takes a
 * fraction of a millisecond, a thousand characters a tenth of one. What takes longer comes back to be read alone, where the worst kind
 * of text gets its time too.
 */
export function cutTexts(task: EachTask<TextToCut>): Outcome<Segment[]>[] {
  return each(task, { read: ({ text }) => cutIntoSegments(text), msMax: 3, msMaxPerThousand: 0.5 });
}

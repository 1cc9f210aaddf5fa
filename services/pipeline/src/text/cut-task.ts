import type { SafeText, Segment } from "@rode-draad/domain";
import { cutIntoSegments } from "@rode-draad/questions";
import { each } from "./each.js";
import type { EachTask, Outcome } from "./outcome.js";

/** Runs in a worker thread of its own, which knows no model and is there again in a moment when a text took it down. */
export function cutTexts(task: EachTask<SafeText>): Outcome<Segment[]>[] {
  return each(task, (text) => cutIntoSegments(text));
}

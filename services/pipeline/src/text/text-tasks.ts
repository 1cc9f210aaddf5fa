import type { SafeText, Segment, ThemeId } from "@rode-draad/domain";
import { cutIntoSegments } from "@rode-draad/questions";
import { loadRecogniser, type QuestionReason, type Recogniser, type ThemedSegment } from "@rode-draad/themes";
import type { EachTask, Outcome } from "./outcome.js";

/** Runs in a worker thread: the heavy reading of text, away from the event loop that renews job locks. */

export interface TextToRecognise {
  readonly text: SafeText;
  readonly segments: readonly Segment[];
}

let loaded: Recogniser | undefined;

/** Loads the model on first use; it lives as long as its thread. */
function recogniser(): Recogniser {
  loaded ??= loadRecogniser();
  return loaded;
}

export function recogniseTexts(task: EachTask<TextToRecognise>): Outcome<ThemedSegment[]>[] {
  const loadedFirst = recogniser();
  return each(task, ({ text, segments }) => loadedFirst.recognise(text, segments));
}

export function cutTexts(task: EachTask<SafeText>): Outcome<Segment[]>[] {
  return each(task, (text) => cutIntoSegments(text));
}

export interface TextToExplain {
  readonly text: SafeText;
  readonly themeId: ThemeId;
}

export function tellReasons(questions: readonly TextToExplain[]): QuestionReason[] {
  return questions.map(({ text, themeId }) => recogniser().tellReason(text, themeId));
}

export interface TextToPlace {
  readonly text: SafeText;
  readonly max: number;
}

export function placeText({ text, max }: TextToPlace): ThemeId[] {
  return recogniser().nearest(text, max);
}

export function modelVersion(): string {
  return recogniser().version;
}

/** Says before each item which one it is, so that it is known when the thread does not come back from it. */
function each<Item, Result>({ items, progress }: EachTask<Item>, work: (item: Item) => Result): Outcome<Result>[] {
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

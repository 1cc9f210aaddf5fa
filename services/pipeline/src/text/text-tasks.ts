import type { SafeText, Segment, ThemeId } from "@rode-draad/domain";
import { loadRecogniser, type QuestionReason, type Recogniser, type ThemedSegment } from "@rode-draad/themes";
import { each } from "./each.js";
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

/** A thousand characters take a millisecond, and of the worst kind six; the first ones of a new thread a multiple of that. */
export function recogniseTexts(task: EachTask<TextToRecognise>): Outcome<ThemedSegment[]>[] {
  recogniser();
  return each(task, {
    read: ({ text, segments }) => recogniser().recognise(text, segments),
    msMax: 100,
    msMaxPerThousand: 10,
    onInterrupted() {
      // It sums all notes in one place, and may have been interrupted while it made room there.
      loaded = loadRecogniser();
    },
  });
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

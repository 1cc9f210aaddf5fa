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

export function recogniseTexts(task: EachTask<TextToRecognise>): Outcome<ThemedSegment[]>[] {
  const loadedFirst = recogniser();
  return each(task, ({ text, segments }) => loadedFirst.recognise(text, segments));
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

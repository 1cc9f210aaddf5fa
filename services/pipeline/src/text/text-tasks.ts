import type { SafeText, Segment } from "@rode-draad/domain";
import { loadRecogniser, type Recogniser, type ThemedSegment } from "@rode-draad/themes";

/** Runs in a worker thread: the recogniser's work, away from the event loop that renews job locks. */

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

export function recogniseTexts(notes: readonly TextToRecognise[]): ThemedSegment[][] {
  return notes.map(({ text, segments }) => recogniser().recognise(text, segments));
}

export function modelVersion(): string {
  return recogniser().version;
}

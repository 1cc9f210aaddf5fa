import type { ThemeId } from "@rode-draad/domain";
import { splitSentences } from "@rode-draad/language";
import { makeFeatureIndex } from "../src/known/feature-index.js";
import { FeatureExtractor, type Lexicon } from "../src/known/features.js";
import type { Calibration } from "../src/known/recognition-model.js";
import { NoteScores, type TextSpan } from "../src/known/score-note.js";
import { type PreparedNote, trainScorer } from "./train-scorer.js";
import type { LabelledNote } from "./training-notes.js";

/** A note scored by a model that saw nothing of its hand. */
export interface HeldOutNote {
  readonly note: LabelledNote;
  readonly sentences: readonly TextSpan[];
  readonly scores: NoteScores;
}

/** Stands in until the real calibration is fitted; scoring does not use it. */
export const NO_CALIBRATION: Calibration = {
  themeSteepness: 1,
  question: [],
  boundaryCost: 0,
  themeFloor: 0,
  safetyFloor: 1,
};

/** Scores the notes of each hand with a model trained on all the other hands. One training a hand. */
export function holdOutHands(
  prepared: readonly PreparedNote[],
  lexicon: Lexicon,
  themeIds: readonly ThemeId[],
  safetyColumns: readonly number[],
  hands: readonly string[],
  progress: (hand: string) => void = () => undefined,
): HeldOutNote[] {
  return hands.flatMap((hand) => {
    const others = prepared.filter(({ note }) => note.hand !== hand);
    const model = trainScorer(others, lexicon, themeIds, safetyColumns, "held-out", NO_CALIBRATION);
    const extractor = new FeatureExtractor(lexicon, makeFeatureIndex(model.features));
    progress(hand);
    return prepared
      .filter(({ note }) => note.hand === hand)
      .map(({ note }) => {
        const sentences = splitSentences(note.text);
        return { note, sentences, scores: new NoteScores(model, extractor, note.text, sentences) };
      });
  });
}

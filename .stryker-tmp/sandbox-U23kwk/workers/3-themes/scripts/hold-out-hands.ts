import type { ThemeId } from "@rode-draad/domain";
import { splitSentences } from "@rode-draad/language";
import type { Lexicon } from "../src/known/features.js";
import { type Openings, readOpenings } from "../src/known/read-openings.js";
import type { Calibration, RecognitionModel } from "../src/known/recognition-model.js";
import { makeScorer, type NoteScores, type TextSpan } from "../src/known/score-note.js";
import { keepScores } from "./keep-scores.js";
import { recombineNotes } from "./recombine-notes.js";
import { type PreparedNote, trainScorer } from "./train-scorer.js";
import type { LabelledNote } from "./training-notes.js";

/** A note scored by a model that saw nothing of its hand. */
export interface HeldOutNote {
  readonly note: LabelledNote;
  readonly sentences: readonly TextSpan[];
  readonly openings: Openings;
  readonly scores: NoteScores;
}

/** A group of hands, the model that saw none of them, and their notes scored by it. */
export interface HeldOutGroup {
  readonly hands: readonly string[];
  readonly model: RecognitionModel;
  readonly notes: readonly HeldOutNote[];
  /** Their segments in other company, for calibration only. */
  readonly recombined: readonly HeldOutNote[];
}

/** Stands in until the real calibration is fitted; scoring does not use it. */
export const NO_CALIBRATION: Calibration = {
  themeSteepness: 1,
  question: [],
  asking: [],
  silent: [],
  silentNote: [],
  askingLean: 0,
  themeFloor: 0,
  safetyFloor: 1,
};

/**
 * Hands in groups that are left out together, round-robin by name, so that the four hands that wrote most of a quarter of
 * the themes each fall in different groups. Groups instead of single hands: four trainings instead of eleven.
 */
export function groupHands(hands: readonly string[], groups = 4): string[][] {
  const sorted = [...new Set(hands)].sort();
  const grouped = Array.from({ length: Math.min(groups, sorted.length) }, (): string[] => []);
  sorted.forEach((hand, index) => {
    grouped[index % grouped.length]?.push(hand);
  });
  return grouped;
}

/** Scores the notes of each group of hands with a model trained on all the other hands. One training a group. */
export function holdOutHands(
  prepared: readonly PreparedNote[],
  lexicon: Lexicon,
  themeIds: readonly ThemeId[],
  safetyColumns: readonly number[],
  groups: readonly (readonly string[])[],
  progress: (hands: readonly string[]) => void = () => undefined,
): HeldOutGroup[] {
  return groups.map((hands) => {
    const others = prepared.filter(({ note }) => !hands.includes(note.hand));
    const model = trainScorer(others, lexicon, themeIds, safetyColumns, "held-out", NO_CALIBRATION);
    const scorer = makeScorer(model);
    progress(hands);
    const hold = (note: LabelledNote): HeldOutNote => {
      const sentences = splitSentences(note.text);
      const openings = readOpenings(note.text, sentences);
      return { note, sentences, openings, scores: keepScores(scorer.score(note.text, sentences), sentences.length) };
    };
    const own = prepared.filter(({ note }) => hands.includes(note.hand)).map(({ note }) => note);
    return { hands, model, notes: own.map(hold), recombined: recombineNotes(own).map(hold) };
  });
}

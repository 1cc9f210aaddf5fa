import type { ThemeId } from "@rode-draad/domain";
import type { Lexicon } from "./features.js";

/**
 * What a trained recogniser consists of, in memory. Weights are sparse rows by feature:
 *
 *   rows.starts[f] … rows.starts[f + 1]   ->   rows.themes[i], rows.weights[i]     (weight × scales[theme])
 *
 * Column `themeIds.length` is the class "no question": context, administration, settled, somebody else's.
 */
export interface RecognitionModel {
  readonly version: string;
  readonly themeIds: readonly ThemeId[];
  /** Themes of the safety route, by column. */
  readonly safetyColumns: readonly number[];
  readonly lexicon: Lexicon;
  readonly aroundWeight: number;
  /** Hashes of the features in use, ascending. */
  readonly features: Uint32Array;
  /** What a feature counts for: the weight of its group times its inverse document frequency. */
  readonly values: Float32Array;
  /** Weights of a feature in the stretch itself. */
  readonly own: SparseRows;
  /** Weights of a feature in the rest of the note. */
  readonly around: SparseRows;
  readonly network: HiddenLayer;
  /** Weight of the network's log-probabilities beside the linear scores. */
  readonly networkShare: number;
  readonly calibration: Calibration;
}

/**
 * A hidden layer over the same features. Rows of `own` follow `features`, rows of `around` follow `aroundFeatures`.
 * `output` has a row of all columns for each unit.
 */
export interface HiddenLayer {
  readonly own: DenseRows;
  readonly around: DenseRows;
  readonly aroundFeatures: Uint32Array;
  readonly inputBias: Float32Array;
  readonly output: Float32Array;
  readonly outputBias: Float32Array;
}

/** Rows of `width` weights from -7 to 7, times the scale of their row: half a byte each in the file. */
export interface DenseRows {
  readonly width: number;
  readonly weights: Int8Array;
  readonly scales: Float32Array;
}

export interface SparseRows {
  readonly starts: Uint32Array;
  readonly themes: Uint8Array;
  readonly weights: Int8Array;
  readonly scales: Float32Array;
}

/** How scores become probabilities and decisions; fitted on hands that the scoring model had not seen. */
export interface Calibration {
  /** Steepness of the softmax over themes. */
  readonly themeSteepness: number;
  /** Weights of the evidence that a stretch is a question (see `questionEvidence`). */
  readonly question: readonly number[];
  /** Weights of the evidence for a stretch of a division read as a question, and as none (see `readingEvidence`). */
  readonly asking: readonly number[];
  readonly silent: readonly number[];
  /** Weights of a division in which nothing is asked (see `silentNoteWeight`). */
  readonly silentNote: readonly number[];
  /** Added to the reading as a question: what is asked between the lines is missed otherwise. The floor keeps it honest. */
  readonly askingLean: number;
  /** A theme is given at this confidence or above. */
  readonly themeFloor: number;
  /** A stretch whose chance of a safety theme reaches this goes the safety route. */
  readonly safetyFloor: number;
}

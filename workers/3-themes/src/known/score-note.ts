import { type FeatureExtractor, GROUPS } from "./features.js";
import type { RecognitionModel, SparseRows } from "./recognition-model.js";

/**
 * Scores of every stretch of a note for every theme. Each group of features is a vector of length one, so a stretch's
 * score is a sum over sentences divided by a length, and both add up over sentences: all stretches of a note are scored
 * from one pass over its features.
 *
 *   score(i…j) = Σ groups  weight × Σ sentences sums[g] / √ Σ sentences squares[g]   + the same for the rest of the note
 *
 * Cost: features × themes per feature for a note, and groups × themes for each stretch asked.
 */

/** Groups whose features in the rest of the note count too. */
const AROUND_GROUPS = ["words", "concepts"] as const;

export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Adds each feature of one sentence to a theme-wide sum. Returns the square of their length. */
function addRows(features: readonly number[], rarity: Float32Array, rows: SparseRows, sums: Float32Array): number {
  let square = 0;
  const { starts, themes, weights } = rows;
  for (const feature of features) {
    const value = rarity[feature] as number;
    square += value * value;
    const end = starts[feature + 1] as number;
    for (let at = starts[feature] as number; at < end; at++) {
      const theme = themes[at] as number;
      sums[theme] = (sums[theme] as number) + value * (weights[at] as number);
    }
  }
  return square;
}

interface Part {
  readonly weight: number;
  readonly scales: Float32Array;
  /** Per sentence boundary: sums over the sentences before it; row i + 1 holds sentences 0 … i. */
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  readonly outside: boolean;
}

export class NoteScores {
  readonly columns: number;
  readonly #parts: readonly Part[];
  readonly #count: number;

  constructor(model: RecognitionModel, extractor: FeatureExtractor, text: string, sentences: readonly TextSpan[]) {
    const columns = model.themeIds.length + 1;
    this.columns = columns;
    this.#count = sentences.length;
    const features = sentences.map((sentence) => extractor.extract(text, sentence.start, sentence.end));
    const makePart = (group: (typeof GROUPS)[number], weight: number, rows: SparseRows, outside: boolean): Part => {
      const sums = new Float64Array((sentences.length + 1) * columns);
      const squares = new Float64Array(sentences.length + 1);
      const fresh = new Float32Array(columns);
      features.forEach((feature, index) => {
        fresh.fill(0);
        const square = addRows(feature[group], model.rarity, rows, fresh);
        squares[index + 1] = (squares[index] as number) + square;
        const before = index * columns;
        const after = before + columns;
        for (let theme = 0; theme < columns; theme++) {
          sums[after + theme] = (sums[before + theme] as number) + (fresh[theme] as number);
        }
      });
      return { weight, scales: rows.scales, sums, squares, outside };
    };
    this.#parts = [
      ...GROUPS.map((group) => makePart(group, model.groupWeights[group], model.own, false)),
      ...AROUND_GROUPS.map((group) =>
        makePart(group, model.groupWeights[group] * model.aroundWeight, model.around, true),
      ),
    ];
  }

  /** Scores of the sentences `from` up to `to` (half-open) for every column, written into `into`. */
  score(from: number, to: number, into: Float64Array): void {
    into.fill(0);
    const columns = this.columns;
    for (const part of this.#parts) {
      const inside = (part.squares[to] as number) - (part.squares[from] as number);
      const square = part.outside ? (part.squares[this.#count] as number) - inside : inside;
      if (square <= 1e-9) continue;
      const factor = part.weight / Math.sqrt(square);
      const low = from * columns;
      const high = to * columns;
      const all = this.#count * columns;
      for (let theme = 0; theme < columns; theme++) {
        const within = (part.sums[high + theme] as number) - (part.sums[low + theme] as number);
        const sum = part.outside ? (part.sums[all + theme] as number) - within : within;
        into[theme] = (into[theme] as number) + factor * sum * (part.scales[theme] as number);
      }
    }
  }
}

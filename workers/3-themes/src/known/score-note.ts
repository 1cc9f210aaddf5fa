import { makeFeatureIndex } from "./feature-index.js";
import { FeatureExtractor, type SentenceFeatures } from "./features.js";
import type { RecognitionModel } from "./recognition-model.js";
import { type Addition, NUMBER_BYTES, ScoringTables, WORDS_AT_ONCE } from "./scoring-tables.js";

/**
 * Scores of every stretch of a note for every theme. A stretch is one vector of length one over its features, so what it
 * adds to a score is a sum over its sentences divided by a length, and both add up over sentences: all stretches of a note
 * are scored from one pass over its words, through running totals.
 *
 *   sums[j] − sums[i]  =  Σ features in sentences i … j of  value × weights        one row: [ themes + 1 │ hidden units ]
 *   score(i … j)       =  (sums[j] − sums[i]) / √(squares[j] − squares[i])   + the same for the rest of the note
 *
 * The hidden units go through the network's output layer for each stretch asked. What a word form adds depends on the form
 * alone; it is summed once and remembered, so a word costs one row whatever its number of letters.
 * Cost: words × row for a note; row + hidden units × themes for each stretch.
 */

export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Scores of the stretches of one note. */
export interface NoteScores {
  readonly columns: number;
  /** Scores of the sentences `from` up to `to` (half-open) for every column, written into `into`. */
  score(from: number, to: number, into: Float64Array): void;
}

/** Scores with one model; its tables are prepared once. Not for use by two callers at the same moment. */
export interface Scorer {
  /** The scores hold until the next note is scored, because all notes are summed in the same place. */
  score(text: string, sentences: readonly TextSpan[]): SummedNote;
  /** What the words and concepts of a stretch add to each column by the linear weights alone, whatever their company. */
  weigh(text: string, from: number, to: number): Float32Array;
}

/** Word forms whose additions are remembered; bounded so that noise cannot fill memory. */
const REMEMBERED_MAX = 20_000;

export function makeScorer(model: RecognitionModel): Scorer {
  const tables = new ScoringTables(model);
  const resolve = makeFeatureIndex(model.features);
  const extractor = new FeatureExtractor(model.lexicon, resolve, (word) => tables.addition(word));
  return {
    score(text, sentences) {
      // Between notes only: within a note its words must keep their places.
      if (extractor.remembered > REMEMBERED_MAX) {
        extractor.forget();
        tables.forget();
      }
      const features = sentences.map(({ start, end }) => extractor.extract(text, start, end));
      return new SummedNote(tables, features);
    },
    weigh(text, from, to) {
      const { forms, concepts } = extractor.extract(text, from, to);
      return tables.weigh([...forms.flatMap(({ words, letters }) => [...words, ...letters]), ...concepts]);
    },
  };
}

export class SummedNote implements NoteScores {
  readonly columns: number;
  readonly #tables: ScoringTables;
  readonly #features: readonly SentenceFeatures<Addition>[];
  /** Address of the running totals: the one of sentence i comes after those of sentences 0 … i. */
  readonly #totals: number;
  readonly #ownSquares: Float64Array;
  readonly #aroundSquares: Float64Array;

  constructor(tables: ScoringTables, features: readonly SentenceFeatures<Addition>[]) {
    this.columns = tables.columns;
    this.#tables = tables;
    this.#features = features;
    this.#totals = tables.totalsFor(features.length);
    this.#ownSquares = new Float64Array(features.length + 1);
    this.#aroundSquares = new Float64Array(features.length + 1);
    for (const [index, sentence] of features.entries()) this.#addSentence(sentence, index);
  }

  score(from: number, to: number, into: Float64Array): void {
    const { columns, networkShare, sums, row, outputs } = this.#tables;
    this.#sum(from, to);
    const { floats } = sums;
    const linear = row / NUMBER_BYTES;
    const output = outputs / NUMBER_BYTES;
    const shift = logSumExp(floats, output, output + columns);
    for (let theme = 0; theme < columns; theme++) {
      into[theme] = (floats[linear + theme] as number) + networkShare * ((floats[output + theme] as number) - shift);
    }
  }

  /** The linear scores and hidden units of a stretch, and what the network makes of them. */
  #sum(from: number, to: number): void {
    const tables = this.#tables;
    const { sums, rowBytes, outputsBytes } = tables;
    const count = this.#features.length;
    const low = this.#totals + from * 2 * rowBytes;
    const high = this.#totals + to * 2 * rowBytes;
    const last = this.#totals + count * 2 * rowBytes;
    const inside = (this.#ownSquares[to] as number) - (this.#ownSquares[from] as number);
    const near = (this.#aroundSquares[to] as number) - (this.#aroundSquares[from] as number);
    const outside = (this.#aroundSquares[count] as number) - near;
    const own = inside > SQUARE_LEAST ? 1 / Math.sqrt(inside) : 0;
    const around = outside > SQUARE_LEAST ? tables.aroundWeight / Math.sqrt(outside) : 0;
    sums.combine(tables.row, tables.base, low, high, last, own, around, rowBytes);
    const { outputs, outputBias, units, outputWeights, activeUnits } = tables;
    sums.activate(outputs, outputBias, tables.row + outputsBytes, units, outputWeights, activeUnits, outputsBytes);
  }

  /** Share of the words in a stretch that the model knows; 0 where there are none. */
  familiarity(from: number, to: number): number {
    let words = 0;
    let known = 0;
    for (let at = from; at < to; at++) {
      const { wordCount, knownCount } = this.#features[at] as SentenceFeatures<Addition>;
      words += wordCount;
      known += knownCount;
    }
    return words === 0 ? 0 : known / words;
  }

  #addSentence({ forms, words, pairs, concepts }: SentenceFeatures<Addition>, index: number): void {
    const tables = this.#tables;
    const { sums, rowBytes } = tables;
    const before = this.#totals + index * 2 * rowBytes;
    const total = before + 2 * rowBytes;
    let ownSquare = this.#ownSquares[index] as number;
    let aroundSquare = this.#aroundSquares[index] as number;
    const { addresses } = sums;
    const list = tables.words / NUMBER_BYTES;
    let base = before;
    // Also for a sentence without words, whose total is that of the sentence before it.
    for (let from = 0; from === 0 || from < forms.length; from += WORDS_AT_ONCE) {
      const upTo = Math.min(forms.length, from + WORDS_AT_ONCE);
      for (let word = from; word < upTo; word++) {
        const { prepared } = forms[word] as { readonly prepared: Addition };
        addresses[list + word - from] = prepared.address;
        ownSquare += prepared.ownSquare;
        aroundSquare += prepared.aroundSquare;
      }
      sums.addRows(total, base, tables.words, upTo - from, 2 * rowBytes);
      base = total;
    }
    for (const loose of [words, pairs, concepts]) ownSquare += tables.addOwn(loose, total);
    for (const loose of [words, concepts]) aroundSquare += tables.addAround(loose, total + rowBytes);
    this.#ownSquares[index + 1] = ownSquare;
    this.#aroundSquares[index + 1] = aroundSquare;
  }
}

/** Squares below this are rounding: the stretch holds no known feature. */
const SQUARE_LEAST = 1e-6;

/** What lies so far below the top adds nothing that counts. */
const FAR_BELOW = 16;

function logSumExp(values: Float32Array, from: number, to: number): number {
  let top = -Infinity;
  for (let at = from; at < to; at++) if ((values[at] as number) > top) top = values[at] as number;
  let mass = 0;
  for (let at = from; at < to; at++) {
    const value = values[at] as number;
    if (value > top - FAR_BELOW) mass += Math.exp(value - top);
  }
  return top + Math.log(mass);
}

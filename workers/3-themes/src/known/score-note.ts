import { makeFeatureIndex } from "./feature-index.js";
import { FeatureExtractor, type SentenceFeatures, type WordFeatures } from "./features.js";
import type { DenseRows, HiddenLayer, RecognitionModel, SparseRows } from "./recognition-model.js";

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

/** What a word form adds to a sentence: a row for the stretch itself, then one for the rest of the note. */
interface Addition {
  readonly rows: Float32Array;
  readonly ownSquare: number;
  readonly aroundSquare: number;
}

/** Scores with one model; its tables are prepared once. Not for use by two callers at the same moment. */
export interface Scorer {
  score(text: string, sentences: readonly TextSpan[]): NoteScores;
  /** What the words and concepts of a stretch add to each column by the linear weights alone, whatever their company. */
  weigh(text: string, from: number, to: number): Float32Array;
}

export function makeScorer(model: RecognitionModel): Scorer {
  const tables = new ScoringTables(model);
  const resolve = makeFeatureIndex(model.features);
  const extractor = new FeatureExtractor(model.lexicon, resolve, (word) => tables.addition(word));
  return {
    score: (text, sentences) =>
      new NoteScores(
        tables,
        sentences.map(({ start, end }) => extractor.extract(text, start, end)),
      ),
    weigh(text, from, to) {
      const { forms, concepts } = extractor.extract(text, from, to);
      const row = new Float32Array(tables.width);
      for (const { words, letters } of forms) {
        tables.addOwn(words, row, 0);
        tables.addOwn(letters, row, 0);
      }
      tables.addOwn(concepts, row, 0);
      return row.subarray(0, tables.columns);
    },
  };
}

/** A model's weights by feature. */
class ScoringTables {
  readonly columns: number;
  readonly width: number;
  readonly network: HiddenLayer;
  readonly networkShare: number;
  readonly aroundWeight: number;
  /** What an absent word adds. */
  readonly nothing: Addition;
  readonly #model: RecognitionModel;
  readonly #aroundRows: Int32Array;

  constructor(model: RecognitionModel) {
    const { network } = model;
    this.#model = model;
    this.columns = model.themeIds.length + 1;
    this.width = this.columns + network.inputBias.length;
    this.nothing = { rows: new Float32Array(2 * this.width), ownSquare: 0, aroundSquare: 0 };
    this.network = network;
    this.networkShare = model.networkShare;
    this.aroundWeight = model.aroundWeight;
    this.#aroundRows = new Int32Array(model.features.length).fill(-1);
    network.aroundFeatures.forEach((feature, row) => {
      this.#aroundRows[feature] = row;
    });
  }

  addition({ words, letters }: WordFeatures): Addition {
    const rows = new Float32Array(2 * this.width);
    const ownSquare = this.addOwn(words, rows, 0) + this.addOwn(letters, rows, 0);
    return { rows, ownSquare, aroundSquare: this.addAround(words, rows, this.width) };
  }

  /** Adds the rows of loose features at `at`; gives back the sum of their squares. */
  addOwn(features: readonly number[], into: Float32Array, at: number): number {
    const { values, own, network } = this.#model;
    let square = 0;
    for (const feature of features) {
      const value = values[feature] as number;
      square += value * value;
      addSparse(own, feature, value, into, at);
      addDense(network.own, feature, value, into, at + this.columns);
    }
    return square;
  }

  /** The same for the rest of the note, where the network knows some of the features only. */
  addAround(features: readonly number[], into: Float32Array, at: number): number {
    const { values, around, network } = this.#model;
    let square = 0;
    for (const feature of features) {
      const value = values[feature] as number;
      square += value * value;
      addSparse(around, feature, value, into, at);
      const row = this.#aroundRows[feature] as number;
      if (row >= 0) addDense(network.around, row, value, into, at + this.columns);
    }
    return square;
  }
}

function addSparse(rows: SparseRows, feature: number, value: number, into: Float32Array, at: number): void {
  const { starts, themes, weights, scales } = rows;
  const end = starts[feature + 1] as number;
  for (let entry = starts[feature] as number; entry < end; entry++) {
    const theme = themes[entry] as number;
    into[at + theme] = (into[at + theme] as number) + value * (weights[entry] as number) * (scales[theme] as number);
  }
}

function addDense(
  { weights, scales, width }: DenseRows,
  row: number,
  value: number,
  into: Float32Array,
  at: number,
): void {
  const factor = value * (scales[row] as number);
  const from = row * width;
  for (let unit = 0; unit < width; unit++) {
    into[at + unit] = (into[at + unit] as number) + factor * (weights[from + unit] as number);
  }
}

export class NoteScores {
  readonly columns: number;
  readonly #tables: ScoringTables;
  readonly #count: number;
  readonly #features: readonly SentenceFeatures<Addition>[];
  /** Running totals: row i + 1 holds sentences 0 … i, first for the stretch itself, then for the rest of the note. */
  readonly #totals: Float32Array;
  readonly #ownSquares: Float64Array;
  readonly #aroundSquares: Float64Array;
  readonly #row: Float64Array;
  readonly #outputs: Float64Array;

  constructor(tables: ScoringTables, features: readonly SentenceFeatures<Addition>[]) {
    const count = features.length;
    this.columns = tables.columns;
    this.#tables = tables;
    this.#count = count;
    this.#features = features;
    this.#totals = new Float32Array((count + 1) * 2 * tables.width);
    this.#ownSquares = new Float64Array(count + 1);
    this.#aroundSquares = new Float64Array(count + 1);
    this.#row = new Float64Array(tables.width);
    this.#outputs = new Float64Array(tables.columns);
    for (const [index, sentence] of features.entries()) this.#addSentence(sentence, index);
  }

  /** Scores of the sentences `from` up to `to` (half-open) for every column, written into `into`. */
  score(from: number, to: number, into: Float64Array): void {
    const { columns, network, networkShare } = this.#tables;
    const row = this.#row;
    this.#sumInto(row, from, to);
    const outputs = this.#outputs;
    outputs.set(network.outputBias);
    addActiveUnits(row, columns, network.output, outputs);
    const shift = logSumExp(outputs);
    for (let theme = 0; theme < columns; theme++) {
      into[theme] = (row[theme] as number) + networkShare * ((outputs[theme] as number) - shift);
    }
  }

  /** The linear scores and the hidden units of a stretch: one sum over what is in it, one over the rest of the note. */
  #sumInto(row: Float64Array, from: number, to: number): void {
    const { columns, width, network, aroundWeight } = this.#tables;
    const totals = this.#totals;
    const low = 2 * from * width;
    const high = 2 * to * width;
    const end = (2 * this.#count + 1) * width;
    const inside = (this.#ownSquares[to] as number) - (this.#ownSquares[from] as number);
    const near = (this.#aroundSquares[to] as number) - (this.#aroundSquares[from] as number);
    const outside = (this.#aroundSquares[this.#count] as number) - near;
    const ownFactor = inside > SQUARE_LEAST ? 1 / Math.sqrt(inside) : 0;
    const aroundFactor = outside > SQUARE_LEAST ? aroundWeight / Math.sqrt(outside) : 0;
    for (let column = 0; column < width; column++) {
      const own = (totals[high + column] as number) - (totals[low + column] as number);
      const around =
        (totals[end + column] as number) -
        (totals[high + width + column] as number) +
        (totals[low + width + column] as number);
      row[column] = ownFactor * own + aroundFactor * around;
    }
    for (let unit = columns; unit < width; unit++) {
      row[unit] = (row[unit] as number) + (network.inputBias[unit - columns] as number);
    }
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
    const totals = this.#totals;
    const length = 2 * tables.width;
    const at = (index + 1) * length;
    totals.copyWithin(at, index * length, at);
    let ownSquare = this.#ownSquares[index] as number;
    let aroundSquare = this.#aroundSquares[index] as number;
    for (let word = 0; word < forms.length; word += 2) {
      const one = (forms[word] as { readonly prepared: Addition }).prepared;
      const other = forms[word + 1]?.prepared ?? tables.nothing;
      addRows(one.rows, other.rows, totals, at);
      ownSquare += one.ownSquare + other.ownSquare;
      aroundSquare += one.aroundSquare + other.aroundSquare;
    }
    for (const loose of [words, pairs, concepts]) ownSquare += tables.addOwn(loose, totals, at);
    for (const loose of [words, concepts]) aroundSquare += tables.addAround(loose, totals, at + tables.width);
    this.#ownSquares[index + 1] = ownSquare;
    this.#aroundSquares[index + 1] = aroundSquare;
  }
}

/** Two rows at a time, so that each total is fetched half as often. */
function addRows(one: Float32Array, other: Float32Array, totals: Float32Array, at: number): void {
  for (let column = 0; column < one.length; column++) {
    totals[at + column] = (totals[at + column] as number) + ((one[column] as number) + (other[column] as number));
  }
}

/** Squares below this are rounding: the stretch holds no known feature. */
const SQUARE_LEAST = 1e-6;

/** Scratch of `addActiveUnits`, one for all notes: which units are active, by where their rows start, and how much. */
const activeStarts = new Int32Array(1024);
const activeValues = new Float64Array(1024);

/** The output layer: rectified units times their rows, four at a time, so that each output is fetched a quarter as often. */
function addActiveUnits(row: Float64Array, first: number, weights: Float32Array, outputs: Float64Array): void {
  const columns = outputs.length;
  let count = 0;
  for (let unit = first; unit < row.length; unit++) {
    const value = row[unit] as number;
    if (value <= 0) continue;
    activeStarts[count] = (unit - first) * columns;
    activeValues[count++] = value;
  }
  activeValues.fill(0, count, count + 3);
  for (let at = 0; at < count; at += 4) {
    const a = activeValues[at] as number;
    const b = activeValues[at + 1] as number;
    const c = activeValues[at + 2] as number;
    const d = activeValues[at + 3] as number;
    const i = activeStarts[at] as number;
    const j = activeStarts[at + 1] as number;
    const k = activeStarts[at + 2] as number;
    const l = activeStarts[at + 3] as number;
    for (let column = 0; column < columns; column++) {
      outputs[column] =
        (outputs[column] as number) +
        a * (weights[i + column] as number) +
        b * (weights[j + column] as number) +
        c * (weights[k + column] as number) +
        d * (weights[l + column] as number);
    }
  }
}

function logSumExp(values: Float64Array): number {
  let top = -Infinity;
  for (const value of values) if (value > top) top = value;
  let mass = 0;
  for (const value of values) mass += Math.exp(value - top);
  return top + Math.log(mass);
}

import type { FeatureExtractor, SentenceFeatures, WordFeatures } from "./features.js";
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

/** What a word form, or a loose feature, adds to a sentence: in the stretch itself, and in the rest of the note. */
interface Addition {
  readonly own: Float32Array;
  readonly ownSquare: number;
  readonly around: Float32Array;
  readonly aroundSquare: number;
}

/** Sums of this many word forms are remembered; bounded so that noise cannot fill memory. */
const REMEMBERED_MAX = 20_000;

/** A model's tables, prepared once for all notes. */
export class ScoringTables {
  readonly columns: number;
  readonly width: number;
  readonly network: HiddenLayer;
  readonly networkShare: number;
  readonly aroundWeight: number;
  readonly #model: RecognitionModel;
  readonly #aroundRows: Int32Array;
  #forms = new Map<WordFeatures, Addition>();

  constructor(model: RecognitionModel) {
    const { network } = model;
    this.#model = model;
    this.columns = model.themeIds.length + 1;
    this.width = this.columns + network.inputBias.length;
    this.network = network;
    this.networkShare = model.networkShare;
    this.aroundWeight = model.aroundWeight;
    this.#aroundRows = new Int32Array(model.features.length).fill(-1);
    network.aroundFeatures.forEach((feature, row) => {
      this.#aroundRows[feature] = row;
    });
  }

  /** What a word form adds; made once. */
  form(word: WordFeatures): Addition {
    const known = this.#forms.get(word);
    if (known !== undefined) return known;
    if (this.#forms.size >= REMEMBERED_MAX) this.#forms = new Map();
    const own = new Float32Array(this.width);
    const around = new Float32Array(this.width);
    const addition = {
      own,
      ownSquare: this.addOwn(word.words, own, 0) + this.addOwn(word.letters, own, 0),
      around,
      aroundSquare: this.addAround(word.words, around, 0),
    };
    this.#forms.set(word, addition);
    return addition;
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

function addRow(from: Float32Array, into: Float32Array, at: number): void {
  for (let column = 0; column < from.length; column++) {
    into[at + column] = (into[at + column] as number) + (from[column] as number);
  }
}

export class NoteScores {
  readonly columns: number;
  readonly #tables: ScoringTables;
  readonly #count: number;
  readonly #features: readonly SentenceFeatures[];
  /** Running totals: row i + 1 holds sentences 0 … i. */
  readonly #own: Float32Array;
  readonly #around: Float32Array;
  readonly #ownSquares: Float64Array;
  readonly #aroundSquares: Float64Array;
  readonly #row: Float64Array;
  readonly #outputs: Float64Array;

  constructor(tables: ScoringTables, extractor: FeatureExtractor, text: string, sentences: readonly TextSpan[]) {
    const count = sentences.length;
    const { width } = tables;
    this.columns = tables.columns;
    this.#tables = tables;
    this.#count = count;
    this.#features = sentences.map((sentence) => extractor.extract(text, sentence.start, sentence.end));
    this.#own = new Float32Array((count + 1) * width);
    this.#around = new Float32Array((count + 1) * width);
    this.#ownSquares = new Float64Array(count + 1);
    this.#aroundSquares = new Float64Array(count + 1);
    this.#row = new Float64Array(width);
    this.#outputs = new Float64Array(tables.columns);
    for (const [index, sentence] of this.#features.entries()) this.#addSentence(sentence, index);
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
    const own = this.#own;
    const around = this.#around;
    const low = from * width;
    const high = to * width;
    const end = this.#count * width;
    const inside = (this.#ownSquares[to] as number) - (this.#ownSquares[from] as number);
    const near = (this.#aroundSquares[to] as number) - (this.#aroundSquares[from] as number);
    const outside = (this.#aroundSquares[this.#count] as number) - near;
    const ownFactor = inside > SQUARE_LEAST ? 1 / Math.sqrt(inside) : 0;
    const aroundFactor = outside > SQUARE_LEAST ? aroundWeight / Math.sqrt(outside) : 0;
    for (let column = 0; column < width; column++) {
      const within = (own[high + column] as number) - (own[low + column] as number);
      const beside =
        (around[end + column] as number) - (around[high + column] as number) + (around[low + column] as number);
      row[column] = ownFactor * within + aroundFactor * beside;
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
      const { wordCount, knownCount } = this.#features[at] as SentenceFeatures;
      words += wordCount;
      known += knownCount;
    }
    return words === 0 ? 0 : known / words;
  }

  #addSentence({ forms, words, pairs, concepts }: SentenceFeatures, index: number): void {
    const tables = this.#tables;
    const { width } = tables;
    const at = (index + 1) * width;
    this.#own.copyWithin(at, index * width, at);
    this.#around.copyWithin(at, index * width, at);
    let ownSquare = this.#ownSquares[index] as number;
    let aroundSquare = this.#aroundSquares[index] as number;
    for (const word of forms) {
      const addition = tables.form(word);
      addRow(addition.own, this.#own, at);
      addRow(addition.around, this.#around, at);
      ownSquare += addition.ownSquare;
      aroundSquare += addition.aroundSquare;
    }
    for (const loose of [words, pairs, concepts]) ownSquare += tables.addOwn(loose, this.#own, at);
    for (const loose of [words, concepts]) aroundSquare += tables.addAround(loose, this.#around, at);
    this.#ownSquares[index + 1] = ownSquare;
    this.#aroundSquares[index + 1] = aroundSquare;
  }
}

/** Squares below this are rounding: the stretch holds no known feature. */
const SQUARE_LEAST = 1e-6;

/** The output layer: rectified units times their rows, four at a time, so that each output is fetched a quarter as often. */
function addActiveUnits(row: Float64Array, first: number, weights: Float32Array, outputs: Float64Array): void {
  const columns = outputs.length;
  const active: number[] = [];
  for (let unit = first; unit < row.length; unit++) if ((row[unit] as number) > 0) active.push(unit);
  while (active.length % 4 !== 0) active.push(-1);
  const activityOf = (unit: number): number => (unit < 0 ? 0 : (row[unit] as number));
  const startOf = (unit: number): number => (unit < 0 ? 0 : (unit - first) * columns);
  for (let at = 0; at < active.length; at += 4) {
    const [one, two, three, four] = [active[at], active[at + 1], active[at + 2], active[at + 3]] as [
      number,
      number,
      number,
      number,
    ];
    const [a, b, c, d] = [activityOf(one), activityOf(two), activityOf(three), activityOf(four)];
    const [i, j, k, l] = [startOf(one), startOf(two), startOf(three), startOf(four)];
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

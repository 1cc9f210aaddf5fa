import type { WordFeatures } from "./features.js";
import type { DenseRows, RecognitionModel, SparseRows } from "./recognition-model.js";
import { BLOCK_BYTES, openVectorSums } from "./vector-sums.js";

/** What a word form adds to a sentence: two rows at `address`, one for the stretch itself and one for the rest of the note. */
export interface Addition {
  readonly address: number;
  readonly ownSquare: number;
  readonly aroundSquare: number;
}

/** Bytes of a number in the rows. */
export const NUMBER_BYTES = Float32Array.BYTES_PER_ELEMENT;
const BLOCK = BLOCK_BYTES / NUMBER_BYTES;

/** Words or features that are added at once; a longer list is added in parts. */
export const WORDS_AT_ONCE = 256;
/** Room for running totals that nearly every note fits in. */
const SENTENCES_USUAL = 64;

/** The weights of one side, the stretch itself or the rest of the note: addresses of its records by feature, and of its scales. */
interface Side {
  readonly records: number;
  readonly scales: number;
}

/** Numbers of a record, which stands in vector-sums.wat. */
const RECORD_NUMBERS = 4;

/**
 * A model's weights by feature, and the memory in which they are summed:
 *
 *   row                     [ themes + 1, padded to a block │ hidden units, padded to half a block ]
 *   addition, running total [ row for the stretch itself │ row for the rest of the note ], whole blocks
 */
export class ScoringTables {
  readonly sums = openVectorSums();
  readonly columns: number;
  readonly units: number;
  /** Where the hidden units start in a row, in numbers. */
  readonly unitsFrom: number;
  readonly rowBytes: number;
  readonly outputsBytes: number;
  readonly networkShare: number;
  readonly aroundWeight: number;
  /** A row with the bias of the hidden units; the biases of the outputs, and their weights by unit. */
  readonly base: number;
  readonly outputBias: number;
  readonly outputWeights: number;
  /** Scratch: the row of a stretch, its outputs, its active units, and the words to add. */
  readonly row: number;
  readonly outputs: number;
  readonly activeUnits: number;
  readonly words: number;
  readonly #own: Side;
  readonly #around: Side;
  /** Weights that a feature has there, padded to eight. */
  readonly #unitsPadded: number;
  readonly #free: number[] = [];
  #taken: number[] = [];
  #totals = { address: 0, sentences: -1 };

  constructor(model: RecognitionModel) {
    const { network, themeIds, features, values } = model;
    const { sums } = this;
    this.columns = themeIds.length + 1;
    this.units = network.inputBias.length;
    this.unitsFrom = padded(this.columns, BLOCK);
    this.outputsBytes = this.unitsFrom * NUMBER_BYTES;
    this.rowBytes = padded(this.unitsFrom + this.units, BLOCK / 2) * NUMBER_BYTES;
    this.networkShare = model.networkShare;
    this.aroundWeight = model.aroundWeight;
    const aroundRows = new Int32Array(features.length).fill(-1);
    network.aroundFeatures.forEach((feature, row) => {
      aroundRows[feature] = row;
    });
    this.base = sums.allocate(this.rowBytes);
    this.outputBias = sums.allocate(this.outputsBytes);
    this.outputWeights = sums.allocate(this.units * this.outputsBytes);
    this.row = sums.allocate(this.rowBytes);
    this.outputs = sums.allocate(this.outputsBytes);
    this.activeUnits = sums.allocate(this.units * 2 * NUMBER_BYTES);
    this.words = sums.allocate(WORDS_AT_ONCE * NUMBER_BYTES);
    this.#unitsPadded = padded(this.units, BLOCK / 2);
    this.#own = this.#keepSide(values, model.own, network.own, (feature) => feature);
    this.#around = this.#keepSide(values, model.around, network.around, (feature) => aroundRows[feature] as number);
    sums.floats.set(network.inputBias, this.base / NUMBER_BYTES + this.unitsFrom);
    sums.floats.set(network.outputBias, this.outputBias / NUMBER_BYTES);
    for (let unit = 0; unit < this.units; unit++) {
      const weights = network.output.subarray(unit * this.columns, (unit + 1) * this.columns);
      sums.floats.set(weights, this.outputWeights / NUMBER_BYTES + unit * this.unitsFrom);
    }
  }

  /** `rowOf` tells which row of hidden units a feature has, below 0 for none. */
  #keepSide(
    values: Float32Array,
    { starts, themes, weights, scales }: SparseRows,
    units: DenseRows,
    rowOf: (feature: number) => number,
  ): Side {
    const { sums } = this;
    const linear = sums.allocate(2 * weights.length);
    const rows = sums.allocate((units.weights.length / units.width) * this.#unitsPadded);
    const records = sums.allocate((values.length + 1) * RECORD_NUMBERS * NUMBER_BYTES);
    const side = { records, scales: sums.allocate(scales.length * NUMBER_BYTES) };
    const { bytes, floats, addresses } = sums;
    floats.set(scales, side.scales / NUMBER_BYTES);
    for (let entry = 0; entry < weights.length; entry++) {
      bytes[linear + 2 * entry] = themes[entry] as number;
      bytes[linear + 2 * entry + 1] = weights[entry] as number;
    }
    for (let from = 0, to = rows; from < units.weights.length; from += units.width, to += this.#unitsPadded) {
      bytes.set(units.weights.subarray(from, from + units.width), to);
    }
    // One more, since the weights of a feature end where those of the next begin.
    for (let feature = 0; feature <= values.length; feature++) {
      const at = records / NUMBER_BYTES + feature * RECORD_NUMBERS;
      const row = feature < values.length ? rowOf(feature) : -1;
      floats[at] = values[feature] ?? 0;
      addresses[at + 1] = linear + 2 * (starts[feature] as number);
      addresses[at + 2] = row < 0 ? 0 : rows + row * this.#unitsPadded;
      floats[at + 3] = units.scales[row] ?? 0;
    }
    return side;
  }

  addition({ words, letters }: WordFeatures): Addition {
    const address = this.#free.pop() ?? this.sums.allocate(2 * this.rowBytes);
    this.#taken.push(address);
    this.sums.floats.fill(0, address / NUMBER_BYTES, (address + 2 * this.rowBytes) / NUMBER_BYTES);
    const ownSquare = this.addOwn(words, address) + this.addOwn(letters, address);
    return { address, ownSquare, aroundSquare: this.addAround(words, address + this.rowBytes) };
  }

  /** Leaves the places of all additions to others. */
  forget(): void {
    for (const address of this.#taken) this.#free.push(address);
    this.#taken = [];
  }

  /** Room for the running totals of so many sentences and for the empty total before them, which is zero. */
  totalsFor(sentences: number): number {
    if (sentences > this.#totals.sentences) {
      const room = Math.max(SENTENCES_USUAL, 2 * sentences);
      this.#totals = { address: this.sums.allocate((room + 1) * 2 * this.rowBytes), sentences: room };
    }
    return this.#totals.address;
  }

  /** Adds the rows of features to the row at `address`; gives back the sum of their squares. */
  addOwn(features: readonly number[], address: number): number {
    return this.#add(this.#own, features, address);
  }

  /** The same for the rest of the note, where the network knows some of the features only. */
  addAround(features: readonly number[], address: number): number {
    return this.#add(this.#around, features, address);
  }

  #add({ records, scales }: Side, features: readonly number[], address: number): number {
    const { sums, words } = this;
    const { addresses } = sums;
    const list = words / NUMBER_BYTES;
    let square = 0;
    for (let from = 0; from < features.length; from += WORDS_AT_ONCE) {
      const count = Math.min(WORDS_AT_ONCE, features.length - from);
      for (let at = 0; at < count; at++) addresses[list + at] = features[from + at] as number;
      const unitsAt = this.outputsBytes;
      square = sums.addFeatures(address, words, count, records, scales, unitsAt, this.#unitsPadded, square);
    }
    return square;
  }

  /** What features add to each column by the linear weights for the stretch itself. */
  weigh(features: readonly number[]): Float32Array {
    const { floats } = this.sums;
    const from = this.row / NUMBER_BYTES;
    floats.fill(0, from, from + this.rowBytes / NUMBER_BYTES);
    this.addOwn(features, this.row);
    return floats.slice(from, from + this.columns);
  }
}

const padded = (numbers: number, to: number): number => Math.ceil(numbers / to) * to;

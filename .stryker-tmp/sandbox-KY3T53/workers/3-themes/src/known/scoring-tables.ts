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

/** Words that are added at once; a longer sentence is added in parts. */
export const WORDS_AT_ONCE = 256;
/** Room for running totals that nearly every note fits in. */
const SENTENCES_USUAL = 64;

/** The weights of one side, the stretch itself or the rest of the note, by feature. */
interface Side {
  readonly linear: SparseRows;
  readonly scales: Float32Array;
  /** Where the hidden units' weights of the first row stand. */
  readonly units: number;
  /** Which row a feature has, below 0 for none; absent: each has its own. */
  readonly rowOf?: Int32Array;
}

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
  readonly #model: RecognitionModel;
  readonly #own: Side;
  readonly #around: Side;
  /** Weights that a feature has there, padded to eight. */
  readonly #unitsPadded: number;
  readonly #free: number[] = [];
  #taken: number[] = [];
  #totals = { address: 0, sentences: -1 };

  constructor(model: RecognitionModel) {
    const { network, themeIds, features } = model;
    const { sums } = this;
    this.#model = model;
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
    this.#own = { linear: model.own, scales: network.own.scales, units: this.#keepUnits(network.own) };
    this.#around = {
      linear: model.around,
      scales: network.around.scales,
      units: this.#keepUnits(network.around),
      rowOf: aroundRows,
    };
    sums.floats.set(network.inputBias, this.base / NUMBER_BYTES + this.unitsFrom);
    sums.floats.set(network.outputBias, this.outputBias / NUMBER_BYTES);
    for (let unit = 0; unit < this.units; unit++) {
      const weights = network.output.subarray(unit * this.columns, (unit + 1) * this.columns);
      sums.floats.set(weights, this.outputWeights / NUMBER_BYTES + unit * this.unitsFrom);
    }
  }

  #keepUnits({ weights, width }: DenseRows): number {
    const { sums } = this;
    const address = sums.allocate((weights.length / width) * this.#unitsPadded);
    for (let from = 0, to = address; from < weights.length; from += width, to += this.#unitsPadded) {
      sums.bytes.set(weights.subarray(from, from + width), to);
    }
    return address;
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

  #add({ linear, scales, units, rowOf }: Side, features: readonly number[], address: number): number {
    const { values } = this.#model;
    const { sums } = this;
    const { floats } = sums;
    const at = address / NUMBER_BYTES;
    const count = this.#unitsPadded;
    let square = 0;
    for (const feature of features) {
      const value = values[feature] as number;
      square += value * value;
      addSparse(linear, feature, value, floats, at);
      const row = rowOf === undefined ? feature : (rowOf[feature] as number);
      if (row < 0) continue;
      const factor = value * (scales[row] as number);
      sums.addScaled(address + this.outputsBytes, units + row * count, count, factor);
    }
    return square;
  }

  /** What features add to each column by the linear weights for the stretch itself. */
  weigh(features: readonly number[], into: Float32Array): void {
    const { values, own } = this.#model;
    for (const feature of features) addSparse(own, feature, values[feature] as number, into, 0);
  }
}

const padded = (numbers: number, to: number): number => Math.ceil(numbers / to) * to;

function addSparse(rows: SparseRows, feature: number, value: number, into: Float32Array, at: number): void {
  const { starts, themes, weights, scales } = rows;
  const end = starts[feature + 1] as number;
  for (let entry = starts[feature] as number; entry < end; entry++) {
    const theme = themes[entry] as number;
    into[at + theme] = (into[at + theme] as number) + value * (weights[entry] as number) * (scales[theme] as number);
  }
}

import { type FeatureExtractor, GROUPS, type Group, type SentenceFeatures } from "./features.js";
import type { HiddenLayer, RecognitionModel, SparseRows } from "./recognition-model.js";

/**
 * Scores of every stretch of a note for every theme. Each group of features is a vector of length one, so what a stretch
 * adds to a score is a sum over its sentences divided by a length, and both add up over sentences: all stretches of a
 * note are scored from one pass over its features, through running totals.
 *
 *   linear(i…j) = Σ groups  weight × (totals[j] − totals[i]) / √(squares[j] − squares[i])   + the same for the rest of the note
 *
 * The network's hidden layer is a sum of the same form; its output is computed for each stretch asked.
 * Cost: features × weights per feature for a note; (groups + hidden units) × themes for each stretch.
 */

/** Groups whose features in the rest of the note count too. */
const AROUND_GROUPS = ["words", "concepts"] as const;

export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Dense weights by feature; `rowOf` says which row a feature has, -1 for none, and is absent when rows follow features. */
interface DenseRows {
  readonly weights: Int8Array;
  readonly rowOf?: Int32Array;
}

type Rows = { readonly sparse: SparseRows } | { readonly dense: DenseRows };

/** One group of features against one table of weights. */
interface Table {
  readonly group: Group;
  readonly weight: number;
  /** Counts the rest of the note instead of the stretch. */
  readonly outside: boolean;
  readonly width: number;
  readonly scales: Float32Array;
  readonly rows: Rows;
}

/** A model's tables, prepared once for all notes. */
export interface ScoringTables {
  readonly columns: number;
  readonly rarity: Float32Array;
  readonly linear: readonly Table[];
  readonly hidden: readonly Table[];
  readonly network: HiddenLayer;
  readonly networkShare: number;
}

export function makeScoringTables(model: RecognitionModel): ScoringTables {
  const columns = model.themeIds.length + 1;
  const { network } = model;
  const units = network.inputBias.length;
  const aroundRows = new Int32Array(model.features.length).fill(-1);
  network.aroundFeatures.forEach((feature, row) => {
    aroundRows[feature] = row;
  });
  const linear = { width: columns, rows: { sparse: model.own }, scales: model.own.scales };
  const linearAround = { width: columns, rows: { sparse: model.around }, scales: model.around.scales };
  const hidden = { width: units, rows: { dense: { weights: network.own } }, scales: network.scales };
  const hiddenAround = { ...hidden, rows: { dense: { weights: network.around, rowOf: aroundRows } } };
  const inside = (table: typeof linear | typeof hidden): Table[] =>
    GROUPS.map((group) => ({ ...table, group, weight: model.groupWeights[group], outside: false }));
  const outside = (table: typeof linearAround | typeof hiddenAround): Table[] =>
    AROUND_GROUPS.map((group) => {
      return { ...table, group, weight: model.groupWeights[group] * model.aroundWeight, outside: true };
    });
  return {
    columns,
    rarity: model.rarity,
    linear: [...inside(linear), ...outside(linearAround)],
    hidden: [...inside(hidden), ...outside(hiddenAround)],
    network,
    networkShare: model.networkShare,
  };
}

/** Running totals of one table: row i + 1 holds sentences 0 … i. */
interface Totals {
  readonly table: Table;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

function totalsOf(table: Table, features: readonly SentenceFeatures[], rarity: Float32Array): Totals {
  const { width } = table;
  const sums = new Float64Array((features.length + 1) * width);
  const squares = new Float64Array(features.length + 1);
  features.forEach((sentence, index) => {
    const row = (index + 1) * width;
    sums.copyWithin(row, index * width, row);
    const group = sentence[table.group];
    let square = squares[index] as number;
    for (const feature of group) square += (rarity[feature] as number) ** 2;
    squares[index + 1] = square;
    if ("sparse" in table.rows) addSparse(table.rows.sparse, group, rarity, sums, row);
    else addDense(table.rows.dense, group, rarity, sums, row, width);
  });
  return { table, sums, squares };
}

/** The two inner loops of recognition; kept apart so that each sees one kind of array only. */
function addSparse(
  rows: SparseRows,
  features: readonly number[],
  rarity: Float32Array,
  sums: Float64Array,
  row: number,
): void {
  const { starts, themes, weights } = rows;
  for (const feature of features) {
    const value = rarity[feature] as number;
    const end = starts[feature + 1] as number;
    for (let at = starts[feature] as number; at < end; at++) {
      const place = row + (themes[at] as number);
      sums[place] = (sums[place] as number) + value * (weights[at] as number);
    }
  }
}

function addDense(
  { weights, rowOf }: DenseRows,
  features: readonly number[],
  rarity: Float32Array,
  sums: Float64Array,
  row: number,
  width: number,
): void {
  for (const feature of features) {
    const value = rarity[feature] as number;
    const from = (rowOf === undefined ? feature : (rowOf[feature] as number)) * width;
    if (from < 0) continue;
    for (let unit = 0; unit < width; unit++) {
      const place = row + unit;
      sums[place] = (sums[place] as number) + value * (weights[from + unit] as number);
    }
  }
}

export class NoteScores {
  readonly columns: number;
  readonly #tables: ScoringTables;
  readonly #linear: readonly Totals[];
  readonly #hidden: readonly Totals[];
  readonly #count: number;
  readonly #features: readonly SentenceFeatures[];
  readonly #units: Float64Array;
  readonly #outputs: Float64Array;

  constructor(tables: ScoringTables, extractor: FeatureExtractor, text: string, sentences: readonly TextSpan[]) {
    const features = sentences.map((sentence) => extractor.extract(text, sentence.start, sentence.end));
    this.columns = tables.columns;
    this.#tables = tables;
    this.#count = sentences.length;
    this.#features = features;
    this.#linear = tables.linear.map((table) => totalsOf(table, features, tables.rarity));
    this.#hidden = tables.hidden.map((table) => totalsOf(table, features, tables.rarity));
    this.#units = new Float64Array(tables.network.inputBias.length);
    this.#outputs = new Float64Array(tables.columns);
  }

  /** Scores of the sentences `from` up to `to` (half-open) for every column, written into `into`. */
  score(from: number, to: number, into: Float64Array): void {
    into.fill(0);
    this.#addUp(this.#linear, from, to, into);
    const { network, networkShare } = this.#tables;
    const units = this.#units;
    units.set(network.inputBias);
    this.#addUp(this.#hidden, from, to, units);
    const outputs = this.#outputs;
    outputs.set(network.outputBias);
    const columns = this.columns;
    for (let unit = 0; unit < units.length; unit++) {
      const value = units[unit] as number;
      if (value <= 0) continue;
      const row = unit * columns;
      for (let theme = 0; theme < columns; theme++) {
        outputs[theme] = (outputs[theme] as number) + value * (network.output[row + theme] as number);
      }
    }
    let top = -Infinity;
    for (const output of outputs) if (output > top) top = output;
    let mass = 0;
    for (const output of outputs) mass += Math.exp(output - top);
    const shift = top + Math.log(mass);
    for (let theme = 0; theme < columns; theme++) {
      into[theme] = (into[theme] as number) + networkShare * ((outputs[theme] as number) - shift);
    }
  }

  /** Share of the words in a stretch that the model knows; 0 where there are none. */
  familiarity(from: number, to: number): number {
    let words = 0;
    let known = 0;
    for (const feature of this.#features.slice(from, to)) {
      words += feature.wordCount;
      known += feature.knownCount;
    }
    return words === 0 ? 0 : known / words;
  }

  #addUp(parts: readonly Totals[], from: number, to: number, into: Float64Array): void {
    for (const { table, sums, squares } of parts) {
      const inside = (squares[to] as number) - (squares[from] as number);
      const square = table.outside ? (squares[this.#count] as number) - inside : inside;
      if (square <= 1e-9) continue;
      const { width, scales } = table;
      const factor = table.weight / Math.sqrt(square);
      const low = from * width;
      const high = to * width;
      const all = this.#count * width;
      for (let column = 0; column < width; column++) {
        const within = (sums[high + column] as number) - (sums[low + column] as number);
        const sum = table.outside ? (sums[all + column] as number) - within : within;
        into[column] = (into[column] as number) + factor * sum * (scales[column] as number);
      }
    }
  }
}

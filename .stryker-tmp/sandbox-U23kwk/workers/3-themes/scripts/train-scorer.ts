import type { ThemeId } from "@rode-draad/domain";
import { splitSentences } from "@rode-draad/language";
import { FeatureExtractor, GROUPS, type Group, type Lexicon, type SentenceFeatures } from "../src/known/features.js";
import type {
  Calibration,
  DenseRows,
  HiddenLayer,
  RecognitionModel,
  SparseRows,
} from "../src/known/recognition-model.js";
import { type SparseExamples, trainLinear } from "./train-linear.js";
import { type Network, trainNetwork } from "./train-network.js";
import type { LabelledNote } from "./training-notes.js";

/**
 * From labelled notes to a scoring model. Every labelled segment is an example; so is, at less weight, every sentence of
 * a longer segment, because the recogniser also meets sentences on their own.
 */

export const TRAINING = {
  groupWeights: { words: 1, pairs: 0.6, letters: 0.35, concepts: 0.8 } satisfies Record<Group, number>,
  aroundWeight: 0.25,
  /** A feature seen in one or two segments says little about another hand, and the file must stay under 6 MB. */
  documentsMin: 5,
  /** Weight of a lone sentence from a longer segment, against 1 for the segment. */
  sentenceWeight: 0.3,
  /** Weight of segments without a question: at 1 they teach themes to be silent about their own words. */
  noQuestionWeight: 0.5,
  cost: 0.5,
  positiveWeight: 6,
  passes: 6,
  /** Entries kept per table: the file stays under 6 MB and the dropped weights are the smallest. */
  ownEntriesMax: 560_000,
  aroundEntriesMax: 120_000,
  network: { hidden: 100, passes: 12, stepSize: 0.048, inputDropout: 0.5, hiddenDropout: 0.2, smoothing: 0.05 },
  /** How much the network's log-probabilities count beside the linear scores, whose spread is several times smaller. */
  networkShare: 0.3,
} as const;

/** The features of a sentence by group, each as often as it occurs. */
function* featuresOf(sentence: SentenceFeatures, groups: readonly Group[]): Generator<readonly [Group, number]> {
  for (const { words, letters } of sentence.forms) {
    for (const feature of words) if (groups.includes("words")) yield ["words", feature];
    for (const feature of letters) if (groups.includes("letters")) yield ["letters", feature];
  }
  for (const group of ["words", "pairs", "concepts"] as const) {
    for (const feature of sentence[group]) if (groups.includes(group)) yield [group, feature];
  }
}

/** Groups whose features in the rest of the note count too. */
const AROUND_GROUPS = ["words", "concepts"] as const;

interface Example {
  readonly own: readonly SentenceFeatures[];
  readonly around: readonly SentenceFeatures[];
  readonly label: number;
  readonly weight: number;
}

/** A labelled note with the features of each segment's sentences, by hash; computed once, used by every fold. */
export interface PreparedNote {
  readonly note: LabelledNote;
  readonly segments: readonly { readonly label: number; readonly sentences: readonly SentenceFeatures[] }[];
}

export function prepareNotes(
  notes: readonly LabelledNote[],
  lexicon: Lexicon,
  themeIds: readonly ThemeId[],
): PreparedNote[] {
  const extractor = new FeatureExtractor(
    lexicon,
    (hash) => hash,
    () => undefined,
  );
  const columnOf = new Map(themeIds.map((id, column) => [id, column]));
  return notes.map((note) => ({
    note,
    segments: note.segments.map((segment) => {
      const text = note.text.slice(segment.start, segment.end);
      return {
        label: (segment.theme === null ? undefined : columnOf.get(segment.theme)) ?? themeIds.length,
        sentences: splitSentences(text).map((sentence) => extractor.extract(text, sentence.start, sentence.end)),
      };
    }),
  }));
}

function makeExamples(notes: readonly PreparedNote[], noQuestion: number): Example[] {
  const examples: Example[] = [];
  for (const { segments } of notes) {
    const all = segments.flatMap((segment) => segment.sentences);
    for (const { label, sentences } of segments) {
      if (sentences.length === 0) continue;
      const share = label === noQuestion ? TRAINING.noQuestionWeight : 1;
      examples.push({
        own: sentences,
        around: all.filter((other) => !sentences.includes(other)),
        label,
        weight: share,
      });
      if (sentences.length === 1) continue;
      for (const sentence of sentences) {
        const around = all.filter((other) => other !== sentence);
        examples.push({ own: [sentence], around, label, weight: share * TRAINING.sentenceWeight });
      }
    }
  }
  return examples;
}

/** Trains on the notes and packs the weights. The calibration is the caller's, because it needs notes not seen here. */
export function trainScorer(
  notes: readonly PreparedNote[],
  lexicon: Lexicon,
  themeIds: readonly ThemeId[],
  safetyColumns: readonly number[],
  version: string,
  calibration: Calibration,
): RecognitionModel {
  const columns = themeIds.length + 1;
  const { features, values, columnOf } = chooseFeatures(notes);
  const examples = vectorise(makeExamples(notes, themeIds.length), values, columnOf);
  const weights = trainLinear(examples, {
    themes: columns,
    features: 2 * features.length,
    cost: TRAINING.cost,
    positiveWeight: TRAINING.positiveWeight,
    passes: TRAINING.passes,
  });
  const network = trainNetwork(examples, { ...TRAINING.network, classes: columns, features: 2 * features.length });
  const half = features.length * columns;
  return {
    version,
    themeIds,
    safetyColumns,
    lexicon,
    aroundWeight: TRAINING.aroundWeight,
    features,
    values,
    own: packRows(weights.subarray(0, half), values, columns, TRAINING.ownEntriesMax),
    around: packRows(weights.subarray(half), values, columns, TRAINING.aroundEntriesMax),
    network: packNetwork(network, aroundFeatures(examples, features.length), features.length),
    networkShare: TRAINING.networkShare,
    calibration,
  };
}

/** The features that occur in the rest of a note, ascending: only those have weights there. */
function aroundFeatures(examples: SparseExamples, features: number): Uint32Array {
  const seen = new Set<number>();
  for (const column of examples.features) if (column >= features) seen.add(column - features);
  return Uint32Array.from(seen).sort();
}

function packNetwork(network: Network, around: Uint32Array, features: number): HiddenLayer {
  const { hidden, input, inputBias, output, outputBias } = network;
  const rowsOf = (rows: Uint32Array, shift: number) => {
    const kept = new Float32Array(rows.length * hidden);
    rows.forEach((row, index) => {
      kept.set(input.subarray((shift + row) * hidden, (shift + row + 1) * hidden), index * hidden);
    });
    return packDense(kept, hidden);
  };
  const all = Uint32Array.from({ length: features }, (_, feature) => feature);
  return {
    own: rowsOf(all, 0),
    around: rowsOf(around, features),
    aroundFeatures: around,
    inputBias,
    output,
    outputBias,
  };
}

/** Rounds each row to whole numbers from -7 to 7 with a scale of its own. */
function packDense(rows: Float32Array, width: number): DenseRows {
  const scales = new Float32Array(rows.length / width);
  const weights = new Int8Array(rows.length);
  for (let row = 0; row < scales.length; row++) {
    let most = 0;
    for (let unit = 0; unit < width; unit++) most = Math.max(most, Math.abs(rows[row * width + unit] as number));
    const scale = most / 7 || 1;
    scales[row] = scale;
    for (let unit = 0; unit < width; unit++) {
      weights[row * width + unit] = Math.round((rows[row * width + unit] as number) / scale);
    }
  }
  return { width, weights, scales };
}

/** Features that occur in enough segments, ascending by hash, with group weight × ln((segments + 1) / segments with it). */
function chooseFeatures(notes: readonly PreparedNote[]) {
  const counts = new Map<number, number>();
  const groupOf = new Map<number, Group>();
  let segments = 0;
  for (const note of notes) {
    for (const segment of note.segments) {
      segments++;
      const seen = new Set<number>();
      for (const sentence of segment.sentences) {
        for (const [group, hash] of featuresOf(sentence, GROUPS)) {
          seen.add(hash);
          groupOf.set(hash, group);
        }
      }
      for (const hash of seen) counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
  }
  const features = Uint32Array.from(
    [...counts].filter(([, count]) => count >= TRAINING.documentsMin).map(([hash]) => hash),
  );
  features.sort();
  const values = Float32Array.from(
    features,
    (hash) =>
      TRAINING.groupWeights[groupOf.get(hash) as Group] * Math.log((segments + 1) / (counts.get(hash) as number)),
  );
  const columnOf = new Map(Array.from(features, (hash, column) => [hash, column]));
  return { features, values, columnOf };
}

/** Sparse vectors as `NoteScores` sees them: the stretch and the rest of the note each a vector of length one. */
function vectorise(
  examples: readonly Example[],
  values: Float32Array,
  columnOf: ReadonlyMap<number, number>,
): SparseExamples {
  const offsets = new Int32Array(examples.length + 1);
  const columns: number[] = [];
  const entries: number[] = [];
  const add = (
    sentences: readonly SentenceFeatures[],
    groups: readonly Group[],
    weight: number,
    shift: number,
  ): void => {
    const sums = new Map<number, number>();
    let square = 0;
    for (const sentence of sentences) {
      for (const [, hash] of featuresOf(sentence, groups)) {
        const column = columnOf.get(hash);
        if (column === undefined) continue;
        const value = values[column] as number;
        sums.set(column, (sums.get(column) ?? 0) + value);
        square += value * value;
      }
    }
    for (const [column, value] of sums) {
      columns.push(column + shift);
      entries.push((weight * value) / Math.sqrt(square));
    }
  };
  examples.forEach((example, index) => {
    add(example.own, GROUPS, 1, 0);
    add(example.around, AROUND_GROUPS, TRAINING.aroundWeight, values.length);
    offsets[index + 1] = columns.length;
  });
  return {
    offsets,
    features: Int32Array.from(columns),
    values: Float32Array.from(entries),
    labels: Int32Array.from(examples, (example) => example.label),
    weights: Float32Array.from(examples, (example) => example.weight),
  };
}

/** Keeps the entries that matter most (weight × value) and rounds them to 8 bits with one scale a theme. */
function packRows(weights: Float32Array, values: Float32Array, columns: number, entriesMax: number): SparseRows {
  const scales = new Float32Array(columns);
  for (let at = 0; at < weights.length; at++) {
    const theme = at % columns;
    scales[theme] = Math.max(scales[theme] as number, Math.abs(weights[at] as number) / 127);
  }
  const floor = entryFloor(weights, values, columns, entriesMax);
  const starts = new Uint32Array(values.length + 1);
  const themes: number[] = [];
  const packed: number[] = [];
  for (let feature = 0; feature < values.length; feature++) {
    for (let theme = 0; theme < columns; theme++) {
      const weight = weights[feature * columns + theme] as number;
      if (Math.abs(weight) * (values[feature] as number) < floor) continue;
      const rounded = Math.round(weight / (scales[theme] as number));
      if (rounded === 0) continue;
      themes.push(theme);
      packed.push(rounded);
    }
    starts[feature + 1] = themes.length;
  }
  return { starts, themes: Uint8Array.from(themes), weights: Int8Array.from(packed), scales };
}

/** The smallest importance that still fits, from a histogram: exact sorting of millions of weights is not needed. */
function entryFloor(weights: Float32Array, values: Float32Array, columns: number, entriesMax: number): number {
  const STEPS = 4096;
  let top = 0;
  for (let at = 0; at < weights.length; at++) {
    top = Math.max(top, Math.abs(weights[at] as number) * (values[Math.floor(at / columns)] as number));
  }
  const histogram = new Uint32Array(STEPS + 1);
  for (let at = 0; at < weights.length; at++) {
    const importance = Math.abs(weights[at] as number) * (values[Math.floor(at / columns)] as number);
    const step = Math.floor((importance / top) * STEPS);
    histogram[step] = (histogram[step] as number) + 1;
  }
  let kept = 0;
  for (let step = STEPS; step > 0; step--) {
    kept += histogram[step] as number;
    if (kept > entriesMax) return ((step + 1) / STEPS) * top;
  }
  return top / STEPS;
}

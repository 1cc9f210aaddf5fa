import { FeatureExtractor, type Lexicon, type SentenceFeatures } from "../known/features.js";
import { type PairSimilarity, pairAt } from "./average-link.js";
import { leanOnNeighbours } from "./lean-on-neighbours.js";
import type { SparseRow } from "./sparse-row.js";
import type { Profiles, ThemeReading } from "./theme-reading.js";

/**
 * How alike Dutch help questions are, with the word knowledge that ships: stems, compound parts, corrected spelling, letters,
 * concepts, and the chances that the recogniser gives each catalogue theme.
 *
 * Words alone tell questions on one subject hardly from others (V 0.55 on case notes of unseen hands). What the recogniser
 * has learned does, but for subjects of the catalogue only (V 0.84; with the themes left out of training 0.37 against 0.50).
 * So its opinion counts by how sure it is of these texts on the whole: `trust`.
 *
 * Cost: O(texts²) sums over shared features, and one recognition a text.
 */
/** What a shared part adds to the likeness of two texts. Flat between half and double. */
const PART_WEIGHTS = { words: 1, letters: 1, concepts: 0.5 } as const;
const PROFILE_WEIGHT = 0.25;
/** What more than a fifth of the texts holds tells none of them apart … */
const COMMON_SHARE = 0.2;
/** … unless there are so few texts that a fifth is one subject. */
const COMMON_TEXTS_MIN = 10;

type Part = keyof typeof PART_WEIGHTS;
const PARTS = Object.keys(PART_WEIGHTS) as Part[];

export function measureLikeness(
  texts: readonly string[],
  { trust, chances, profiles }: ThemeReading,
  lexicon: Lexicon,
): PairSimilarity {
  const values = trust < 1 ? likenessByWords(texts, profiles, lexicon) : new Float32Array(pairAt(texts.length, 0));
  if (trust === 0) return { count: texts.length, values };
  for (let text = 1; text < texts.length; text++) {
    for (let other = 0; other < text; other++) {
      const at = pairAt(text, other);
      values[at] = (1 - trust) * (values[at] as number) + (trust / 2) * dot(profiles, text, other);
    }
  }
  addShared(chances, values, trust / 2);
  return { count: texts.length, values };
}

/** Cosines over all parts and the profile, each text leaning on its neighbours. */
function likenessByWords(texts: readonly string[], profiles: Profiles, lexicon: Lexicon): Float32Array {
  const extractor = new FeatureExtractor(
    lexicon,
    (hash) => hash,
    () => undefined,
  );
  const features = texts.map((text) => extractor.extract(text));
  const values = new Float32Array(pairAt(texts.length, 0));
  const squares = new Float64Array(texts.length).fill(PROFILE_WEIGHT);
  for (const part of PARTS) {
    const rows = weighFeatures(
      features.map((sentence) => partOf(sentence, part)),
      part,
    );
    addShared(rows, values, 1);
    rows.forEach((row, text) => {
      if (row.features.length > 0) squares[text] = (squares[text] as number) + PART_WEIGHTS[part];
    });
  }
  for (let text = 1; text < texts.length; text++) {
    for (let other = 0; other < text; other++) {
      const at = pairAt(text, other);
      const shared = (values[at] as number) + PROFILE_WEIGHT * dot(profiles, text, other);
      values[at] = shared / Math.sqrt((squares[text] as number) * (squares[other] as number));
    }
  }
  return leanOnNeighbours({ count: texts.length, values });
}

/** The features of one part, each once. */
function partOf({ forms, words, concepts }: SentenceFeatures, part: Part): number[] {
  if (part === "concepts") return [...concepts];
  return [...new Set([...forms.flatMap((form) => form[part]), ...(part === "words" ? words : [])])];
}

/** One part of each text as a vector of the length that the part weighs, rare features first in weight. */
function weighFeatures(texts: readonly (readonly number[])[], part: Part): SparseRow[] {
  const holders = new Map<number, number>();
  for (const text of texts) for (const feature of text) holders.set(feature, (holders.get(feature) ?? 0) + 1);
  const common = Math.max(COMMON_TEXTS_MIN, COMMON_SHARE * texts.length);
  return texts.map((text) => {
    const features = text.filter((feature) => (holders.get(feature) as number) <= common);
    const rarity = features.map((feature) => Math.log((texts.length + 1) / (holders.get(feature) as number)));
    const length = Math.sqrt(rarity.reduce((sum, value) => sum + value * value, 0));
    return { features, weights: rarity.map((value) => (Math.sqrt(PART_WEIGHTS[part]) * value) / length) };
  });
}

/** Adds to each pair `scale` times the sum over what both hold. By an inverted index: only pairs that share something cost. */
function addShared(rows: readonly SparseRow[], values: Float32Array, scale: number): void {
  const holders = new Map<number, { readonly texts: number[]; readonly weights: number[] }>();
  rows.forEach(({ features, weights }, text) => {
    const row = pairAt(text, 0);
    features.forEach((feature, index) => {
      const weight = weights[index] as number;
      const held = holders.get(feature);
      if (held === undefined) {
        holders.set(feature, { texts: [text], weights: [weight] });
        return;
      }
      for (let at = 0; at < held.texts.length; at++) {
        const pair = row + (held.texts[at] as number);
        values[pair] = (values[pair] as number) + scale * weight * (held.weights[at] as number);
      }
      held.texts.push(text);
      held.weights.push(weight);
    });
  });
}

function dot({ rows, columns }: Profiles, one: number, other: number): number {
  let sum = 0;
  const [left, right] = [one * columns, other * columns];
  for (let column = 0; column < columns; column++)
    sum += (rows[left + column] as number) * (rows[right + column] as number);
  return sum;
}

import type { RecognitionModel } from "../known/recognition-model.js";
import { groupByAverageLink, type PairSimilarity, pairAt } from "./average-link.js";
import { measureLikeness } from "./question-likeness.js";
import type { SparseRow } from "./sparse-row.js";
import { ThemeReader } from "./theme-reading.js";
import { themeTextsMin } from "./theme-texts-min.js";

/**
 * Two groups become one while their questions are this alike on average: by words alone, and when the recogniser is
 * trusted in full; in between by trust. Both lie where the number of groups came closest to the truth on half of the hands and themes.
 */
const LIKENESS_MIN_BY_WORDS = 0.08;
const LIKENESS_MIN_TRUSTED = 0.35;

/**
 * Comparing costs the square of the texts, so only this many are compared; it is what a municipality writes in a quarter.
 * More would leave the themes as they are and find smaller ones beside them.
 */
const COMPARED_MAX = 2_000;
/** From this trust on the recogniser places a text better than its words do. */
const PLACING_TRUST = 0.5;

/**
 * The group of each question, or -1 for one that is like no group or is left to its words. The first 2,000 make the groups. The order of the
 * others plays no part, and that of the first only among equals.
 */
export function groupQuestions(texts: readonly string[], model: RecognitionModel): Int32Array {
  const reader = new ThemeReader(model);
  const compared = texts.slice(0, COMPARED_MAX);
  const reading = reader.readAll(compared);
  const likeness = measureLikeness(compared, reading, model.lexicon);
  const floor = LIKENESS_MIN_BY_WORDS + reading.trust * (LIKENESS_MIN_TRUSTED - LIKENESS_MIN_BY_WORDS);
  const groups = dissolveSmall(groupByAverageLink(likeness, floor), likeness);
  const groupOf = new Int32Array(texts.length).fill(-1);
  groupOf.set(groups);
  if (reading.trust < PLACING_TRUST) return groupOf;
  const columns = model.themeIds.length;
  const means = meanChances(groups, reading.chances, columns);
  for (let text = compared.length; text < texts.length; text++) {
    groupOf[text] = likeliestGroup(reader.chancesOf(texts[text] as string), means, columns);
  }
  return groupOf;
}

/** Row by row the mean chances of each group's questions; a row of zeros where no group has that number. */
function meanChances(groups: Int32Array, chances: readonly SparseRow[], columns: number): Float64Array {
  const means = new Float64Array(groups.length * columns);
  const sizes = new Int32Array(groups.length);
  for (const group of groups) if (group >= 0) sizes[group] = (sizes[group] as number) + 1;
  groups.forEach((group, text) => {
    if (group < 0) return;
    const { features, weights } = chances[text] as SparseRow;
    features.forEach((column, index) => {
      const at = group * columns + column;
      means[at] = (means[at] as number) + (weights[index] as number) / (sizes[group] as number);
    });
  });
  return means;
}

/** The group that a text shares a theme with at the highest chance; -1 when there is none. */
function likeliestGroup({ features, weights }: SparseRow, means: Float64Array, columns: number): number {
  let best = -1;
  let highest = 0;
  for (let row = 0; row < means.length; row += columns) {
    let chance = 0;
    for (let index = 0; index < features.length; index++) {
      chance += (weights[index] as number) * (means[row + (features[index] as number)] as number);
    }
    if (chance > highest) {
      best = row / columns;
      highest = chance;
    }
  }
  return best;
}

/** What is too small for a theme goes to the group that it is most like on average; all of it at once, so that order plays no part. */
function dissolveSmall(groupOf: Int32Array, likeness: PairSimilarity): Int32Array {
  const size = new Int32Array(groupOf.length);
  for (const group of groupOf) size[group] = (size[group] as number) + 1;
  const least = Math.min(themeTextsMin(groupOf.length), Math.max(...size));
  const isTheme = (group: number): boolean => (size[group] as number) >= least;
  const sums = new Float64Array(groupOf.length);
  return groupOf.map((own, text) => {
    if (isTheme(own)) return own;
    sums.fill(0);
    for (let other = 0; other < groupOf.length; other++) {
      const group = groupOf[other] as number;
      if (isTheme(group)) sums[group] = (sums[group] as number) + (likeness.values[pairAt(text, other)] as number);
    }
    let best = -1;
    let bestMean = 0;
    for (let group = 0; group < sums.length; group++) {
      const mean = (sums[group] as number) / (size[group] as number);
      if (mean > bestMean) {
        best = group;
        bestMean = mean;
      }
    }
    return best;
  });
}

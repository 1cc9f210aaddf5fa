import type { RecognitionModel } from "../known/recognition-model.js";
import { groupByAverageLink, type PairSimilarity, pairAt } from "./average-link.js";
import { measureLikeness } from "./question-likeness.js";
import { themeTextsMin } from "./theme-texts-min.js";

/**
 * Two groups become one while their questions are this alike on average: by words alone, and when the recogniser is
 * trusted in full; in between by trust. Both lie where the number of groups came closest to the truth on half of the hands and themes.
 */
const LIKENESS_MIN_BY_WORDS = 0.08;
const LIKENESS_MIN_TRUSTED = 0.35;

/** The group of each question, or -1 for one that is like no group. The order of the questions decides only among equals. */
export function groupQuestions(texts: readonly string[], model: RecognitionModel): Int32Array {
  const likeness = measureLikeness(texts, model);
  const floor = LIKENESS_MIN_BY_WORDS + likeness.trust * (LIKENESS_MIN_TRUSTED - LIKENESS_MIN_BY_WORDS);
  return dissolveSmall(groupByAverageLink(likeness, floor), likeness);
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

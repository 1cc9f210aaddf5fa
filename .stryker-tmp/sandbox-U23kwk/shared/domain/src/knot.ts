import type { ThemeId } from "./ids.js";

/** Two themes and the cases that hold both of them in a window. Exact: it leaves only through the release gate. */
export interface ThemePairCount {
  /** In alphabetical order. */
  readonly themeIds: readonly [ThemeId, ThemeId];
  readonly cases: number;
  /** Distinct professionals who wrote about either theme in those cases. */
  readonly professionals: number;
}

/** Themes that the same household has more often than chance would bring. Exact too. */
export interface Knot extends ThemePairCount {
  /** Cases of each of the two themes. */
  readonly casesOfEach: readonly [number, number];
  /** How many times more often together than expected. */
  readonly lift: number;
}

/** Rule: below this it is no knot, however certain; a team would not notice a third more. */
export const KNOT_LIFT_MIN = 1.5;
/** Rule: fewer cases together are a few households, not a pattern; the release gate would not tell them either. */
const KNOT_CASES_MIN = 10;
/** Rule: of the knots that are found, one in twenty may be chance. Rationale: a municipality looks at hundreds of pairs at once. */
const FALSE_SHARE_MAX = 0.05;

/**
 * The pairs that stand together more often than they should, by lift against independence (Brin, Motwani & Silverstein,
 * "Beyond market baskets", SIGMOD 1997) with an exact guard for small numbers: the Poisson probability of so many cases or more,
 * held to a share of false findings over all pairs at once (Benjamini & Hochberg, JRSS B 57, 1995). Poisson is wider than
 * the hypergeometric truth, so the guard errs towards no knot.
 *
 *   expected(A, B) = n(A) · n(B) · max(1 / N, 2 · Σ pairs / M²)      N cases, M = Σ n(theme)
 *
 * The second term is what the margins of the cases allow (configuration model): where some households have many themes
 * and most have one, every pair of themes meets in the busy ones, and that is no knot. Cost: O(pairs · cases in a pair).
 *
 * @param pairs all pairs of the window, small ones too: their sum is part of what is expected.
 * @param total distinct cases with a theme.
 */
export function findKnots(
  pairs: readonly ThemePairCount[],
  themes: readonly { readonly themeId: ThemeId; readonly cases: number }[],
  total: number,
): Knot[] {
  const casesOf = new Map(themes.map(({ themeId, cases }) => [themeId, cases]));
  const held = themes.reduce((sum, { cases }) => sum + cases, 0);
  const together = pairs.reduce((sum, { cases }) => sum + cases, 0);
  if (total === 0 || held === 0) return [];
  const chance = Math.max(1 / total, (2 * together) / held ** 2);
  const judged = pairs
    .filter(({ cases }) => cases >= KNOT_CASES_MIN)
    .map((pair) => {
      const casesOfEach = [casesOf.get(pair.themeIds[0]) ?? 0, casesOf.get(pair.themeIds[1]) ?? 0] as const;
      const expected = casesOfEach[0] * casesOfEach[1] * chance;
      const knot = { ...pair, casesOfEach, lift: pair.cases / expected };
      return { knot, probability: poissonTail(pair.cases, expected) };
    });
  const limit = falseShareLimit(judged.map(({ probability }) => probability));
  return judged
    .filter(({ knot, probability }) => probability <= limit && knot.lift >= KNOT_LIFT_MIN)
    .map(({ knot }) => knot);
}

/** The largest probability that may still be believed, so that the expected share of false findings stays within its limit. */
function falseShareLimit(probabilities: readonly number[]): number {
  const sorted = [...probabilities].sort((a, b) => a - b);
  const last = sorted.findLastIndex((one, rank) => one <= (FALSE_SHARE_MAX * (rank + 1)) / sorted.length);
  return sorted[last] ?? -1;
}

/** P(X ≥ seen) for a Poisson count, added up in logarithms because exp(−mean) is 0 for the themes of a large city. */
function poissonTail(seen: number, mean: number): number {
  let logarithm = -mean;
  let below = 0;
  for (let count = 0; count < seen; count++) {
    below += Math.exp(logarithm);
    logarithm += Math.log(mean / (count + 1));
  }
  return Math.max(0, 1 - below);
}

/**
 * How much monthly counts of cases vary beyond chance, estimated over all wijken together.
 *
 *   variance of a month = mean + κ · mean²      (negative binomial; κ by weighted moments)
 *   correlation of months k apart = r^k         (a household that comes back next month; r by moments)
 *
 * A sum of M months then varies 1 + 2 Σ (1 − k/M) r^k times as much as independent months would (Bartlett, JRSS 98, 1935). Both κ
 * and r are drawn to a prior, because some hundred months of wijken do not say much. Cost: O(n).
 */
export interface Fitted {
  readonly before: readonly FittedMonth[];
  readonly after: readonly FittedMonth[];
  /** How many levels were fitted to these months. */
  readonly levels: number;
}

interface FittedMonth {
  readonly cases: number;
  readonly mean: number;
}

export interface Noise {
  /** How many times wider than a Poisson count the sum of these months varies. */
  inflation(means: readonly number[]): number;
  /** The same for counts of one month, which do not carry over into one another. */
  inflationWithin(means: readonly number[]): number;
  /** The part of it that comes from months that carry over. */
  carried(months: number): number;
}

/** Before there is much to estimate from, and how many months of wijken these guesses are worth. */
const DISPERSION_PRIOR = 0.1;
const CARRY_PRIOR = 0.15;
const PRIOR_CELLS = 20;
const DISPERSION_MAX = 1;
const CARRY_MAX = 0.6;

/** `months` is how many factors of months were fitted to them. */
export function noiseOf(wijken: readonly Fitted[], months: number): Noise {
  const dispersion = dispersionOf(wijken, months);
  const carry = carryOf(wijken, dispersion);
  const inflationWithin = (means: readonly number[]): number => {
    const [total, squares] = means.reduce(([sum, sums], mean) => [sum + mean, sums + mean * mean], [0, 0]);
    return total > 0 ? 1 + (dispersion * squares) / total : 1;
  };
  const carried = (count: number): number => {
    let factor = 1;
    for (let lag = 1; lag < count; lag++) factor += 2 * (1 - lag / count) * carry ** lag;
    return factor;
  };
  return { inflationWithin, carried, inflation: (means) => inflationWithin(means) * carried(means.length) };
}

function dispersionOf(wijken: readonly Fitted[], months: number): number {
  const cells = wijken.flatMap(({ before, after }) => [...before, ...after]);
  const fitted = wijken.reduce((sum, { levels }) => sum + levels, months - 1);
  // What was fitted took part of the spread with it.
  const lost = cells.length / Math.max(1, cells.length - fitted);
  let [excess, squares] = [0, 0];
  for (const { cases, mean } of cells) {
    const weight = 1 / (1 + DISPERSION_PRIOR * mean) ** 2;
    excess += weight * (lost * (cases - mean) ** 2 - mean);
    squares += weight * mean * mean;
  }
  const prior = (PRIOR_CELLS * squares) / Math.max(1, cells.length);
  if (squares === 0) return DISPERSION_PRIOR;
  return Math.min(DISPERSION_MAX, Math.max(0, (excess + prior * DISPERSION_PRIOR) / (squares + prior)));
}

/** Correlation of the residuals of two months in a row; the evening's own month lies between the sides, so no pair crosses it. */
function carryOf(wijken: readonly Fitted[], dispersion: number): number {
  let [products, squares, pairs, cells] = [0, 0, 0, 0];
  for (const { before, after } of wijken) {
    for (const side of [before, after]) {
      const residuals = side.map(({ cases, mean }) =>
        mean > 0 ? (cases - mean) / Math.sqrt(mean * (1 + dispersion * mean)) : 0,
      );
      residuals.forEach((residual, month) => {
        squares += residual ** 2;
        cells++;
        if (month === 0) return;
        products += residual * (residuals[month - 1] as number);
        pairs++;
      });
    }
  }
  if (pairs === 0 || squares === 0) return CARRY_PRIOR;
  // Residuals around a fitted level lean against one another by one part in the months of a wijk (Marriott and Pope 1954).
  const found = products / pairs / (squares / cells) + wijken.length / cells;
  const carry = (pairs * found + PRIOR_CELLS * CARRY_PRIOR) / (pairs + PRIOR_CELLS);
  return Math.min(CARRY_MAX, Math.max(0, carry));
}

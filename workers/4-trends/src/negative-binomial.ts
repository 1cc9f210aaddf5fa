/**
 * Tails of the negative binomial with a given mean and variance, from the recursion p(k+1) = p(k) · (size + k) / (k + 1) · q. A tail is
 * summed outwards and not as one less the other: a rise of hundreds has a probability far below what rounding leaves of a one, and the
 * alarm looks for the least of such probabilities. O(seen).
 */
interface Shape {
  readonly size: number;
  readonly q: number;
}

/** A term below this share of the sum is lost in it, and so are those beyond it. */
const TERM_MIN = 1e-17;

/** P(X ≥ seen). */
export function upperTail(seen: number, mean: number, variance: number): number {
  if (seen <= mean) return seen <= 0 ? 1 : 1 - lowerTail(seen - 1, mean, variance);
  const { size, q } = shapeOf(mean, variance);
  let term = pointOf(seen, { size, q });
  let sum = term;
  for (let k = seen; term > TERM_MIN * sum; k++) {
    term *= ((size + k) / (k + 1)) * q;
    sum += term;
  }
  return sum;
}

/** P(X ≤ seen). */
export function lowerTail(seen: number, mean: number, variance: number): number {
  if (mean <= 0) return 1;
  if (seen > mean) return 1 - upperTail(seen + 1, mean, variance);
  const { size, q } = shapeOf(mean, variance);
  let term = pointOf(seen, { size, q });
  let sum = term;
  for (let k = seen; k > 0 && term > TERM_MIN * sum; k--) {
    term *= k / ((size + k - 1) * q);
    sum += term;
  }
  return sum;
}

function shapeOf(mean: number, variance: number): Shape {
  // A variance at the mean is the Poisson limit; a hair more keeps the formula finite.
  const spread = Math.max(variance, mean * 1.0001);
  return { size: (mean * mean) / (spread - mean), q: 1 - mean / spread };
}

/** P(X = seen), by its logarithm: the probability of none is too small for a number where hundreds are usual. */
function pointOf(seen: number, { size, q }: Shape): number {
  let log = size * Math.log1p(-q);
  for (let k = 0; k < seen; k++) log += Math.log(((size + k) / (k + 1)) * q);
  return Math.exp(log);
}

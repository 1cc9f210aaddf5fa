/**
 * Tail of the negative binomial with a given mean and variance: P(X ≥ seen), or P(X ≤ seen) for `lower`. The probabilities
 * are added one by one from the recursion p(k+1) = p(k) · (r + k) / (k + 1) · q. O(seen).
 */
export function upperTail(seen: number, mean: number, variance: number): number {
  return seen <= 0 ? 1 : Math.max(0, 1 - lowerTail(seen - 1, mean, variance));
}

export function lowerTail(seen: number, mean: number, variance: number): number {
  if (mean <= 0) return 1;
  // A variance at the mean is the Poisson limit; a hair more keeps the formula finite.
  const spread = Math.max(variance, mean * 1.0001);
  const size = (mean * mean) / (spread - mean);
  const q = 1 - mean / spread;
  let probability = Math.exp(size * Math.log1p(-q));
  let sum = probability;
  for (let k = 0; k < seen; k++) {
    probability *= ((size + k) / (k + 1)) * q;
    sum += probability;
  }
  return Math.min(1, sum);
}

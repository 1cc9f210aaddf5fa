/**
 * One-against-rest linear classifiers, all themes at once: L2-regularised squared-hinge SVMs by dual coordinate descent
 * (Hsieh, Chang, Lin, Keerthi & Sundararajan, ICML 2008, algorithm 1 with D_ii = 1/2C, U = ∞), as in LIBLINEAR. The
 * weights lie feature by feature (one row of all themes), so that an example is scored for every theme in one sweep.
 *
 *   weights[feature * themes + theme]
 *
 * Deterministic: examples are visited in an order made by a fixed pseudo-random generator.
 * Cost: passes × non-zero features × themes multiplications.
 */

/** Sparse examples in compressed rows: the features of example i stand at offsets[i] … offsets[i + 1]. */
export interface SparseExamples {
  readonly offsets: Int32Array;
  readonly features: Int32Array;
  readonly values: Float32Array;
  /** The theme number of each example. */
  readonly labels: Int32Array;
  /** How much each example counts. */
  readonly weights: Float32Array;
}

export interface LinearOptions {
  readonly themes: number;
  readonly features: number;
  /** Cost of an error: larger fits closer. */
  readonly cost: number;
  /** The right theme of an example counts this much more than the wrong ones: 90 of 91 examples are wrong ones. */
  readonly positiveWeight: number;
  readonly passes: number;
}

/** A small deterministic generator (Marsaglia's xorshift32), for the visiting order only. */
export function shuffledOrder(length: number, seed: number): Int32Array {
  const order = Int32Array.from({ length }, (_, index) => index);
  let state = seed | 1;
  for (let at = length - 1; at > 0; at--) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const other = (state >>> 0) % (at + 1);
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
  return order;
}

export function trainLinear(examples: SparseExamples, options: LinearOptions): Float32Array {
  const { themes, cost, positiveWeight, passes } = options;
  const { offsets, features, values, labels } = examples;
  const count = labels.length;
  const weights = new Float32Array(options.features * themes);
  const alphas = new Float32Array(count * themes);
  const scores = new Float32Array(themes);
  const steps = new Float32Array(themes);
  for (let pass = 0; pass < passes; pass++) {
    for (const example of shuffledOrder(count, 12_345 + pass)) {
      const from = offsets[example] as number;
      const to = offsets[example + 1] as number;
      scores.fill(0);
      let square = 0;
      for (let at = from; at < to; at++) {
        const value = values[at] as number;
        square += value * value;
        const row = (features[at] as number) * themes;
        for (let theme = 0; theme < themes; theme++)
          scores[theme] = (scores[theme] as number) + value * (weights[row + theme] as number);
      }
      const label = labels[example] as number;
      const share = examples.weights[example] as number;
      let moved = 0;
      const moving: number[] = [];
      for (let theme = 0; theme < themes; theme++) {
        const sign = theme === label ? 1 : -1;
        const slack = 1 / (2 * cost * share * (theme === label ? positiveWeight : 1));
        const place = example * themes + theme;
        const alpha = alphas[place] as number;
        const gradient = sign * (scores[theme] as number) - 1 + slack * alpha;
        if (alpha === 0 && gradient >= 0) continue;
        const next = Math.max(alpha - gradient / (square + slack), 0);
        if (next === alpha) continue;
        alphas[place] = next;
        steps[theme] = sign * (next - alpha);
        moving[moved++] = theme;
      }
      if (moved === 0) continue;
      for (let at = from; at < to; at++) {
        const row = (features[at] as number) * themes;
        const value = values[at] as number;
        for (let index = 0; index < moved; index++) {
          const theme = moving[index] as number;
          weights[row + theme] = (weights[row + theme] as number) + value * (steps[theme] as number);
        }
      }
    }
  }
  return weights;
}

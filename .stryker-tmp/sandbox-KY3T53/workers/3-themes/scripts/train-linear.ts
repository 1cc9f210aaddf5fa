/**
 * One-against-rest linear classifiers, all themes at once: L2-regularised squared-hinge SVMs by dual coordinate descent
 * (Hsieh, Chang, Lin, Keerthi & Sundararajan, ICML 2008, algorithm 1 with D_ii = 1/2C, U = ∞), as in LIBLINEAR. The
 * weights lie feature by feature (one row of all themes), so that an example is scored for every theme in one sweep.
 *
 *   weights[feature * themes + theme]
 *
 * Deterministic: examples are visited in an order made by a fixed pseudo-random generator.
 * Themes that an example is well clear of are passed over for two passes in three (shrinking, section 3.2 there).
 * Cost: passes × non-zero features × themes multiplications, a third of that with shrinking.
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

/** Every so many passes all themes of an example are looked at; in between only those whose bound is near or passed. */
const FULL_PASS_EVERY = 3;
/** A theme this far on the right side of its margin is left alone until the next full pass. */
const ACTIVE_BELOW = 0.3;

export function trainLinear(examples: SparseExamples, options: LinearOptions): Float32Array {
  const { themes, cost, positiveWeight, passes } = options;
  const { offsets, features, values, labels } = examples;
  const count = labels.length;
  const weights = new Float32Array(options.features * themes);
  const alphas = new Float32Array(count * themes);
  const active = new Uint8Array(count * themes);
  const scores = new Float32Array(themes);
  const steps = new Float32Array(themes);
  const looking = new Int32Array(themes);
  for (let pass = 0; pass < passes; pass++) {
    const looksAtAll = pass % FULL_PASS_EVERY === 0;
    for (const example of shuffledOrder(count, 12_345 + pass)) {
      const from = offsets[example] as number;
      const to = offsets[example + 1] as number;
      const base = example * themes;
      let looked = 0;
      for (let theme = 0; theme < themes; theme++) {
        if (looksAtAll || active[base + theme] === 1) looking[looked++] = theme;
      }
      scores.fill(0);
      let square = 0;
      for (let at = from; at < to; at++) {
        const value = values[at] as number;
        square += value * value;
        const row = (features[at] as number) * themes;
        if (looksAtAll) {
          for (let theme = 0; theme < themes; theme++)
            scores[theme] = (scores[theme] as number) + value * (weights[row + theme] as number);
        } else {
          for (let index = 0; index < looked; index++) {
            const theme = looking[index] as number;
            scores[theme] = (scores[theme] as number) + value * (weights[row + theme] as number);
          }
        }
      }
      const label = labels[example] as number;
      const share = examples.weights[example] as number;
      let moved = 0;
      for (let index = 0; index < looked; index++) {
        const theme = looking[index] as number;
        const sign = theme === label ? 1 : -1;
        const slack = 1 / (2 * cost * share * (theme === label ? positiveWeight : 1));
        const alpha = alphas[base + theme] as number;
        const gradient = sign * (scores[theme] as number) - 1 + slack * alpha;
        const next = Math.max(alpha - gradient / (square + slack), 0);
        active[base + theme] = next > 0 || gradient < ACTIVE_BELOW ? 1 : 0;
        if (next === alpha) continue;
        alphas[base + theme] = next;
        steps[theme] = sign * (next - alpha);
        looking[moved++] = theme;
      }
      if (moved === 0) continue;
      for (let at = from; at < to; at++) {
        const row = (features[at] as number) * themes;
        const value = values[at] as number;
        for (let index = 0; index < moved; index++) {
          const theme = looking[index] as number;
          weights[row + theme] = (weights[row + theme] as number) + value * (steps[theme] as number);
        }
      }
    }
  }
  return weights;
}

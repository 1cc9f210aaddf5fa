/**
 * Logistic regression on sparse features, by stochastic gradient descent with a step per feature (AdaGrad: Duchi, Hazan and Singer,
 * 2011). Seeded, so that the same examples give the same weights to the last digit. Cost: rounds × features in all examples.
 */
export interface Example {
  readonly features: readonly string[];
  readonly isName: boolean;
  /** How many times the example counts. */
  readonly weight: number;
}

export interface Training {
  readonly rounds: number;
  /** A feature that fewer examples have is left out: what it says is chance. */
  readonly occurrencesMin: number;
  /** How strongly a weight is drawn to 0. */
  readonly decay: number;
}

const STEP = 0.1;

export function trainLogistic(
  examples: readonly Example[],
  { rounds, occurrencesMin, decay }: Training,
): Map<string, number> {
  const occurrences = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features) occurrences.set(feature, (occurrences.get(feature) ?? 0) + 1);
  const kept = [...occurrences].filter(([, count]) => count >= occurrencesMin).map(([feature]) => feature);
  const numbers = new Map(kept.map((feature, index) => [feature, index]));
  const rows = examples.map(({ features, isName, weight }) => ({
    at: Int32Array.from(features.flatMap((feature) => numbers.get(feature) ?? [])),
    target: isName ? 1 : 0,
    weight,
  }));
  const weights = new Float64Array(kept.length);
  const squares = new Float64Array(kept.length).fill(1e-6);
  const random = seeded(1);
  for (let round = 0; round < rounds; round++) {
    for (let left = rows.length - 1; left > 0; left--) {
      const other = Math.floor(random() * (left + 1));
      [rows[left], rows[other]] = [rows[other] as (typeof rows)[number], rows[left] as (typeof rows)[number]];
    }
    for (const { at, target, weight } of rows) {
      let sum = 0;
      for (const feature of at) sum += weights[feature] ?? 0;
      const slope = (1 / (1 + Math.exp(-sum)) - target) * weight;
      for (const feature of at) {
        const step = slope + decay * (weights[feature] ?? 0);
        squares[feature] = (squares[feature] ?? 0) + step * step;
        weights[feature] = (weights[feature] ?? 0) - (STEP * step) / Math.sqrt(squares[feature] ?? 1);
      }
    }
  }
  return new Map(kept.map((feature, index) => [feature, weights[index] ?? 0]));
}

/** A multiplicative generator of 32 bits, the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * The ordinary level of a weekly series: a quasi-Poisson regression with a yearly wave and the registered volume as
 * offset, fitted by iteratively reweighted least squares.
 *
 * Sources. The model and the down-weighting of unusual past weeks: Farrington et al., "A statistical algorithm for the early
 * detection of outbreaks of infectious disease", JRSS A 159 (1996), improved by Noufaily et al., Statistics in Medicine 32
 * (2013). The wave in place of their same-weeks-only baseline: Serfling (1963), since two years of counts are too few.
 *
 *   log μ(t) = log exposure(t) + a + b·sin(2πt/52) + c·cos(2πt/52) + d·sin(4πt/52) + e·cos(4πt/52)
 *
 * Cost: O(weeks × terms²) for each round.
 */
export interface PastWeek {
  readonly week: number;
  readonly cases: number;
  readonly exposure: number;
}

export interface Baseline {
  /** False while less than a year of history leaves the season unknown. */
  readonly knowsSeason: boolean;
  /** Expected cases at unit exposure, and the squared relative error of that. */
  at(week: number): { readonly rate: number; readonly error: number };
  /** Variance = mean + dispersion × mean². */
  readonly dispersion: number;
}

const YEAR_WEEKS = 52;
/** Without a year of history a wave cannot be told from a rise: then the level alone, mostly from the last months. */
const HALF_LIFE_SHORT = 12;
const HALF_LIFE_LONG = 104;
/** The wave is drawn to zero: prior standard deviations of the yearly and the half-yearly wave on the log scale. */
const WAVE_PRECISIONS = [1 / 0.25 ** 2, 1 / 0.25 ** 2, 1 / 0.12 ** 2, 1 / 0.12 ** 2];
/** The level has next to no prior: half a case. */
const LEVEL_PRECISION = 0.05;
const ROUNDS = 4;
/** Anscombe residual from which a past week counts less. Noufaily et al. (2013) take 2.58; weeks of an alarm are left out here, so the rest may vary more. */
const RESIDUAL_MAX = 3.5;
/** Overdispersion before there is much to estimate it from, and how many weeks that guess is worth. */
const DISPERSION_PRIOR = 0.1;
const DISPERSION_PRIOR_WEEKS = 20;
const DISPERSION_MIN = 0.01;
const DISPERSION_MAX = 0.8;

/** How much better the wave must describe the past (twice the log likelihood, beside its prior); measured on simulated series. */
const WAVE_GAIN_MIN = 2;

/** The level alone: five times cheaper, and enough to see that nothing is going on. */
export function fitLevel(past: readonly PastWeek[], now: number): Baseline {
  const knowsSeason = hasYear(past, now);
  return { ...fit(past, now, 1, knowsSeason ? HALF_LIFE_LONG : HALF_LIFE_SHORT), knowsSeason };
}

export function fitBaseline(past: readonly PastWeek[], now: number): Baseline {
  const knowsSeason = hasYear(past, now);
  const level = fit(past, now, 1, knowsSeason ? HALF_LIFE_LONG : HALF_LIFE_SHORT);
  if (!knowsSeason) return { ...level, knowsSeason };
  const wave = fit(past, now, 5, HALF_LIFE_LONG);
  const best = wave.logLikelihood - level.logLikelihood >= WAVE_GAIN_MIN / 2 ? wave : level;
  return { at: best.at, dispersion: best.dispersion, knowsSeason };
}

function hasYear(past: readonly PastWeek[], now: number): boolean {
  return past.some(({ week }) => now - week >= YEAR_WEEKS + 4);
}

interface Fit extends Omit<Baseline, "knowsSeason"> {
  /** Of the Poisson, weighted as the weeks were. */
  readonly logLikelihood: number;
}

function fit(past: readonly PastWeek[], now: number, size: 1 | 5, halfLife: number): Fit {
  const rows = past.map((one) => ({
    ...one,
    age: 0.5 ** ((now - one.week) / halfLife),
    features: featuresOf(one.week, size),
  }));
  let coefficients = startOf(rows, size);
  let dispersion = DISPERSION_PRIOR;
  let inverse: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const step = scoreRows(rows, coefficients, round === 0 ? undefined : dispersion);
    inverse = invert(step.information);
    coefficients = coefficients.map((value, i) => {
      const change = (inverse[i] as number[]).reduce((sum, cell, j) => sum + cell * (step.slope[j] as number), 0);
      // A step of more than e-fold comes from a level near zero and would overshoot.
      return value + Math.max(-1, Math.min(1, change));
    });
    dispersion = step.dispersion;
  }
  return {
    dispersion,
    logLikelihood: logLikelihoodOf(rows, coefficients),
    at: (week) => {
      const features = featuresOf(week, size);
      return { rate: meanOf(features, coefficients), error: quadratic(features, inverse) };
    },
  };
}

interface Row extends PastWeek {
  readonly age: number;
  readonly features: readonly number[];
}

/** One round: slope and information of the penalised likelihood, and the dispersion by moments. No dispersion: every week weighs equally. */
function scoreRows(rows: readonly Row[], coefficients: readonly number[], dispersion: number | undefined) {
  const size = coefficients.length;
  const information = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => (i === j ? precisionOf(i) : 0)),
  );
  const slope = coefficients.map((value, i) => (i === 0 ? 0 : -precisionOf(i) * value));
  let excess = 0;
  let squares = 0;
  for (const row of rows) {
    const mean = meanOf(row.features, coefficients) * row.exposure;
    const usual = dispersion === undefined ? 1 : weightOf(row.cases, mean, dispersion);
    const weight = (row.age * usual) / (1 + (dispersion ?? DISPERSION_PRIOR) * mean);
    for (let i = 0; i < size; i++) {
      const x = row.features[i] as number;
      slope[i] = (slope[i] as number) + weight * x * (row.cases - mean);
      const line = information[i] as number[];
      for (let j = 0; j < size; j++) line[j] = (line[j] as number) + weight * mean * x * (row.features[j] as number);
    }
    const cap = RESIDUAL_MAX ** 2 * (mean + DISPERSION_PRIOR * mean * mean);
    excess += Math.min((row.cases - mean) ** 2, cap) - mean;
    squares += mean * mean;
  }
  const prior = (DISPERSION_PRIOR_WEEKS * squares) / rows.length;
  const moment = (excess + DISPERSION_PRIOR * prior) / (squares + prior);
  return { information, slope, dispersion: Math.min(DISPERSION_MAX, Math.max(DISPERSION_MIN, moment)) };
}

function logLikelihoodOf(rows: readonly Row[], coefficients: readonly number[]): number {
  let sum = 0;
  for (const row of rows) {
    const mean = meanOf(row.features, coefficients) * row.exposure;
    sum += (row.age * (row.cases * Math.log(mean) - mean)) / (1 + DISPERSION_PRIOR * mean);
  }
  return sum;
}

function quadratic(features: readonly number[], matrix: readonly (readonly number[])[]): number {
  let sum = 0;
  features.forEach((left, i) => {
    features.forEach((right, j) => {
      sum += left * ((matrix[i] as readonly number[])[j] as number) * right;
    });
  });
  return sum;
}

function precisionOf(index: number): number {
  return index === 0 ? LEVEL_PRECISION : (WAVE_PRECISIONS[index - 1] as number);
}

function startOf(rows: readonly { cases: number; exposure: number; age: number }[], size: number): number[] {
  let seen = 0.5;
  let exposed = 1;
  for (const row of rows) {
    seen += row.age * row.cases;
    exposed += row.age * row.exposure;
  }
  return [Math.log(seen / exposed), ...new Array<number>(size - 1).fill(0)];
}

const LEVEL_ONLY: readonly number[] = [1];
/** The waves of each week of the year, worked out once. */
const WAVES: readonly (readonly number[])[] = Array.from({ length: YEAR_WEEKS }, (_, week) => {
  const angle = (2 * Math.PI * week) / YEAR_WEEKS;
  return [1, Math.sin(angle), Math.cos(angle), Math.sin(2 * angle), Math.cos(2 * angle)];
});

function featuresOf(week: number, size: number): readonly number[] {
  return size === 1 ? LEVEL_ONLY : (WAVES[week % YEAR_WEEKS] as readonly number[]);
}

function meanOf(features: readonly number[], coefficients: readonly number[]): number {
  let log = 0;
  for (let i = 0; i < features.length; i++) log += (features[i] as number) * (coefficients[i] as number);
  return Math.exp(Math.max(-7, Math.min(12, log)));
}

/** 1 for an ordinary week, (limit ÷ residual)² for an unusually high one. */
function weightOf(seen: number, mean: number, dispersion: number): number {
  const spread = mean ** (1 / 6) * Math.sqrt(1 + dispersion * mean);
  const residual = (1.5 * (seen ** (2 / 3) - mean ** (2 / 3))) / spread;
  return residual <= RESIDUAL_MAX ? 1 : (RESIDUAL_MAX / residual) ** 2;
}

/** Gauss–Jordan; the matrix is positive definite by its priors, so no pivoting is needed. */
function invert(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const left = matrix.map((row) => [...row]);
  const right = matrix.map((_, i) => matrix.map((_, j) => (i === j ? 1 : 0)));
  for (let column = 0; column < size; column++) {
    const pivot = (left[column] as number[])[column] as number;
    for (const side of [left, right]) {
      const row = side[column] as number[];
      for (let j = 0; j < size; j++) row[j] = (row[j] as number) / pivot;
    }
    for (let i = 0; i < size; i++) {
      if (i === column) continue;
      const factor = (left[i] as number[])[column] as number;
      for (const side of [left, right]) {
        const row = side[i] as number[];
        const from = side[column] as number[];
        for (let j = 0; j < size; j++) row[j] = (row[j] as number) - factor * (from[j] as number);
      }
    }
  }
  return right;
}

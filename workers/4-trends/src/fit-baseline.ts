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
 * Cost: O(weeks + places × terms²) for each round, since weeks at the same place of the year share their terms, and are added up
 * before these come in. Some two microseconds for the level alone, ten for the wave.
 */
interface FittedSeries {
  readonly cases: readonly number[];
  readonly exposures: Float64Array;
  /** Where in the cycle of 52 weeks the first week stands. */
  readonly firstPlace: number;
}

export interface Baseline {
  /** False while less than a year of history leaves the season unknown. */
  readonly knowsSeason: boolean;
  /** Expected cases at unit exposure. */
  rateAt(week: number): number;
  /** The squared relative error of that. */
  errorAt(week: number): number;
  /** Variance = mean + dispersion × mean². */
  readonly dispersion: number;
}

/** The weeks that a baseline is fitted to. */
interface Past {
  /** Oldest first, all before `now` and none more than `AGE_WEEKS_MAX` before it. */
  readonly weeks: Int32Array;
  /** The week to judge. */
  readonly now: number;
}

export const AGE_WEEKS_MAX = 164;
export const YEAR_WEEKS = 52;
/** Without a year of history a wave cannot be told from a rise: then the level alone, mostly from the last months. */
const WEIGHTS_SHORT = weightsByAge(12);
const WEIGHTS_LONG = weightsByAge(104);
/** The wave is drawn to zero: prior standard deviations of the yearly and the half-yearly wave on the log scale. The level has next to no prior: half a case. */
const PRECISIONS = [0.05, 1 / 0.25 ** 2, 1 / 0.25 ** 2, 1 / 0.12 ** 2, 1 / 0.12 ** 2];
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

/** The terms of the model, row by row: one row for every week, or one for each place in the year. */
interface Design {
  readonly size: number;
  readonly rows: number;
  readonly terms: Float64Array;
}

const LEVEL: Design = { size: 1, rows: 1, terms: Float64Array.of(1) };
const WAVE: Design = {
  size: 5,
  rows: YEAR_WEEKS,
  terms: Float64Array.from(
    Array.from({ length: YEAR_WEEKS }, (_, place) => {
      const angle = (2 * Math.PI * place) / YEAR_WEEKS;
      return [1, Math.sin(angle), Math.cos(angle), Math.sin(2 * angle), Math.cos(2 * angle)];
    }).flat(),
  ),
};

interface Fit {
  readonly design: Design;
  readonly coefficients: Float64Array;
  /** Row by row. */
  readonly covariance: Float64Array;
  readonly dispersion: number;
}

/** Fits baselines to one series. */
export class BaselineFitter {
  readonly #series: FittedSeries;
  readonly #logExposures: Float64Array;
  /** The row of the design for each week. */
  readonly #rows: { readonly level: Uint8Array; readonly wave: Uint8Array };
  // The sums of a round for each place, kept between fits since a history takes half a million of those.
  readonly #rates = new Float64Array(YEAR_WEEKS);
  readonly #pulls = new Float64Array(YEAR_WEEKS);
  readonly #weights = new Float64Array(YEAR_WEEKS);

  constructor(series: FittedSeries) {
    const { length } = series.cases;
    this.#series = series;
    this.#logExposures = series.exposures.map(Math.log);
    this.#rows = {
      level: new Uint8Array(length),
      wave: Uint8Array.from({ length }, (_, week) => (series.firstPlace + week) % YEAR_WEEKS),
    };
  }

  /** The level alone: five times cheaper, and enough to see that nothing is going on. */
  fitLevel(past: Past): Baseline {
    return this.#baselineOf(this.#fit(LEVEL, past), knowsSeason(past));
  }

  /** The level with the wave; undefined when the level alone describes the past as well, or less than a year is known. */
  fitWave(past: Past): Baseline | undefined {
    if (!knowsSeason(past)) return undefined;
    const wave = this.#fit(WAVE, past);
    const gain = this.#logLikelihoodOf(wave, past) - this.#logLikelihoodOf(this.#fit(LEVEL, past), past);
    return gain >= WAVE_GAIN_MIN / 2 ? this.#baselineOf(wave, true) : undefined;
  }

  #rowsOf(design: Design): Uint8Array {
    return design === LEVEL ? this.#rows.level : this.#rows.wave;
  }

  #baselineOf({ design, coefficients, covariance, dispersion }: Fit, season: boolean): Baseline {
    const rows = this.#rowsOf(design);
    return {
      knowsSeason: season,
      dispersion,
      rateAt: (week) => Math.exp(logRateOf(design, rows[week] as number, coefficients)),
      errorAt: (week) => quadratic(design, rows[week] as number, covariance),
    };
  }

  #fit(design: Design, past: Past): Fit {
    const { size } = design;
    const coefficients = new Float64Array(size);
    const information = new Float64Array(size * size);
    const covariance = new Float64Array(size * size);
    const slope = new Float64Array(size);
    coefficients[0] = this.#startOf(past);
    let dispersion: number | undefined;
    for (let round = 0; round < ROUNDS; round++) {
      dispersion = this.#addUp(design, past, coefficients, dispersion);
      this.#score(design, coefficients, information, slope);
      invert(information, covariance, size);
      for (let i = 0; i < size; i++) {
        let change = 0;
        for (let j = 0; j < size; j++) change += (covariance[i * size + j] as number) * (slope[j] as number);
        // A step of more than e-fold comes from a level near zero and would overshoot.
        coefficients[i] = (coefficients[i] as number) + Math.max(-1, Math.min(1, change));
      }
    }
    return { design, coefficients, covariance, dispersion: dispersion as number };
  }

  /** Adds up the weeks of each place under these coefficients, and gives the dispersion by moments. No dispersion: every week weighs equally. */
  #addUp(design: Design, past: Past, coefficients: Float64Array, dispersion: number | undefined): number {
    const { weeks, now } = past;
    const { cases, exposures } = this.#series;
    const [rates, pulls, weights] = [this.#rates, this.#pulls, this.#weights];
    const [rows, ages] = [this.#rowsOf(design), weightsOf(past)];
    for (let row = 0; row < design.rows; row++) rates[row] = Math.exp(logRateOf(design, row, coefficients));
    pulls.fill(0);
    weights.fill(0);
    let excess = 0;
    let squares = 0;
    for (let i = 0; i < weeks.length; i++) {
      const week = weeks[i] as number;
      const row = rows[week] as number;
      const seen = cases[week] as number;
      const mean = (rates[row] as number) * (exposures[week] as number);
      const usual = dispersion === undefined ? 1 : weightOf(seen, mean, dispersion);
      const weight = ((ages[now - week] as number) * usual) / (1 + (dispersion ?? DISPERSION_PRIOR) * mean);
      pulls[row] = (pulls[row] as number) + weight * (seen - mean);
      weights[row] = (weights[row] as number) + weight * mean;
      const cap = RESIDUAL_MAX ** 2 * (mean + DISPERSION_PRIOR * mean * mean);
      excess += Math.min((seen - mean) ** 2, cap) - mean;
      squares += mean * mean;
    }
    const prior = (DISPERSION_PRIOR_WEEKS * squares) / weeks.length;
    const moment = (excess + DISPERSION_PRIOR * prior) / (squares + prior);
    return Math.min(DISPERSION_MAX, Math.max(DISPERSION_MIN, moment));
  }

  /** Slope and information of the penalised likelihood, from the sums that `addUp` left. */
  #score(
    { size, rows, terms }: Design,
    coefficients: Float64Array,
    information: Float64Array,
    slope: Float64Array,
  ): void {
    information.fill(0);
    for (let i = 0; i < size; i++) {
      information[i * size + i] = PRECISIONS[i] as number;
      slope[i] = i === 0 ? 0 : -(PRECISIONS[i] as number) * (coefficients[i] as number);
    }
    for (let row = 0; row < rows; row++) {
      const pull = this.#pulls[row] as number;
      const weight = this.#weights[row] as number;
      for (let i = 0; i < size; i++) {
        const term = terms[row * size + i] as number;
        slope[i] = (slope[i] as number) + pull * term;
        for (let j = 0; j < size; j++) {
          const cell = i * size + j;
          information[cell] = (information[cell] as number) + weight * term * (terms[row * size + j] as number);
        }
      }
    }
  }

  /** Of the Poisson, weighted as the weeks were. */
  #logLikelihoodOf({ design, coefficients }: Fit, past: Past): number {
    const { weeks, now } = past;
    const { cases, exposures } = this.#series;
    const [rows, ages] = [this.#rowsOf(design), weightsOf(past)];
    let sum = 0;
    for (let i = 0; i < weeks.length; i++) {
      const week = weeks[i] as number;
      const logRate = logRateOf(design, rows[week] as number, coefficients);
      const mean = Math.exp(logRate) * (exposures[week] as number);
      const logMean = logRate + (this.#logExposures[week] as number);
      sum +=
        ((ages[now - week] as number) * ((cases[week] as number) * logMean - mean)) / (1 + DISPERSION_PRIOR * mean);
    }
    return sum;
  }

  #startOf(past: Past): number {
    const { weeks, now } = past;
    const ages = weightsOf(past);
    let seen = 0.5;
    let exposed = 1;
    for (let i = 0; i < weeks.length; i++) {
      const week = weeks[i] as number;
      const age = ages[now - week] as number;
      seen += age * (this.#series.cases[week] as number);
      exposed += age * (this.#series.exposures[week] as number);
    }
    return Math.log(seen / exposed);
  }
}

function knowsSeason({ weeks, now }: Past): boolean {
  return weeks.length > 0 && now - (weeks[0] as number) >= YEAR_WEEKS + 4;
}

/** What a week counts for, by its age. */
function weightsOf(past: Past): Float64Array {
  return knowsSeason(past) ? WEIGHTS_LONG : WEIGHTS_SHORT;
}

function weightsByAge(halfLifeWeeks: number): Float64Array {
  return Float64Array.from({ length: AGE_WEEKS_MAX + 1 }, (_, age) => 0.5 ** (age / halfLifeWeeks));
}

function logRateOf({ size, terms }: Design, row: number, coefficients: Float64Array): number {
  let log = 0;
  for (let i = 0; i < size; i++) log += (terms[row * size + i] as number) * (coefficients[i] as number);
  return Math.max(-7, Math.min(12, log));
}

function quadratic({ size, terms }: Design, row: number, matrix: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      sum += (terms[row * size + i] as number) * (matrix[i * size + j] as number) * (terms[row * size + j] as number);
    }
  }
  return sum;
}

/** 1 for an ordinary week, (limit ÷ residual)² for an unusually high one. */
function weightOf(seen: number, mean: number, dispersion: number): number {
  const variance = mean * (1 + dispersion * mean);
  // The residual is never more than this one in plain units, which spares the powers for all but a few weeks.
  if (seen <= mean || (seen - mean) ** 2 <= RESIDUAL_MAX ** 2 * variance) return 1;
  const spread = mean ** (1 / 6) * Math.sqrt(1 + dispersion * mean);
  const residual = (1.5 * (seen ** (2 / 3) - mean ** (2 / 3))) / spread;
  return residual <= RESIDUAL_MAX ? 1 : (RESIDUAL_MAX / residual) ** 2;
}

/** Gauss–Jordan, row by row; the matrix is positive definite by its priors, so no pivoting is needed. Uses up what it inverts. */
function invert(matrix: Float64Array, inverse: Float64Array, size: number): void {
  inverse.fill(0);
  for (let i = 0; i < size; i++) inverse[i * size + i] = 1;
  for (let column = 0; column < size; column++) {
    const pivot = matrix[column * size + column] as number;
    for (let j = 0; j < size; j++) {
      matrix[column * size + j] = (matrix[column * size + j] as number) / pivot;
      inverse[column * size + j] = (inverse[column * size + j] as number) / pivot;
    }
    for (let i = 0; i < size; i++) {
      if (i === column) continue;
      const factor = matrix[i * size + column] as number;
      for (let j = 0; j < size; j++) {
        matrix[i * size + j] = (matrix[i * size + j] as number) - factor * (matrix[column * size + j] as number);
        inverse[i * size + j] = (inverse[i * size + j] as number) - factor * (inverse[column * size + j] as number);
      }
    }
  }
}

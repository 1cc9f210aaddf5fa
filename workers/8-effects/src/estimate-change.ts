/**
 * Did a question become rarer in one wijk than in wijken without an evening? Difference in differences on rates, as a ratio of
 * ratios with an interval.
 *
 *   ratio = (rate after ÷ rate before in the wijk of the evening) ÷ (the same in the comparison wijken)
 *
 *              before the evening        │  after it
 *   wijk       ▒ ▒ ▒ ▒ ▒ ▒ ▒ ▒ ▒ ▒ ▒ ▒   │  ▒ ▒ ▒ ▒ ▒ ▒    cases with the theme, of all active cases of the month
 *   wijk 2     ░ ░ ░ ░ ░ ░ ░ ░ ░ ░ ░ ░   │  ░ ░ ░ ░ ░ ░  ┐ give what the wijken share in each month (season, rules), how much
 *   wijk 3     ░ ░ ░ ░ ░ ░ ░ ░ ░ ░ ░ ░   │  ░ ░ ░ ░ ░ ░  ┘ counts vary beyond chance, and how far wijken drift apart
 *
 * Sources. The design: Card and Krueger, American Economic Review 84 (1994). Counts against what is expected: indirect
 * standardisation (Breslow and Day, Statistical Methods in Cancer Research II, 1987, chapter 2). The expectation is level of
 * the wijk × factor of the month, by proportional fitting (Deming and Stephan, Annals of Mathematical Statistics 11, 1940), so
 * that a season falls out. Counts vary more than chance: a negative binomial variance by moments (Breslow, Applied Statistics
 * 33, 1984), and households that come back next month make a sum vary more again (Bartlett, JRSS 98, 1935). Wijken drift apart
 * without any evening: how far is read off the comparison wijken, each taken as if the evening had been there (Conley and
 * Taber, Review of Economics and Statistics 93, 2011). All three have a prior, since there are few wijken. The interval of
 * the wijk's own two counts is that of Wilson (JASA 22, 1927), which holds for small counts and for none; MOVER (Zou and
 * Donner, Statistics in Medicine 27, 2008) joins it with the rest.
 *
 * Limits. Somebody from a comparison wijk who comes to the evening makes the effect look smaller. Anything else that happened in
 * the wijk alone looks like an effect: hence never a claim of cause.
 *
 * Cost: O(rounds · n) for n = wijken × months, 40 rounds at most; see the README for the time.
 */
import type { Change, MonthRate, WijkMonths } from "@rode-draad/domain";
import { type Fitted, type Noise, noiseOf } from "./month-noise.js";
import { studentQuantile } from "./quantiles.js";

/** Wijken with the same months. */
export interface ChangeInput {
  readonly target: WijkMonths;
  readonly comparison: readonly WijkMonths[];
}

/** Fewer wijken than this say nothing about how wijken differ. */
export const COMPARISON_WIJKEN_MIN = 2;
/** Rounds of proportional fitting; it stops as soon as no month moves by more than this. */
const ROUNDS_MAX = 40;
const CONVERGED = 1e-9;
/** Wijken differ by about a tenth in how a theme moves over half a year, and how many wijken that guess is worth. Estimates. */
const DRIFT_PRIOR = 0.15;
const DRIFT_PRIOR_WIJKEN = 4;
/** Half a case keeps a logarithm finite (Haldane 1956, Anscombe 1956). */
const HALF = 0.5;

/** Undefined when the comparison wijken or the wijk itself never asked before, so that there is nothing to compare with. */
export function estimateChange(input: ChangeInput, confidence = 0.9): Change | undefined {
  const comparison = input.comparison.filter((wijk) => sumOf(wijk.before) > 0);
  const { target } = input;
  const [before, after] = [sumOf(target.before), sumOf(target.after)];
  if (comparison.length < COMPARISON_WIJKEN_MIN || before === 0) return undefined;
  const months = fitMonths(comparison.map(({ before, after }) => [...before, ...after]));
  const expected = expectedOf(target, months);
  if (!(expected.before > 0 && expected.after > 0)) return undefined;
  const own = fitSides(target, months, expected);
  const noise = noiseOf([...comparison.map((wijk) => fitWhole(wijk, months)), own], months.length);

  // The wijk's own counts: what part of its cases came after the evening.
  const chance = logVariance(own, noise);
  const inflation = chance / (1 / (before + HALF) + 1 / (after + HALF));
  const observed = Math.log((after + HALF) / (before + HALF));
  // What the other wijken let expect, and how far a wijk moves away from that by itself.
  const common = Math.log(expected.after / expected.before);
  const shared = sharedVariance(target, comparison, months, noise);
  const drift = driftOf(comparison, months, noise);

  // Only the drift rests on as few numbers as there are wijken (Satterthwaite, Biometrics Bulletin 2, 1946).
  const degrees = (DRIFT_PRIOR_WIJKEN + comparison.length) * ((chance + shared + drift) / Math.max(drift, 1e-6)) ** 2;
  const z = studentQuantile((1 + confidence) / 2, degrees);
  const [low, high] = wilson(after, before + after, inflation, z);
  const spread = z * Math.sqrt(shared + drift);
  return {
    ratio: Math.exp(observed - common),
    low: Math.exp(observed - common - Math.hypot(observed - logit(low), spread)),
    high: Math.exp(observed - common + Math.hypot(logit(high) - observed, spread)),
  };
}

/** What the wijken share in each month, as a factor on the level of each wijk; 0 where nobody asked. */
function fitMonths(wijken: readonly (readonly MonthRate[])[]): number[] {
  let months = (wijken[0] ?? []).map(() => 1);
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const levels = wijken.map((cells) => {
      const exposed = cells.reduce((sum, { active }, month) => sum + active * (months[month] as number), 0);
      return exposed > 0 ? sumOf(cells) / exposed : 0;
    });
    let moved = 0;
    months = months.map((old, month) => {
      let [asked, exposed] = [0, 0];
      wijken.forEach((cells, wijk) => {
        const { cases, active } = cells[month] as MonthRate;
        asked += cases;
        exposed += active * (levels[wijk] as number);
      });
      const fresh = exposed > 0 ? asked / exposed : 0;
      moved = Math.max(moved, Math.abs(fresh - old));
      return fresh;
    });
    if (moved < CONVERGED) break;
  }
  return months;
}

interface Sides {
  readonly before: number;
  readonly after: number;
}

/** Cases that the shared months let expect of a wijk at level 1. */
function expectedOf({ before, after }: WijkMonths, months: readonly number[]): Sides {
  return { before: sum(exposures(before, months, 0)), after: sum(exposures(after, months, before.length)) };
}

function exposures(cells: readonly MonthRate[], months: readonly number[], from: number): number[] {
  return cells.map(({ active }, index) => active * (months[from + index] as number));
}

/** A wijk with one level on each side of the evening. */
function fitSides(wijk: WijkMonths, months: readonly number[], expected: Sides): Fitted {
  return {
    before: fitSide(wijk.before, months, 0, sumOf(wijk.before) / expected.before),
    after: fitSide(wijk.after, months, wijk.before.length, sumOf(wijk.after) / expected.after),
    levels: 2,
  };
}

/** A wijk with one level throughout. */
function fitWhole(wijk: WijkMonths, months: readonly number[]): Fitted {
  const expected = expectedOf(wijk, months);
  const level = (sumOf(wijk.before) + sumOf(wijk.after)) / (expected.before + expected.after);
  return {
    before: fitSide(wijk.before, months, 0, level),
    after: fitSide(wijk.after, months, wijk.before.length, level),
    levels: 1,
  };
}

function fitSide(cells: readonly MonthRate[], months: readonly number[], from: number, level: number) {
  const means = exposures(cells, months, from).map((exposure) => exposure * level);
  return cells.map(({ cases }, index) => ({ cases, mean: means[index] as number }));
}

/** Variance of log(cases after ÷ cases before) by what varies within a wijk. */
function logVariance({ before, after }: Fitted, noise: Noise): number {
  const side = (cells: Fitted["before"]): number =>
    noise.inflation(cells.map(({ mean }) => mean)) / (sum(cells.map(({ cases }) => cases)) + HALF);
  return side(before) + side(after);
}

/**
 * The variance between wijken of how a theme moves, beyond what varies within each: every comparison wijk against all of them.
 * A wijk says as much about it as its own counts are certain.
 */
function driftOf(wijken: readonly WijkMonths[], months: readonly number[], noise: Noise): number {
  const prior = DRIFT_PRIOR ** 2;
  let certainty = DRIFT_PRIOR_WIJKEN / (2 * prior ** 2);
  let drift = certainty * prior;
  // A wijk is part of what it is compared with.
  const lost = wijken.length / (wijken.length - 1);
  for (const wijk of wijken) {
    const expected = expectedOf(wijk, months);
    if (!(expected.before > 0 && expected.after > 0)) continue;
    const [before, after] = [sumOf(wijk.before) + HALF, sumOf(wijk.after) + HALF];
    const moved = Math.log(after / before) - Math.log(expected.after / expected.before);
    const chance = logVariance(fitWhole(wijk, months), noise);
    const weight = 1 / (2 * (chance + prior) ** 2);
    certainty += weight;
    drift += weight * (lost * moved ** 2 - chance);
  }
  return Math.max(0, drift / certainty);
}

/** Variance of the logarithm of what is expected after against before: it rests on the counts of the comparison wijken. */
function sharedVariance(
  { before, after }: WijkMonths,
  comparison: readonly WijkMonths[],
  months: readonly number[],
  noise: Noise,
): number {
  const side = (target: readonly MonthRate[], others: readonly (readonly MonthRate[])[], from: number): number => {
    const shares = exposures(target, months, from);
    const whole = sum(shares);
    const carried = noise.carried(target.length);
    return sum(
      shares.map((share, month) => {
        const cases = others.map((cells) => (cells[month] as MonthRate).cases);
        const asked = sum(cases);
        return asked === 0 ? 0 : ((share / whole) ** 2 * carried * noise.inflationWithin(cases)) / asked;
      }),
    );
  };
  return (
    side(
      before,
      comparison.map((wijk) => wijk.before),
      0,
    ) +
    side(
      after,
      comparison.map((wijk) => wijk.after),
      before.length,
    )
  );
}

/** Bounds of a share of `whole` counts, each of them worth 1/`inflation`. */
function wilson(part: number, whole: number, inflation: number, z: number): readonly [number, number] {
  const n = whole / inflation;
  const share = part / whole;
  const centre = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  return [part === 0 ? 0 : centre - half, part === whole ? 1 : centre + half];
}

function logit(share: number): number {
  return Math.log(share / (1 - share));
}

function sumOf(cells: readonly MonthRate[]): number {
  return cells.reduce((total, { cases }) => total + cases, 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

import { AGE_WEEKS_MAX, type Baseline, BaselineFitter, YEAR_WEEKS } from "./fit-baseline.js";
import { lowerTail, upperTail } from "./negative-binomial.js";

/**
 * The statistical alarm on one weekly series of distinct cases: the improved Farrington algorithm (Noufaily et al.,
 * "An improved algorithm for outbreak detection in multiple surveillance systems", Statistics in Medicine 32, 2013), applied to
 * sums of the last one to four weeks as a prospective scan (Kulldorff, JRSS A 164, 2001), because a wijk sees a few cases a week.
 *
 * A week alarms when, for one of the windows, so many cases would have a probability below the limit under the negative
 * binomial that the baseline predicts, its own uncertainty included. Weeks of an alarm never enter a later baseline.
 *
 * Cost: one regression a week over at most three years, some ten microseconds.
 */
export interface SeriesInput {
  /** Distinct cases of the theme per week. */
  readonly cases: readonly number[];
  /** Everything else that the same scope registered in the week: it tells a quiet theme from a week without registration. */
  readonly volume: readonly number[];
  /** Where in the cycle of 52 weeks the first week stands; the beginning when nobody says. */
  readonly firstPlace?: number;
}

/** What earlier weeks leave to the weeks after them: an alarm, in places of the series. Its window may begin before the series does. */
export interface PastAlarm {
  readonly kind: "rising" | "falling";
  readonly at: number;
  readonly since: number;
}

export interface WatchedWeek {
  /** Cases that the series' own past lets expect; 0 while there is too little past. */
  readonly expected: number;
  /** The most cases that raise no alarm in this week when the weeks before were ordinary; known when every week is tested. */
  readonly ceiling: number;
  /** Nothing or far less than usual was registered, or the backlog of such weeks is coming in. */
  readonly gap: boolean;
  readonly alarm: "rising" | "falling" | null;
  /** The first week of the window that raised the alarm; this week without one. */
  readonly since: number;
  /** The least probability over all windows; 1 when nothing was tested. */
  readonly probability: number;
}

/** The latest weeks are left out of the baseline, so that a slow rise does not hide itself. */
const GUARD_WEEKS = 8;
const BASELINE_WEEKS_MIN = 12;
/** Sums of one to four weeks raise the alarm. */
const WINDOW_WEEKS_MAX = 4;
/** Longer sums tell how certain it is … */
const EVIDENCE_WEEKS_MAX = 8;
/** … and may raise one themselves when they are this unlikely: a small rise that lasts. */
const LONG_PROBABILITY = 0.0001;
/** A rise must stand in the latest two weeks too, or it is over. */
const LATEST_WEEKS = 2;
/**
 * The windows are so many looks at one week, and share its chance of a false alarm. The sums of one and two weeks see a rise
 * first, so they get most of it. Set on simulated series of other seeds than are measured: under one false week in a hundred.
 */
const RISE_PROBABILITY = 0.008;
const LONGER_WINDOW_SHARE = 0.3;
/** A week goes on with an alarm only when it is this many times the expected by itself; else one spike is told for weeks. */
const CONTINUED_FACTOR_MIN = 2;
/** A week that is less unlikely than this against the bare level needs no better baseline. */
const QUIET_PROBABILITY = 0.1;
/** In the first year a season looks like a rise, so more is asked. */
const RISE_PROBABILITY_FIRST_YEAR = 0.0004;
const FALL_PROBABILITY = 0.002;
/** A rise smaller than this is within what a team would call normal, however certain. */
const RISE_FACTOR_MIN = 1.5;
const FALL_FACTOR_MAX = 0.5;
/** Rule of the product: below five cases in four weeks there is nothing to act on. */
export const ALARM_CASES_MIN = 5;
/** A fall from less than this in eight weeks is chance more often than not. */
const FALL_EXPECTED_MIN = 8;
const FALL_BASELINE_WEEKS = 52;
/** Below this share of the usual volume a week counts as not registered. */
const GAP_SHARE = 0.4;
/** The weeks after a gap, in which the backlog comes in. */
export const RECOVERY_WEEKS = 2;
/** A volume of ten cases a week is mostly noise as an exposure; this much is added on both sides of the ratio. */
const VOLUME_PRIOR = 40;

/** How a series is watched. */
interface WatchOptions {
  /** The first week to watch; the weeks before it are context. */
  readonly from?: number;
  /** The alarms of the weeks before that, oldest first. */
  readonly alarms?: readonly PastAlarm[];
  /** Also fits a baseline where no alarm is possible, to show the ceiling of every week. */
  readonly testEveryWeek?: boolean;
}

/** The weeks from `from` on, at their places; those before are as if never tested. */
export function watchSeries(
  { cases, volume, firstPlace = 0 }: SeriesInput,
  { from = 0, alarms = [], testEveryWeek = false }: WatchOptions = {},
): WatchedWeek[] {
  const gaps = findGaps(volume);
  const exposures = exposuresOf(volume, gaps);
  const fitter = new BaselineFitter({ cases, exposures, firstPlace });
  // Weeks of a gap or of an alarm are no ordinary past.
  const ordinary = gaps.map((gap) => 1 - gap);
  const exclude = ({ at, since }: PastAlarm): void => void ordinary.fill(0, Math.max(0, since), at + 1);
  alarms.forEach(exclude);
  const pastWeeks = new Int32Array(AGE_WEEKS_MAX);
  let continues = alarms.at(-1)?.at === from - 1 && alarms.at(-1)?.kind === "rising";
  const watched = Array.from({ length: Math.min(from, cases.length) }, (_, week) => untested(week, gaps[week] === 1));
  for (let week = from; week < cases.length; week++) {
    let length = 0;
    for (let at = Math.max(0, week - AGE_WEEKS_MAX); at < week - GUARD_WEEKS; at++) {
      if (ordinary[at] === 1) pastWeeks[length++] = at;
    }
    const gap = gaps[week] === 1;
    if (gap || length < BASELINE_WEEKS_MIN || !(testEveryWeek || isWorthTesting(week, cases))) {
      watched.push(untested(week, gap));
      continues = false;
      continue;
    }
    const past = { weeks: pastWeeks.subarray(0, length), now: week };
    const isUsable = (at: number): boolean => at >= 0 && (continues ? gaps[at] === 0 : ordinary[at] === 1);
    const testBy = (baseline: Baseline) => testWeek(week, cases, exposures, isUsable, baseline, continues);
    const quick = testBy(fitter.fitLevel(past));
    const wave = quick.probability > QUIET_PROBABILITY && !testEveryWeek ? undefined : fitter.fitWave(past);
    const { variance, limit, ...test } = wave === undefined ? quick : testBy(wave);
    if (test.alarm !== null) exclude({ kind: test.alarm, at: week, since: test.since });
    const ceiling = testEveryWeek ? ceilingOf(test.expected, variance, limit) : Number.POSITIVE_INFINITY;
    watched.push({ ...test, ceiling, gap });
    continues = test.alarm === "rising";
  }
  return watched;
}

function untested(week: number, gap: boolean): WatchedWeek {
  return { expected: 0, ceiling: Number.POSITIVE_INFINITY, gap, alarm: null, since: week, probability: 1 };
}

/** An alarm needs five cases in four weeks; a fall needs enough in ordinary weeks. Spares most regressions. */
function isWorthTesting(week: number, cases: readonly number[]): boolean {
  if (sumOf(cases, week - 3, week) >= ALARM_CASES_MIN) return true;
  const from = Math.max(0, week - FALL_BASELINE_WEEKS);
  const until = week - EVIDENCE_WEEKS_MAX;
  const usual = (EVIDENCE_WEEKS_MAX * sumOf(cases, from, until)) / Math.max(1, until + 1 - from);
  return usual >= FALL_EXPECTED_MIN && sumOf(cases, until + 1, week) <= usual;
}

function sumOf(cases: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let at = Math.max(0, from); at <= to; at++) sum += cases[at] as number;
  return sum;
}

function testWeek(
  week: number,
  cases: readonly number[],
  exposures: Float64Array,
  isUsable: (at: number) => boolean,
  baseline: Baseline,
  continues: boolean,
): Omit<WatchedWeek, "gap" | "ceiling"> & { readonly variance: number; readonly limit: number } {
  const error = baseline.errorAt(week);
  const limit = baseline.knowsSeason ? RISE_PROBABILITY : RISE_PROBABILITY_FIRST_YEAR;
  const expectedAt = (at: number): number => baseline.rateAt(at) * (exposures[at] as number);
  const expected = expectedAt(week);
  const variance = expected + (baseline.dispersion + error) * expected * expected;
  let alarm: WatchedWeek["alarm"] = null;
  let since = week;
  let least = 1;
  let seen = 0;
  let mean = 0;
  let squares = 0;
  let standsLately = (cases[week] as number) > (continues ? CONTINUED_FACTOR_MIN : 1) * expected;
  for (let length = 1; length <= EVIDENCE_WEEKS_MAX; length++) {
    const at = week - length + 1;
    // A window never reaches over a gap, nor back into a rise that ended.
    if (!isUsable(at)) break;
    const expectedThen = expectedAt(at);
    seen += cases[at] as number;
    mean += expectedThen;
    squares += expectedThen ** 2;
    if (length === LATEST_WEEKS) standsLately &&= seen >= RISE_FACTOR_MIN * mean;
    const spread = mean + baseline.dispersion * squares + error * mean * mean;
    if (standsLately && seen >= RISE_FACTOR_MIN * mean) {
      const probability = upperTail(seen, mean, spread);
      const allowed = allowedFor(length, limit);
      if (probability < allowed && probability < least) [alarm, since] = ["rising", at];
      least = Math.min(least, probability);
    } else if (length === EVIDENCE_WEEKS_MAX && mean >= FALL_EXPECTED_MIN && seen <= FALL_FACTOR_MAX * mean) {
      const probability = lowerTail(seen, mean, spread);
      if (probability < FALL_PROBABILITY) [alarm, since] = ["falling", at];
      least = probability;
    }
  }
  if (alarm === "rising" && sumOf(cases, week - 3, week) < ALARM_CASES_MIN) [alarm, since] = [null, week];
  return { expected, variance, limit, alarm, since, probability: least };
}

/** The probability below which a window of so many weeks alarms. */
function allowedFor(length: number, limit: number): number {
  if (length <= LATEST_WEEKS) return limit;
  return length <= WINDOW_WEEKS_MAX ? LONGER_WINDOW_SHARE * limit : Math.min(limit, LONG_PROBABILITY);
}

/** The largest count of a single week that stays under the alarm. */
function ceilingOf(mean: number, variance: number, limit: number): number {
  let count = Math.ceil(RISE_FACTOR_MIN * mean);
  while (upperTail(count + 1, mean, variance) >= limit) count++;
  return count;
}

/** Weeks with far less volume than the median of the year before them, and the weeks right after. */
function findGaps(volume: readonly number[]): Uint8Array {
  const gaps = new Uint8Array(volume.length);
  // What the weeks of the year before registered, in order of size; weeks without anything tell nothing.
  const yearBefore: number[] = volume
    .slice(0, BASELINE_WEEKS_MIN)
    .filter(Boolean)
    .sort((a, b) => a - b);
  let recovery = 0;
  for (let week = 0; week < volume.length; week++) {
    const usual = median(yearBefore);
    if (usual > 0 && (volume[week] as number) < GAP_SHARE * usual) recovery = RECOVERY_WEEKS + 1;
    if (recovery > 0) {
      gaps[week] = 1;
      recovery--;
    }
    if (week >= BASELINE_WEEKS_MIN) addInOrder(yearBefore, volume[week] as number);
    if (week >= YEAR_WEEKS) removeOne(yearBefore, volume[week - YEAR_WEEKS] as number);
  }
  return gaps;
}

/** Registered volume relative to that of the year around it. */
function exposuresOf(volume: readonly number[], gaps: Uint8Array): Float64Array {
  const exposures = new Float64Array(volume.length);
  for (let week = 0; week < volume.length; week++) {
    let sum = 0;
    let weeks = 0;
    for (
      let at = Math.max(0, week - YEAR_WEEKS);
      at < Math.max(week, Math.min(volume.length, BASELINE_WEEKS_MIN));
      at++
    ) {
      if (gaps[at] === 1) continue;
      sum += volume[at] as number;
      weeks++;
    }
    const usual = weeks === 0 ? 0 : sum / weeks;
    exposures[week] = ((volume[week] as number) + VOLUME_PRIOR) / (usual + VOLUME_PRIOR);
  }
  return exposures;
}

function addInOrder(sorted: number[], value: number): void {
  if (value === 0) return;
  let at = sorted.length;
  while (at > 0 && (sorted[at - 1] as number) > value) at--;
  sorted.splice(at, 0, value);
}

function removeOne(sorted: number[], value: number): void {
  const at = sorted.indexOf(value);
  if (at >= 0) sorted.splice(at, 1);
}

/** Of values in order of size. */
function median(sorted: readonly number[]): number {
  if (sorted.length === 0) return 0;
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

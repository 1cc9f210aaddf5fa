import { ALARM_CASES_MIN } from "./watch-series.js";

/** A theme that passes its floor for the first time, or again after it was away. */
export interface Arrival {
  readonly kind: "new" | "back";
  /** The week in which it passed the floor. */
  readonly at: number;
}

const FLOOR_WEEKS = 4;
/** Half a year without the theme is an absence … */
const ABSENCE_WEEKS = 26;
/** … of which most were registered, … */
const ABSENCE_REGISTERED_MIN = 20;
/** … in which one stray case is a slip of the recogniser or of the pen. */
const STRAY_CASES_MAX = 1;
/** A theme is new to a municipality only when it was not there in this many weeks of registration before. */
const HISTORY_WEEKS_MIN = 12;

/** A theme comes back over some weeks: its absence may have ended this long before the floor is passed. */
const RETURN_WEEKS_MAX = 10;

/**
 * `new`: the floor of five cases in four weeks is passed for the first time, by a theme that was not there until a few weeks
 * before. `back`: the same after half a year of absence, by a theme that had passed the floor earlier. `registered` tells the weeks in which
 * the scope registered anything: silence of everything is no absence of one theme. O(weeks × RETURN_WEEKS_MAX).
 */
export function findArrivals(cases: readonly number[], registered: readonly boolean[]): Arrival[] {
  const casesUntil = cumulate(cases);
  const weeksUntil = cumulate(registered.map(Number));
  const casesIn = (from: number, to: number): number => between(casesUntil, from, to);
  const weeksIn = (from: number, to: number): number => between(weeksUntil, from, to);
  const arrivals: Arrival[] = [];
  let passedBefore = false;
  for (let at = 0; at < cases.length; at++) {
    if (casesIn(at - FLOOR_WEEKS + 1, at + 1) < ALARM_CASES_MIN) continue;
    const returns = Array.from(
      { length: RETURN_WEEKS_MAX - FLOOR_WEEKS + 1 },
      (_, weeks) => at + 1 - FLOOR_WEEKS - weeks,
    );
    const wasAway = (start: number): boolean =>
      weeksIn(start - ABSENCE_WEEKS, start) >= ABSENCE_REGISTERED_MIN &&
      casesIn(start - ABSENCE_WEEKS, start) <= STRAY_CASES_MAX;
    const wasUnknown = (start: number): boolean =>
      weeksIn(0, start) >= HISTORY_WEEKS_MIN && casesIn(0, start) <= STRAY_CASES_MAX;
    if (!passedBefore && returns.some(wasUnknown)) arrivals.push({ kind: "new", at });
    else if (passedBefore && returns.some(wasAway) && !arrivals.some((one) => at - one.at < ABSENCE_WEEKS)) {
      arrivals.push({ kind: "back", at });
    }
    passedBefore = true;
  }
  return arrivals;
}

function cumulate(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) as number) + value);
  return sums;
}

/** The sum from `from` up to but without `to`. */
function between(sums: readonly number[], from: number, to: number): number {
  return (sums[Math.max(0, to)] as number) - (sums[Math.max(0, from)] as number);
}

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
/** A theme is new to a municipality only when it was not there in this many weeks of registration before … */
const HISTORY_WEEKS_MIN = 12;
/** … of the three years before: what was longer ago nobody remembers, and no run has to read. */
const MEMORY_WEEKS = 156;

/** A theme comes back over some weeks: its absence may have ended this long before the floor is passed. */
const RETURN_WEEKS_MAX = 10;

/**
 * `new`: the floor of five cases in four weeks is passed for the first time, by a theme that was not there until a few weeks
 * before. `back`: the same after half a year of absence, by a theme that had passed the floor earlier. `registered` tells the weeks in which
 * the scope registered anything: silence of everything is no absence of one theme. Looks at the weeks from `from` on, of which the
 * first half year needs the arrivals before it. O(weeks × RETURN_WEEKS_MAX).
 */
export function findArrivals(cases: readonly number[], registered: readonly boolean[], from = 0): Arrival[] {
  const casesUntil = cumulate(cases);
  const weeksUntil = cumulate(registered.map(Number));
  const casesIn = (start: number, end: number): number => between(casesUntil, start, end);
  const weeksIn = (start: number, end: number): number => between(weeksUntil, start, end);
  const wasAway = (start: number): boolean =>
    weeksIn(start - ABSENCE_WEEKS, start) >= ABSENCE_REGISTERED_MIN &&
    casesIn(start - ABSENCE_WEEKS, start) <= STRAY_CASES_MAX;
  const wasUnknown = (start: number): boolean =>
    weeksIn(start - MEMORY_WEEKS, start) >= HISTORY_WEEKS_MIN &&
    casesIn(start - MEMORY_WEEKS, start) <= STRAY_CASES_MAX;
  const arrivals: Arrival[] = [];
  let passedAt = Number.NEGATIVE_INFINITY;
  for (let at = Math.max(0, from - MEMORY_WEEKS); at < cases.length; at++) {
    if (casesIn(at - FLOOR_WEEKS + 1, at + 1) < ALARM_CASES_MIN) continue;
    const passedBefore = at - passedAt <= MEMORY_WEEKS;
    passedAt = at;
    if (at < from) continue;
    if (!passedBefore && returnsWhere(at, wasUnknown)) arrivals.push({ kind: "new", at });
    else if (passedBefore && returnsWhere(at, wasAway) && !arrivals.some((one) => at - one.at < ABSENCE_WEEKS)) {
      arrivals.push({ kind: "back", at });
    }
  }
  return arrivals;
}

/** True when the return that passes the floor now may have begun in a week before which this holds. */
function returnsWhere(at: number, holdsBefore: (start: number) => boolean): boolean {
  for (let weeks = FLOOR_WEEKS; weeks <= RETURN_WEEKS_MAX; weeks++) if (holdsBefore(at + 1 - weeks)) return true;
  return false;
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

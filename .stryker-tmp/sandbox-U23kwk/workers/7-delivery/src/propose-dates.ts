import { addDays, type Day, dayNumber, type ProposedDate } from "@rode-draad/domain";
import { isFreeDay } from "./free-days.js";

/** A partner needs three weeks to free a colleague; after six weeks nobody remembers why. */
const DAYS_AHEAD_MIN = 21;
const DAYS_AHEAD_MAX = 42;
/** In the summer all of that is school holiday; then the first evenings after it are better than none. */
const DAYS_AHEAD_LAST_RESORT = 112;
/** The second date is in another week, so that one full week does not take both. */
const DAYS_BETWEEN_MIN = 6;

const TUESDAY = 2;
const WEDNESDAY = 3;
const EVENING = { from: "19:00", until: "21:00" } as const;

/**
 * Rule: two evenings, a Tuesday and a Wednesday, three to six weeks ahead, outside public and school holidays. Rationale:
 * corporations get many requests, and one with two dates gets an answer (domain report 6.3). Two weekdays, because a
 * colleague who teaches or trains on one is free on the other.
 */
export function proposeDates(today: Day): readonly ProposedDate[] {
  return findPair(today, DAYS_AHEAD_MAX) ?? findPair(today, DAYS_AHEAD_LAST_RESORT) ?? [];
}

function findPair(today: Day, daysAheadMax: number): readonly ProposedDate[] | undefined {
  const evenings: Day[] = [];
  for (let ahead = DAYS_AHEAD_MIN; ahead <= daysAheadMax; ahead++) {
    const day = addDays(today, ahead);
    if ((weekday(day) === TUESDAY || weekday(day) === WEDNESDAY) && !isFreeDay(day)) evenings.push(day);
  }
  for (const first of evenings) {
    const second = evenings.find(
      (day) => dayNumber(day) - dayNumber(first) >= DAYS_BETWEEN_MIN && weekday(day) !== weekday(first),
    );
    if (second !== undefined) return [first, second].map((day) => ({ day, ...EVENING }));
  }
  return undefined;
}

/** 0 is Sunday. 1970-01-01 was a Thursday. */
function weekday(day: Day): number {
  return (dayNumber(day) + 4) % 7;
}

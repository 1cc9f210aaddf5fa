import { addMonths, type Month, monthsBetween } from "@rode-draad/domain";

/** The last month of the history; the month that comes in is the one after it. */
export const LAST_MONTH: Month = "2026-09";
export const INCOMING_MONTH: Month = addMonths(LAST_MONTH, 1);
/** Five years. */
export const MONTHS = monthsBetween(addMonths(LAST_MONTH, -59), LAST_MONTH);

/** Notes of the month that comes in: what a regional service centre gets for thirty municipalities together. */
export const INCOMING_NOTES = 40_000;

/** Help questions of a note; a note has one stretch of context besides. */
export const QUESTIONS_PER_NOTE = 2;

const AREAS = 16;
const AREAS_PER_TEAM = 2;
/** People who write, in each team. */
export const PROFESSIONALS_PER_TEAM = 12;

const twoDigits = (number: number): string => String(number).padStart(2, "0");

export const AREA_CODES: readonly string[] = Array.from(
  { length: AREAS },
  (_, index) => `WK0123${twoDigits(index + 1)}`,
);
export const TEAM_CODES: readonly string[] = Array.from(
  { length: AREAS / AREAS_PER_TEAM },
  (_, index) => `team-${twoDigits(index + 1)}`,
);

export function teamOf(areaIndex: number): string {
  return TEAM_CODES[Math.floor(areaIndex / AREAS_PER_TEAM)] ?? "";
}

import type { Theme } from "@rode-draad/catalogue";
import { dayNumber } from "@rode-draad/domain";
import type { NeedCount } from "./proposal-input.js";

/** Fewer cases than this are a few persons, not a need of a neighbourhood. */
export const NEED_CASES_MIN = 5;
/** Fewer cases than this behind a theme without a name, and its words could point at a household. */
const UNNAMED_CASES_MIN = 10;
/** One professional's caseload or way of writing is no need of a neighbourhood either. */
export const NEED_PROFESSIONALS_MIN = 2;
/** Many cases in one week are mostly one incident; a need comes back after it. */
export const NEED_DAYS_MIN = 7;

/**
 * Rule: nothing is proposed below the floor of cases, professionals and days. A theme that the catalogue marks as
 * sensitive has a higher floor of cases (`minCellSize.teamInternal`), because a proposal shows that it was reached.
 * A theme without a name has the highest: its card shows words that nobody has judged.
 */
export function reachesNeedFloor(count: NeedCount, theme?: Theme): boolean {
  const casesMin =
    theme === undefined ? UNNAMED_CASES_MIN : Math.max(NEED_CASES_MIN, theme.minCellSize?.teamInternal ?? 0);
  return (
    count.cases >= casesMin &&
    count.professionals >= NEED_PROFESSIONALS_MIN &&
    dayNumber(count.lastDay) - dayNumber(count.firstDay) >= NEED_DAYS_MIN
  );
}

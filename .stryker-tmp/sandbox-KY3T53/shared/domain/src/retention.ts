import { ProductError } from "./errors.js";
import { addMonths, type Day, type Month, monthOf } from "./period.js";

/** The longest that safe text is kept after a note got its themes. */
export const TEXT_DAYS_MAX = 30;

/**
 * Rule: a municipality may only shorten how long text is kept. Rationale: the shipped term is what the municipality's officer
 * signed for; 0 means that text goes as soon as nothing needs it.
 */
export function checkTextDays(days: number): number {
  if (Number.isInteger(days) && days >= 0 && days <= TEXT_DAYS_MAX) return days;
  throw new ProductError(
    "retention-loosened",
    `Bewaar teksten hoogstens ${TEXT_DAYS_MAX} dagen. Kies een heel getal van 0 tot en met ${TEXT_DAYS_MAX}.`,
  );
}

/** Months besides the counting window in which a report can still be made anew: that of the month before. */
const MONTHS_AFTER_WINDOW = 1;

/**
 * Rule: which case asked what is known for the counting window and one month more; this is the first month of that. Rationale:
 * distinct cases over a window cannot be counted without it, and late notes of last month must still reach last month's report.
 */
export function pairsKeptFrom(today: Day, windowMonths: number): Month {
  return addMonths(monthOf(today), 1 - pairsKeptMonths(windowMonths));
}

/** How many months that are, the present one included. */
export function pairsKeptMonths(windowMonths: number): number {
  return windowMonths + MONTHS_AFTER_WINDOW;
}

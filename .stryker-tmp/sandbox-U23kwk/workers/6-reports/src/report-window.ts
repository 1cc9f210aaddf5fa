import { addMonths, type Month, monthsBetween } from "@rode-draad/domain";
import { enumerate, monthWord, shortMonthWord } from "./dutch-words.js";
import type { ReportWindow } from "./theme-report.js";

/** Months in one window: a rolling quarter, so that no cumulative counter can be subtracted (domain report 4.4). */
const WINDOW_MONTHS = 3;

export interface MonthSpan {
  readonly from: Month;
  readonly to: Month;
}

/** The window of a report and the one before it; they do not overlap. */
export function windowsOf(month: Month): { readonly now: MonthSpan; readonly earlier: MonthSpan } {
  return {
    now: { from: addMonths(month, 1 - WINDOW_MONTHS), to: month },
    earlier: { from: addMonths(month, 1 - 2 * WINDOW_MONTHS), to: addMonths(month, -WINDOW_MONTHS) },
  };
}

export function nameWindow(month: Month): ReportWindow {
  const { now, earlier } = windowsOf(month);
  return {
    ...now,
    name: spanName(now),
    short: spanShort(now),
    earlierName: spanName(earlier),
    earlierShort: spanShort(earlier),
  };
}

function spanName(span: MonthSpan): string {
  return enumerate(monthsBetween(span.from, span.to).map(monthWord));
}

function spanShort(span: MonthSpan): string {
  return `${shortMonthWord(span.from)}–${shortMonthWord(span.to)}`;
}

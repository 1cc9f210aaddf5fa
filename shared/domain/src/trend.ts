import type { AreaCode, TeamCode, ThemeId } from "./ids.js";
import type { Month, Week } from "./period.js";

/** A part of the municipality that a number is about: everything, one team, one wijk. */
export interface Scope {
  readonly areaCode?: AreaCode;
  readonly teamCode?: TeamCode;
}

/** Distinct cases of a theme in a scope and month. An exact working number: it leaves only through the release gate. */
export interface MonthCount extends Scope {
  readonly themeId: ThemeId;
  readonly month: Month;
  readonly cases: number;
  readonly professionals: number;
}

/** Distinct cases of a theme in a scope and ISO week. */
export interface WeekCount extends Scope {
  readonly themeId: ThemeId;
  readonly week: Week;
  readonly cases: number;
}

/** A week in which the statistical alarm on the weekly series of a theme in a scope went off. */
export interface SeriesAlarm extends Scope {
  readonly themeId: ThemeId;
  readonly week: Week;
  readonly kind: "rising" | "falling";
  /** Length of the window that raised it, up to and with `week`. */
  readonly weeks: number;
  /** Of so many cases by chance. */
  readonly probability: number;
  /** Cases above what was expected, under nought for a fall, since the alarm before it of the same happening; of the first, in its window. */
  readonly excess: number;
}

/** How a theme moves between two windows of three months; `unclear` until two windows agree. */
export type Direction = "rising" | "steady" | "falling" | "new" | "back" | "unclear";

/** What the catalogue says about a change: the season, a rule that changed, or nothing. */
export type Explanation =
  | { readonly kind: "season"; readonly note: string }
  | { readonly kind: "rule-change"; readonly note: string; readonly month: Month }
  | { readonly kind: "unexplained" };

/** The statistical alarm on a weekly series, or a new theme that passed its floor. */
export interface Signal extends Scope {
  readonly id: string;
  readonly themeId: ThemeId;
  readonly kind: "rising" | "new" | "falling" | "back";
  readonly week: Week;
  /** Distinct cases in the four weeks up to and with `week`. */
  readonly cases: number;
  /** Cases expected in those four weeks from the series' own baseline. */
  readonly expected: number;
  readonly explanation: Explanation;
}

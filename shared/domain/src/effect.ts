import type { AreaCode, ThemeId } from "./ids.js";
import type { Day, Month } from "./period.js";

/** What came of an evening: whether its question became rarer in its wijk than elsewhere. Never why: a season can do that too. */

/** A wijk in one month: distinct cases with the theme, and all distinct cases with a help question. */
export interface MonthRate {
  readonly cases: number;
  readonly active: number;
}

/** The months of a wijk before and after the evening; the month of the evening belongs to neither. */
export interface WijkMonths {
  readonly before: readonly MonthRate[];
  readonly after: readonly MonthRate[];
}

/** Ratio of ratios: 1 is no change, 0.5 half as many questions as the comparison wijken let expect. */
export interface Change {
  readonly ratio: number;
  /** Bounds of the two-sided interval. `low` is 0 when nobody asked after the evening. */
  readonly low: number;
  readonly high: number;
}

/** Fewer questions; nothing to be seen; first fewer, then as before; not to be said yet. */
export const EFFECT_OUTCOMES = ["worked", "no-visible-effect", "returned", "too-early"] as const;
export type EffectOutcome = (typeof EFFECT_OUTCOMES)[number];

/** Why nothing can be said. */
export type EffectUnclear =
  /** Too few months have passed. */
  | "months-to-come"
  /** Too few months were counted before it. */
  | "short-before"
  /** Fewer than two wijken are left to compare with. */
  | "no-comparison"
  /** The theme was merged or split, so before and after mean different things. */
  | "theme-changed"
  /** Too few people asked before it, or so few that even half of them would not show. */
  | "few-questions";

export type Judgement =
  | { readonly outcome: Exclude<EffectOutcome, "too-early">; readonly change: Change }
  | { readonly outcome: "too-early"; readonly because: EffectUnclear; readonly change?: Change };

/**
 * One theme of one held initiative, with what it was judged by, so that the judgement can be made again to the byte. The counts in
 * it are exact: they stay in the store, and only words leave.
 */
export interface ThemeEffect {
  readonly initiativeId: string;
  readonly themeId: ThemeId;
  readonly areaCode: AreaCode;
  readonly heldOn: Day;
  /** The months that were compared, oldest first. */
  readonly months: { readonly before: readonly Month[]; readonly after: readonly Month[] };
  readonly target: WijkMonths;
  readonly comparison: readonly (WijkMonths & { readonly areaCode: AreaCode })[];
  /** Wijken with an evening of their own on the theme in these months. */
  readonly leftOut: readonly AreaCode[];
  /** Other evenings on the theme in the same wijk in these months. */
  readonly otherDays: readonly Day[];
  /** Rules that changed in these months, by month. */
  readonly ruleChanges: readonly { readonly month: Month; readonly note: string }[];
  readonly judgement: Judgement;
}

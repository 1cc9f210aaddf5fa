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

/** What may be told of it: words, released bands and what is known without counting. */
export interface ToldEffect {
  readonly initiativeId: string;
  readonly themeId: ThemeId;
  readonly areaCode: AreaCode;
  readonly heldOn: Day;
  readonly outcome: EffectOutcome;
  /** Only when it is too early. */
  readonly because?: EffectUnclear;
  /** The month after which it can be told for the first time. */
  readonly sayableAfter: Month;
  /** The three months before the evening and the last three that were looked at; only beside an outcome that was told. */
  readonly quarters?: { readonly before: ToldQuarter; readonly after: ToldQuarter };
  /** How many wijken it was compared with. */
  readonly comparedWith: number;
  /** Wijken with an evening of their own on the theme in these months. */
  readonly leftOut: readonly AreaCode[];
  /** Other evenings on the theme in the same wijk in these months. */
  readonly otherDays: readonly Day[];
  /** Rules that changed in these months, by month. */
  readonly ruleChanges: readonly { readonly month: Month; readonly note: string }[];
}

export interface ToldQuarter {
  readonly first: Month;
  readonly last: Month;
  /** Households, as a report shows them; `max` is null for the open top band. */
  readonly band: { readonly label: string; readonly min: number; readonly max: number | null };
}

/**
 * One theme of one held initiative with what it was judged by, so that the judgement can be made again to the byte. The counts are
 * exact: they stay in the store, and what leaves is `told`.
 */
export interface ThemeEffect {
  readonly told: ToldEffect;
  /** The months that were compared, oldest first. */
  readonly months: { readonly before: readonly Month[]; readonly after: readonly Month[] };
  readonly target: WijkMonths;
  readonly comparison: readonly (WijkMonths & { readonly areaCode: AreaCode })[];
  readonly judgement: Judgement;
}

import type { AreaCode, AttendanceBand, Day, Evaluation, ThemeId, ToldEffect } from "@rode-draad/domain";
import type { HoursLedger, HoursSum } from "@rode-draad/effects";

/** What came of evenings that were held: in words, and in hours of all colleagues together. */
export interface EffectTools {
  /** The evenings of a year, the latest first, and its ledger. Without a year, or with one that has none: the latest that has. */
  listEffects(year?: string): Promise<EffectsView>;
  /** One evening; undefined when there is none that was held. */
  readEffect(initiativeId: string): Promise<HeldEveningView | undefined>;
}

export interface EffectsView {
  /** Years with an evening, the latest first. None: no evening was held yet. */
  readonly years: readonly string[];
  readonly year: string;
  readonly evenings: readonly HeldEveningView[];
  readonly ledger: HoursLedger;
  readonly themeNames: ReadonlyMap<ThemeId, string>;
  /** How many initiatives grew out of the evenings of the year. */
  readonly followUps: number;
}

export interface HeldEveningView {
  readonly id: string;
  readonly title: string;
  readonly form: string;
  readonly area: { readonly code: AreaCode; readonly name: string };
  readonly heldOn: Day;
  /** One for each theme; none until the counts of its month were looked at. */
  readonly effects: readonly ThemeEffectView[];
  /** Absent until somebody said how the evening went. */
  readonly result?: EveningResult;
}

export interface EveningResult {
  readonly attendance: AttendanceBand;
  readonly useful: Evaluation["useful"];
  readonly minutesSavedPerVisitor: { readonly min: number; readonly max: number };
  readonly hours: HoursSum;
}

export type ThemeEffectView = Omit<ToldEffect, "initiativeId" | "leftOut"> & {
  readonly themeName: string;
  /** Names of wijken. */
  readonly leftOut: readonly string[];
};

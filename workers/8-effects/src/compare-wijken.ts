import type { Catalogue } from "@rode-draad/catalogue";
import {
  type AreaCode,
  addMonths,
  type Day,
  type Month,
  type MonthRate,
  monthOf,
  monthsBetween,
  type ThemeEffect,
  type ThemeId,
  type WijkMonths,
} from "@rode-draad/domain";
import { judgeEffect, LAST_LOOK_MONTHS, lookAt } from "./judge-effect.js";
import { type ReleasedQuarter, tellEffect } from "./tell-effect.js";

/** An evening that took place. */
export interface HeldEvening {
  readonly initiativeId: string;
  readonly areaCode: AreaCode;
  readonly themeIds: readonly ThemeId[];
  readonly heldOn: Day;
}

/** What evenings are judged by. The counts are exact. */
export interface EffectFacts {
  /** The last month whose counts are complete. */
  readonly lastMonth: Month;
  readonly evenings: readonly HeldEvening[];
  readonly areaCodes: readonly AreaCode[];
  /** Undefined where nothing was counted. */
  readonly rateOf: (themeId: ThemeId, areaCode: AreaCode, month: Month) => MonthRate | undefined;
  /** What the report of a month shows of the three months up to it; undefined when there is none. */
  readonly shownIn: (themeId: ThemeId, areaCode: AreaCode, month: Month) => ReleasedQuarter | undefined;
  readonly causes: Pick<Catalogue, "ruleChangeOf">;
  /** From which month on a theme was counted anew in another meaning. */
  readonly breaks: readonly { readonly themeIds: readonly ThemeId[]; readonly countedAnewFrom: Month }[];
}

/** A year holds every season once. */
const BEFORE_MONTHS = 12;
/** Months after the evening in which six months with registration are looked for. */
const AFTER_MONTHS_MAX = 9;
/** A month with less than this share of the usual number of active cases was not registered as the others were. */
const REGISTERED_SHARE_MIN = 0.4;
const NOTHING: MonthRate = { cases: 0, active: 0 };

/** Judges one theme of an evening. Cost: that of the estimate, linear in wijken × months. */
export function compareWijken(evening: HeldEvening, themeId: ThemeId, facts: EffectFacts): ThemeEffect {
  const { areaCode } = evening;
  const months = monthsToCompare(evening, themeId, facts);
  const span = spanOf(evening, months);
  const others = eveningsBeside(evening, themeId, span, facts);
  const busy = new Set(others.map((other) => other.areaCode));
  const ratesIn = (code: AreaCode): WijkMonths => {
    const read = (month: Month): MonthRate => facts.rateOf(themeId, code, month) ?? NOTHING;
    return { before: months.before.map(read), after: months.after.map(read) };
  };
  const elsewhere = facts.areaCodes.filter((code) => code !== areaCode);
  const comparison = elsewhere.filter((code) => !busy.has(code)).map((code) => ({ areaCode: code, ...ratesIn(code) }));
  const target = ratesIn(areaCode);
  const judgement = meansTheSame(facts, themeId, span)
    ? judgeEffect({ target, comparison })
    : ({ outcome: "too-early", because: "theme-changed" } as const);
  const told = tellEffect(evening, themeId, judgement, months.after, facts, {
    comparedWith: comparison.length,
    leftOut: elsewhere.filter((code) => busy.has(code)),
    otherDays: others
      .filter((other) => other.areaCode === areaCode)
      .map(({ heldOn }) => heldOn)
      .sort(),
    ruleChanges: ruleChangesIn(facts, themeId, span),
  });
  return { told, months, target, comparison, judgement };
}

/**
 * Rule: months are compared in which the wijk registered as usual, twelve before and three or six after. Rationale: the households of
 * a month in which a team was away are a choice of their own, and the looks are at fixed times.
 */
function monthsToCompare(
  { areaCode, heldOn }: HeldEvening,
  themeId: ThemeId,
  { lastMonth, rateOf }: EffectFacts,
): ThemeEffect["months"] {
  const held = monthOf(heldOn);
  const activeIn = (month: Month): number => rateOf(themeId, areaCode, month)?.active ?? 0;
  const before = monthsBetween(addMonths(held, -BEFORE_MONTHS), addMonths(held, -1));
  const until = addMonths(held, AFTER_MONTHS_MAX);
  const after = monthsBetween(addMonths(held, 1), lastMonth < until ? lastMonth : until);
  const usual = median([...before, ...after].map(activeIn).filter((active) => active > 0));
  const isRegistered = (month: Month): boolean => {
    const active = activeIn(month);
    return active > 0 && active >= REGISTERED_SHARE_MIN * usual;
  };
  const usable = after.filter(isRegistered).slice(0, LAST_LOOK_MONTHS);
  return { before: before.filter(isRegistered), after: usable.slice(0, lookAt(usable.length)) };
}

interface Span {
  readonly first: Month;
  readonly last: Month;
}

function spanOf({ heldOn }: HeldEvening, { before, after }: ThemeEffect["months"]): Span {
  return { first: before[0] ?? monthOf(heldOn), last: after.at(-1) ?? monthOf(heldOn) };
}

/** Other evenings on the theme in these months, in whatever wijk. */
function eveningsBeside(
  { initiativeId }: HeldEvening,
  themeId: ThemeId,
  { first, last }: Span,
  { evenings }: EffectFacts,
): readonly HeldEvening[] {
  return evenings.filter(
    (other) =>
      other.initiativeId !== initiativeId &&
      other.themeIds.includes(themeId) &&
      monthOf(other.heldOn) >= first &&
      monthOf(other.heldOn) <= last,
  );
}

/**
 * Rule: a theme that was merged or split is compared only when all these months were counted in one meaning. Rationale: months that
 * are closed keep the counts of the meaning they had.
 */
function meansTheSame({ breaks }: EffectFacts, themeId: ThemeId, { first, last }: Span): boolean {
  return !breaks.some(
    ({ themeIds, countedAnewFrom }) => themeIds.includes(themeId) && first < countedAnewFrom && countedAnewFrom <= last,
  );
}

function ruleChangesIn({ causes }: EffectFacts, themeId: ThemeId, { first, last }: Span) {
  const found = new Map<string, { readonly month: Month; readonly note: string }>();
  for (const month of monthsBetween(first, last)) {
    const rule = causes.ruleChangeOf(themeId, month);
    if (rule === undefined || rule.startMonth < first || rule.startMonth > last) continue;
    found.set(`${rule.startMonth} ${rule.change.note}`, { month: rule.startMonth, note: rule.change.note });
  }
  return [...found.values()];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

import type { Change, EffectUnclear, Judgement, WijkMonths } from "@rode-draad/domain";
import { type ChangeInput, COMPARISON_WIJKEN_MIN, estimateChange } from "./estimate-change.js";

/**
 * What may be said of an evening, from the estimate. Two looks, after three months and after six: who looks every month sees
 * something in the end. Each look has its own share of the chance of being wrong, most of it kept for the last one (O'Brien and
 * Fleming, Biometrics 35, 1979), so that an evening without any effect is called one that worked in at most 5 of 100 cases.
 */
export const FIRST_LOOK_MONTHS = 3;
export const LAST_LOOK_MONTHS = 6;
/** Confidence of the two-sided interval that must lie below 1. Measured on simulated evenings; see the README. */
const FIRST_LOOK_CONFIDENCE = 0.975;
const LAST_LOOK_CONFIDENCE = 0.93;
/** The interval that goes with what is said. */
const TOLD_CONFIDENCE = 0.9;
/** Half a year shows what is usual. */
const BEFORE_MONTHS_MIN = 6;
/** Fewer cases than this before the evening cannot become visibly fewer. */
const BEFORE_CASES_MIN = 10;
/** Half as many questions: what an evening that helped should at least show. */
const VISIBLE_RATIO = 0.5;

/** The months after the evening that count; the others are left out. */
export function lookAt(monthsAfter: number): number {
  return monthsAfter >= LAST_LOOK_MONTHS ? LAST_LOOK_MONTHS : FIRST_LOOK_MONTHS;
}

export function judgeEffect(input: ChangeInput): Judgement {
  const because = whyUnclear(input);
  if (because !== undefined) return { outcome: "too-early", because };
  const months = lookAt(input.target.after.length);
  const told = estimateChange(between(input, 0, months), TOLD_CONFIDENCE);
  if (told === undefined) return { outcome: "too-early", because: "few-questions" };
  const change = rounded(told);
  const fewerFirst = isFewer(between(input, 0, FIRST_LOOK_MONTHS), FIRST_LOOK_CONFIDENCE);
  if (months === FIRST_LOOK_MONTHS) return fewerFirst ? { outcome: "worked", change } : notFewer(change);
  if (fewerFirst && isBack(input)) return { outcome: "returned", change };
  return isFewer(between(input, 0, months), LAST_LOOK_CONFIDENCE) ? { outcome: "worked", change } : notFewer(change);
}

function whyUnclear({ target, comparison }: ChangeInput): EffectUnclear | undefined {
  if (target.before.length < BEFORE_MONTHS_MIN) return "short-before";
  if (target.after.length < FIRST_LOOK_MONTHS) return "months-to-come";
  if (target.before.reduce((sum, { cases }) => sum + cases, 0) < BEFORE_CASES_MIN) return "few-questions";
  return comparison.length < COMPARISON_WIJKEN_MIN ? "no-comparison" : undefined;
}

/** Rule: "no visible effect" is only said when half as many questions would have been visible; otherwise there is too little to say. */
function notFewer(change: Change): Judgement {
  if (change.low > VISIBLE_RATIO) return { outcome: "no-visible-effect", change };
  return { outcome: "too-early", because: "few-questions", change };
}

function isFewer(input: ChangeInput, confidence: number): boolean {
  const change = estimateChange(input, confidence);
  return change !== undefined && change.high < 1;
}

/** Rule: it is back when the later months can be as before the evening, and more than half of the fall is gone (of the logarithm). */
function isBack(input: ChangeInput): boolean {
  const first = estimateChange(between(input, 0, FIRST_LOOK_MONTHS), TOLD_CONFIDENCE);
  const later = estimateChange(between(input, FIRST_LOOK_MONTHS, LAST_LOOK_MONTHS), TOLD_CONFIDENCE);
  if (first === undefined || later === undefined) return false;
  return later.high >= 1 && later.ratio > Math.sqrt(first.ratio);
}

/** The same wijken with only these of the months after the evening. */
function between({ target, comparison }: ChangeInput, from: number, to: number): ChangeInput {
  const cut = (wijk: WijkMonths) => ({ before: wijk.before, after: wijk.after.slice(from, to) });
  return { target: cut(target), comparison: comparison.map(cut) };
}

/** Four digits, because the last ones of a logarithm differ from one machine to the next. */
function rounded({ ratio, low, high }: Change): Change {
  const [first, second, third] = [ratio, low, high].map((value) => Number(value.toPrecision(4)));
  return { ratio: first as number, low: second as number, high: third as number };
}

import { type Change, type ChangeInput, COMPARISON_WIJKEN_MIN, estimateChange } from "./estimate-change.js";

/**
 * What may be said of an evening, from the estimate. Two looks, after three months and after six: who looks every month sees
 * something in the end. Each look has its own share of the chance of being wrong, most of it kept for the last one (O'Brien and
 * Fleming, Biometrics 35, 1979), so that an evening without any effect is called one that worked in at most 5 of 100 cases.
 */
export const FIRST_LOOK_MONTHS = 3;
export const LAST_LOOK_MONTHS = 6;
/** Confidence of the two-sided interval that must lie below 1. Measured on simulated evenings; see the README. */
const FIRST_LOOK_CONFIDENCE = 0.97;
const LAST_LOOK_CONFIDENCE = 0.92;
/** The interval that goes with what is said. */
const TOLD_CONFIDENCE = 0.9;
/** Half a year shows what is usual. */
export const BEFORE_MONTHS_MIN = 6;
/** Fewer cases than this before the evening cannot become visibly fewer. */
export const BEFORE_CASES_MIN = 10;
/** Rule: "no visible effect" is only said when half as many questions would have been visible; otherwise there is too little to say. */
const VISIBLE_RATIO = 0.5;

export type Unclear = "months-to-come" | "short-before" | "no-comparison" | "few-questions" | "wide-interval";

export type Judgement =
  | { readonly outcome: "worked" | "no-visible-effect" | "returned"; readonly change: Change }
  | { readonly outcome: "too-early"; readonly because: Unclear; readonly change?: Change };

/** The months after the evening that count; the others are left out. */
export function lookAt(monthsAfter: number): number {
  return monthsAfter >= LAST_LOOK_MONTHS ? LAST_LOOK_MONTHS : FIRST_LOOK_MONTHS;
}

export function judgeEffect(input: ChangeInput): Judgement {
  const { before, after } = input.target;
  if (before.length < BEFORE_MONTHS_MIN) return { outcome: "too-early", because: "short-before" };
  if (after.length < FIRST_LOOK_MONTHS) return { outcome: "too-early", because: "months-to-come" };
  if (input.comparison.length < COMPARISON_WIJKEN_MIN) return { outcome: "too-early", because: "no-comparison" };
  if (before.reduce((sum, { cases }) => sum + cases, 0) < BEFORE_CASES_MIN) {
    return { outcome: "too-early", because: "few-questions" };
  }
  const months = lookAt(after.length);
  const change = estimateChange(between(input, 0, months), TOLD_CONFIDENCE);
  if (change === undefined) return { outcome: "too-early", because: "few-questions" };
  const fewerFirst = isFewer(between(input, 0, FIRST_LOOK_MONTHS), FIRST_LOOK_CONFIDENCE);
  if (months === FIRST_LOOK_MONTHS) return fewerFirst ? { outcome: "worked", change } : notFewer(change);
  if (fewerFirst && isBack(input)) return { outcome: "returned", change };
  return isFewer(between(input, 0, months), LAST_LOOK_CONFIDENCE) ? { outcome: "worked", change } : notFewer(change);
}

function notFewer(change: Change): Judgement {
  if (change.low > VISIBLE_RATIO) return { outcome: "no-visible-effect", change };
  return { outcome: "too-early", because: "wide-interval", change };
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
  const cut = (wijk: ChangeInput["target"]) => ({ before: wijk.before, after: wijk.after.slice(from, to) });
  return { target: cut(target), comparison: comparison.map(cut) };
}

import type { QuestionId, ThemeId } from "./ids.js";

/** Nobody keeps a long list up; a handful takes about a minute. */
export const REVIEW_MAX = 8;

/** A question whose theme is in doubt, with the cell that it bears on: its theme in its team. */
export interface DoubtedQuestion {
  readonly questionId: QuestionId;
  readonly themeId: ThemeId;
  /** 0 to 1. */
  readonly confidence: number;
  /** Cases in the cell, this one among them. Never leaves the product. */
  readonly cases: number;
}

/**
 * Rule: a question is worth a look by its doubt times what it can change: the nearer its cell is to an edge of a band, the more
 * likely it is that this one case decides what is shown. Rationale: a person's minute is scarce, and in the middle of a band
 * one wrong case changes nothing that anybody sees.
 */
export function reviewWorth(
  { confidence, cases }: Pick<DoubtedQuestion, "confidence" | "cases">,
  bandEdges: readonly number[],
): number {
  // A cell at an edge loses its band with this case; one below it needs so many more.
  const steps = bandEdges.map((edge) => (cases >= edge ? cases - edge + 1 : edge - cases));
  return (1 - confidence) / Math.min(...steps);
}

/** The handful that is most worth a look, in a fixed order. */
export function chooseForReview<One extends DoubtedQuestion>(
  doubted: readonly One[],
  bandEdges: readonly number[],
): readonly One[] {
  const edges = bandEdges.filter((edge) => edge > 0);
  return doubted
    .map((one) => ({ one, worth: reviewWorth(one, edges) }))
    .sort((a, b) => b.worth - a.worth || (a.one.questionId < b.one.questionId ? -1 : 1))
    .slice(0, REVIEW_MAX)
    .map(({ one }) => one);
}

/** What somebody checked, and how sure all questions are now: how many count, and the sum of their confidences. */
export interface ReviewedHour {
  readonly right: number;
  readonly moved: number;
  readonly noQuestion: number;
  readonly questions: number;
  readonly sure: number;
}

/** Under so many questions a share says nothing. */
const QUESTIONS_MIN = 30;

/**
 * How many of a hundred questions had and have the right theme, by an estimate: a checked one is right or wrong, of the others the
 * calibrated confidence is the chance. Undefined for fewer than 30 questions.
 */
export function reviewGain({
  moved,
  noQuestion,
  questions,
  sure,
}: ReviewedHour): { readonly before: number; readonly now: number } | undefined {
  if (questions < QUESTIONS_MIN) return undefined;
  const share = (right: number, all: number): number => Math.round((1000 * right) / all) / 10;
  return { before: share(sure - moved, questions + noQuestion), now: share(sure, questions) };
}

import { expect, test } from "vitest";
import { chooseForReview, type DoubtedQuestion, REVIEW_MAX, reviewGain, reviewWorth } from "./review.js";

const EDGES = [10, 15, 25, 50];

const doubt = (questionId: string, confidence: number, cases: number): DoubtedQuestion => ({
  questionId,
  themeId: "huurtoeslag",
  confidence,
  cases,
});

test("a case that decides about a band is worth more than one in the middle of it, on either side of the edge", () => {
  const worth = (cases: number) => reviewWorth({ confidence: 0.6, cases }, EDGES);
  expect(worth(10)).toBe(worth(9));
  expect(worth(9)).toBeGreaterThan(worth(8));
  expect(worth(10)).toBeGreaterThan(worth(11));
  expect(worth(50)).toBeGreaterThan(worth(70));
});

test("of two questions in the same cell the one in more doubt comes first, and a certain one is worth nothing", () => {
  expect(chooseForReview([doubt("b", 0.9, 10), doubt("a", 0.5, 10)], EDGES).map((one) => one.questionId)).toEqual([
    "a",
    "b",
  ]);
  expect(reviewWorth({ confidence: 1, cases: 10 }, EDGES)).toBe(0);
});

test("no more than a handful is asked, the same one whatever the order", () => {
  const many = Array.from({ length: 500 }, (_, index) => doubt(`q-${index}`, 0.5, 10));
  const chosen = chooseForReview(many, EDGES);
  expect(chosen).toHaveLength(REVIEW_MAX);
  expect(chooseForReview(many.toReversed(), EDGES)).toEqual(chosen);
});

test("what was moved was wrong before, and what was no question no longer counts", () => {
  expect(reviewGain({ right: 3, moved: 2, noQuestion: 1, questions: 99, sure: 90 })).toEqual({ before: 88, now: 90.9 });
  expect(reviewGain({ right: 3, moved: 0, noQuestion: 0, questions: 100, sure: 90 })).toEqual({ before: 90, now: 90 });
});

test("of fewer than thirty questions no share is told", () => {
  const hour = { right: 1, moved: 1, noQuestion: 0, sure: 20 };
  expect(reviewGain({ ...hour, questions: 29 })).toBeUndefined();
  expect(reviewGain({ ...hour, questions: 30 })).toBeDefined();
});

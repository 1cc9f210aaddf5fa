import { expect, test } from "vitest";
import { readReviewForm } from "./read-review-form.js";

const vraag = "n-1.0";

test("a theme, another theme and no question are told apart", () => {
  expect(readReviewForm({ vraag, keuze: "huurtoeslag" })).toEqual({ questionId: vraag, themeId: "huurtoeslag" });
  expect(readReviewForm({ vraag, keuze: "ander", thema: "schulden" })).toEqual({
    questionId: vraag,
    themeId: "schulden",
  });
  expect(readReviewForm({ vraag, keuze: "geen-vraag", thema: "schulden" })).toEqual({
    questionId: vraag,
    themeId: null,
  });
});

test("another theme without a name, and nothing at all, are no choice", () => {
  expect(readReviewForm({ vraag, keuze: "ander", thema: " " })).toBeUndefined();
  expect(readReviewForm({ vraag })).toBeUndefined();
  expect(readReviewForm({ vraag, keuze: ["huurtoeslag", "schulden"] })).toBeUndefined();
});

import { expect, it } from "vitest";
import { normalise } from "./normalise.js";
import { overlaps, overlapsPlaceholder } from "./overlap.js";
import { findWords } from "./words.js";

it("two stretches overlap when they share a character, and not when they touch", () => {
  const one = { start: 2, end: 4 };
  for (const [start, end, shares] of [
    [0, 2, false],
    [0, 3, true],
    [2, 4, true],
    [3, 3, true],
    [3, 9, true],
    [4, 9, false],
  ] as const) {
    expect([start, end, overlaps(one, { start, end })]).toEqual([start, end, shares]);
    expect(overlaps({ start, end }, one)).toBe(shares);
  }
});

it("a stretch overlaps a placeholder when one of its words stands in one, wherever that is", () => {
  const text = "een twee [NAAM] vier vijf [BSN] zeven";
  const words = findWords(normalise(text));
  const inside = (from: string, to: string) =>
    overlapsPlaceholder(words, text.indexOf(from), text.indexOf(to) + to.length);
  expect(inside("twee", "NAAM")).toBe(true);
  expect(inside("NAAM", "NAAM")).toBe(true);
  expect(inside("NAAM", "vier")).toBe(true);
  expect(inside("vier", "zeven")).toBe(true);
  expect(inside("een", "twee")).toBe(false);
  expect(inside("vier", "vijf")).toBe(false);
  expect(inside("zeven", "zeven")).toBe(false);
  expect(overlapsPlaceholder(words, text.indexOf("NAAM") + 4, text.indexOf("BSN"))).toBe(false);
  expect(overlapsPlaceholder([], 0, 10)).toBe(false);
});

import { describe, expect, test } from "vitest";
import { safetyChance } from "./safety-chance.js";

const SAFETY = [0, 1];

/** Shares of ten themes: the first two are of safety. */
function shares(...first: number[]): Float64Array {
  const rest = (1 - first.reduce((sum, share) => sum + share, 0)) / (10 - first.length);
  return Float64Array.from({ length: 10 }, (_, theme) => first[theme] ?? rest);
}

describe("safetyChance", () => {
  test("is the share of the safety themes where the recogniser is sure", () => {
    expect(safetyChance(shares(1), SAFETY)).toBeCloseTo(1);
    expect(safetyChance(shares(0, 0, 1), SAFETY)).toBe(0);
  });

  test("is nothing where all themes are alike, though those of safety add up to a fifth", () => {
    expect(safetyChance(shares(), SAFETY)).toBeCloseTo(0);
  });

  test("adds up doubt between two safety themes", () => {
    expect(safetyChance(shares(0.5, 0.5), SAFETY)).toBeGreaterThan(0.4);
  });

  test("of equal shares the one beside a sure theme counts more than the one among many", () => {
    const besideOne = safetyChance(shares(0.2, 0, 0.8), SAFETY);
    expect(besideOne).toBeGreaterThan(5 * safetyChance(shares(0.2, 0), SAFETY));
  });
});

import { describe, expect, test } from "vitest";
import { joiningOddsMin } from "./joining-odds.js";

describe("joiningOddsMin", () => {
  test("a question that the recogniser gave no theme needs e to 1", () => {
    expect(joiningOddsMin({})).toBe(1);
  });

  test("the surer the recogniser is of another theme, the more it takes, up to a bound", () => {
    const needed = [0.3, 0.5, 0.8, 0.97, 0.99, 0.999, 1].map((confidence) => joiningOddsMin({ confidence }));
    expect(needed).toEqual([...needed].sort((one, other) => one - other));
    expect(needed[1]).toBeCloseTo(1);
    expect(needed[2]).toBeCloseTo(1 + Math.log(4));
    expect(needed.slice(-2)).toEqual([7, 7]);
  });

  test("context needs more than a question in doubt and less than what is certain", () => {
    const context = joiningOddsMin({ joinsOnly: true });
    expect(context).toBeGreaterThan(joiningOddsMin({ confidence: 0.9 }));
    expect(context).toBeLessThan(joiningOddsMin({ joinsOnly: true, confidence: 0.999 }));
  });
});

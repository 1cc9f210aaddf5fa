import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerTail, upperTail } from "./negative-binomial.js";

/** One by one from no cases on. Good while the probability of none is a number. */
function addedUp(until: number, mean: number, variance: number): number {
  const size = (mean * mean) / (variance - mean);
  const q = 1 - mean / variance;
  let term = (1 - q) ** size;
  let sum = 0;
  for (let k = 0; k <= until; k++) {
    sum += term;
    term *= ((size + k) / (k + 1)) * q;
  }
  return sum;
}

describe("the tails of the negative binomial", () => {
  it("are what adding up all probabilities gives", () => {
    const arbitrary = fc.tuple(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 50 }), fc.nat({ max: 120 }));
    fc.assert(
      fc.property(arbitrary, ([tenths, more, seen]) => {
        const mean = tenths / 10;
        const variance = mean * (1 + more / 10);
        expect(lowerTail(seen, mean, variance)).toBeCloseTo(addedUp(seen, mean, variance), 10);
        expect(upperTail(seen, mean, variance)).toBeCloseTo(1 - addedUp(seen - 1, mean, variance), 10);
      }),
    );
  });

  it("tell a rise of hundreds from a larger one", () => {
    const less = upperTail(400, 20, 30);
    const more = upperTail(500, 20, 30);
    expect(more).toBeGreaterThan(0);
    expect(more).toBeLessThan(less);
    expect(less).toBeLessThan(1e-16);
  });

  it("hold where the probability of none is too small for a number", () => {
    expect(lowerTail(5_000, 5_000, 6_000)).toBeCloseTo(0.5, 1);
    expect(upperTail(5_000, 5_000, 6_000)).toBeCloseTo(0.5, 1);
  });
});

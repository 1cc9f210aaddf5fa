import { describe, expect, it } from "vitest";
import { pairAt } from "./average-link.js";
import { leanOnNeighbours } from "./lean-on-neighbours.js";

describe("leanOnNeighbours", () => {
  it("brings two items together that share nothing but a third, and leaves a stranger a stranger", () => {
    const values = new Float32Array(pairAt(4, 0));
    values[pairAt(1, 0)] = 0.4;
    values[pairAt(2, 1)] = 0.4;
    const leant = leanOnNeighbours({ count: 4, values });
    expect(leant[pairAt(2, 0)]).toBeGreaterThan(0.1);
    expect(leant[pairAt(1, 0)]).toBeGreaterThan(leant[pairAt(2, 0)] as number);
    for (const item of [0, 1, 2]) expect(leant[pairAt(3, item)]).toBe(0);
  });

  it("equals what the leaning vectors of the items themselves give", () => {
    // Three items as vectors: each leans half on the mean of the others by likeness.
    const vectors = [
      [1, 0],
      [0.6, 0.8],
      [0.8, 0.6],
    ];
    const dot = (a: readonly number[], b: readonly number[]): number =>
      (a[0] as number) * (b[0] as number) + (a[1] as number) * (b[1] as number);
    const values = new Float32Array(pairAt(3, 0));
    for (const [one, other] of [
      [1, 0],
      [2, 0],
      [2, 1],
    ] as const)
      values[pairAt(one, other)] = dot(vectors[one] as number[], vectors[other] as number[]);
    const leaning = vectors.map((own, item) => {
      const others = vectors.filter((_, other) => other !== item);
      const sum = others.reduce((total, other) => total + dot(own, other), 0);
      return [0, 1].map(
        (axis) =>
          (own[axis] as number) +
          0.5 * others.reduce((total, other) => total + (dot(own, other) / sum) * (other[axis] as number), 0),
      );
    });
    const leant = leanOnNeighbours({ count: 3, values });
    for (const [one, other] of [
      [1, 0],
      [2, 0],
      [2, 1],
    ] as const) {
      const [a, b] = [leaning[one] as number[], leaning[other] as number[]];
      expect(leant[pairAt(one, other)]).toBeCloseTo(dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)), 4);
    }
  });
});

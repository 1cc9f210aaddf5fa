import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupByAverageLink, type PairSimilarity, pairAt } from "./average-link.js";

/** Merges the two groups of the highest mean similarity until none reaches the floor. O(items⁴), for a dozen items. */
function groupNaively({ count, values }: PairSimilarity, floor: number): number[] {
  let groups = Array.from({ length: count }, (_, item) => [item]);
  const mean = (one: readonly number[], other: readonly number[]): number =>
    one.flatMap((a) => other.map((b) => values[pairAt(a, b)] as number)).reduce((sum, value) => sum + value, 0) /
    (one.length * other.length);
  for (;;) {
    let best: [number[], number[]] | undefined;
    let highest = floor;
    for (const [index, one] of groups.entries()) {
      for (const other of groups.slice(index + 1)) {
        const value = mean(one, other);
        if (value >= highest) [best, highest] = [[one, other], value];
      }
    }
    if (best === undefined) break;
    const [one, other] = best;
    groups = [...groups.filter((group) => group !== one && group !== other), [...one, ...other]];
  }
  return Array.from({ length: count }, (_, item) => Math.min(...(groups.find((group) => group.includes(item)) ?? [])));
}

describe("groupByAverageLink", () => {
  it("groups as merging the most similar two again and again does", () => {
    const items = fc.integer({ min: 1, max: 9 }).chain((count) =>
      fc
        // Different values, so that no tie lets two right answers differ.
        .uniqueArray(fc.integer({ min: 1, max: 100_000 }), {
          minLength: pairAt(count, 0),
          maxLength: pairAt(count, 0),
        })
        .map((values) => ({ count, values: Float32Array.from(values, (value) => value / 100_000) })),
    );
    fc.assert(
      fc.property(items, fc.integer({ min: 0, max: 100 }), (similarity, percent) => {
        const floor = percent / 100 + 0.001_5;
        expect([...groupByAverageLink(similarity, floor)]).toEqual(groupNaively(similarity, floor));
      }),
      { numRuns: 300 },
    );
  });

  it("leaves items apart that are less alike than the floor, and joins those at it", () => {
    const two = { count: 2, values: Float32Array.of(0.5) };
    expect([...groupByAverageLink(two, 0.5)]).toEqual([0, 0]);
    expect([...groupByAverageLink(two, 0.51)]).toEqual([0, 1]);
  });
});

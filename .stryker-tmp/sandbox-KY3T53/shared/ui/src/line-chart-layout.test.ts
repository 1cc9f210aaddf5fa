import { describe, expect, it } from "vitest";
import { LINE_SIZES, type LinePoint, lineGeometry } from "./line-chart-layout.js";

const [WIDE] = LINE_SIZES;
if (WIDE === undefined) throw new Error("there is no drawing");

function points(lanes: readonly (number | undefined)[]): LinePoint[] {
  return lanes.map((lane, index) => ({
    month: `2026-${String(index + 1).padStart(2, "0")}`,
    monthLabel: "x",
    isBusy: index === 1 || index === 2,
    ...(lane !== undefined && { lane }),
  }));
}

describe("lineGeometry", () => {
  it("breaks the thread where a month is withheld, instead of drawing through it", () => {
    expect(lineGeometry(points([1, 1, undefined, 2, 3]), 5, WIDE).threads).toHaveLength(2);
    expect(lineGeometry(points([undefined, undefined]), 5, WIDE).threads).toEqual([]);
  });

  it("shows a single month between two withheld ones", () => {
    expect(lineGeometry(points([undefined, 2, undefined]), 5, WIDE).threads).toHaveLength(1);
  });

  it("keeps every lane inside the drawing", () => {
    for (const size of LINE_SIZES) {
      const { middleOf, bottom } = lineGeometry(points([0, 4]), 5, size);
      expect(middleOf(4)).toBeGreaterThan(size.top);
      expect(middleOf(0)).toBeLessThan(bottom);
      // The years stand 46 below the lanes and are 14 high.
      expect(bottom + 50).toBeLessThanOrEqual(size.height);
    }
  });

  it("joins busy months in a row into one stripe", () => {
    expect(lineGeometry(points([1, 1, 1, 1]), 5, WIDE).seasons).toHaveLength(1);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOURS_SIZES, type HoursPoint, hoursGeometry } from "./hours-chart-layout.js";

const hours = fc.integer({ min: 0, max: 20_000 }).map((halves) => halves / 2);
const point = fc
  .record({ savedMin: hours, more: hours, spent: hours })
  .map(
    ({ savedMin, more, spent }): HoursPoint => ({ key: "", label: "x", savedMin, savedMax: savedMin + more, spent }),
  );

describe("hoursGeometry", () => {
  it("keeps everything inside the drawing, with few and readable ticks, for every number of hours", () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), (points) => {
        for (const size of HOURS_SIZES) {
          const { ticks, columns, spentPath } = hoursGeometry(points, size);
          const ys = [...columns.flatMap(({ certainTop, rangeTop }) => [certainTop, rangeTop]), ...pathYs(spentPath)];
          for (const y of ys) {
            expect(y).toBeGreaterThanOrEqual(size.top);
            expect(y).toBeLessThanOrEqual(size.height - size.bottom);
          }
          for (const { certainTop, rangeTop } of columns) expect(rangeTop).toBeLessThanOrEqual(certainTop);
          expect(ticks.length).toBeGreaterThanOrEqual(2);
          expect(ticks.length).toBeLessThanOrEqual(6);
          expect(String(ticks[1]?.value)).toMatch(/^(?:1|2|5)0*$/);
          const [last] = columns.slice(-1);
          expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(size.width - size.right);
        }
      }),
    );
  });

  it("labels the last month on a narrow screen too", () => {
    const points = ["jan", "feb", "mrt", "apr"].map(
      (label): HoursPoint => ({ key: label, label, savedMin: 1, savedMax: 2, spent: 1 }),
    );
    for (const size of HOURS_SIZES) expect(hoursGeometry(points, size).columns.at(-1)?.hasLabel).toBe(true);
  });
});

function pathYs(path: string): number[] {
  return [...path.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y));
}

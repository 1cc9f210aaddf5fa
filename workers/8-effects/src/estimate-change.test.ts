import type { MonthRate, WijkMonths } from "@rode-draad/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateChange } from "./estimate-change.js";

const cells = (...cases: readonly number[]): MonthRate[] => cases.map((one) => ({ cases: one, active: 100 }));
const even = (before: number, after: number): WijkMonths => ({
  before: cells(...new Array(12).fill(before)),
  after: cells(...new Array(6).fill(after)),
});

describe("the change of a rate against other wijken", () => {
  it("is the ratio of ratios", () => {
    const change = estimateChange({ target: even(40, 20), comparison: [even(30, 30), even(60, 60), even(45, 45)] });
    expect(change?.ratio).toBeCloseTo(0.5, 2);
    // In the other wijken it halved too, so that it is no change.
    const alike = estimateChange({ target: even(40, 20), comparison: [even(30, 15), even(60, 30), even(46, 23)] });
    expect(alike?.ratio).toBeCloseTo(1, 2);
    expect(alike?.low).toBeLessThan(1);
    expect(alike?.high).toBeGreaterThan(1);
  });

  it("is the closed form when every wijk registers the same each month (a naive oracle)", () => {
    fc.assert(
      fc.property(fc.array(wijkOf(fc.constant(50)), { minLength: 3, maxLength: 8 }), ([target, ...comparison]) => {
        const change = estimateChange({ target: target as WijkMonths, comparison });
        if (change === undefined) return;
        const asked = (all: readonly MonthRate[]) => all.reduce((sum, { cases }) => sum + cases, 0);
        const heard = comparison.filter(({ before }) => asked(before) > 0);
        const own = (asked((target as WijkMonths).after) + 0.5) / (asked((target as WijkMonths).before) + 0.5);
        const others =
          heard.reduce((sum, { after }) => sum + asked(after), 0) /
          heard.reduce((sum, { before }) => sum + asked(before), 0);
        expect(change.ratio).toBeCloseTo(own / others, 6);
      }),
    );
  });

  it("does not see what all wijken share in a month: a season, a rule, holidays in which less is registered", () => {
    const season = [1, 2, 3, 2, 1, 1, 1, 2, 4, 2, 1, 1, 3, 5, 2, 1, 2, 3];
    const inSeason = ({ before, after }: WijkMonths): WijkMonths => {
      const times = (cell: MonthRate, month: number) => ({ ...cell, cases: cell.cases * (season[month] as number) });
      return { before: before.map(times), after: after.map((cell, index) => times(cell, 12 + index)) };
    };
    const comparison = [even(30, 30), even(60, 60), even(45, 45)].map(inSeason);
    expect(estimateChange({ target: inSeason(even(10, 5)), comparison })?.ratio).toBeCloseTo(0.5, 2);
    const halved = ({ before, after }: WijkMonths): WijkMonths => ({
      before,
      after: after.map(({ cases, active }) => ({ cases: cases / 2, active: active / 2 })),
    });
    const fewer = estimateChange({
      target: halved(even(40, 20)),
      comparison: [even(30, 30), even(60, 60)].map(halved),
    });
    expect(fewer?.ratio).toBeCloseTo(0.5, 1);
  });

  it("is surer with more cases, and less sure when wijken differ among themselves", () => {
    const width = (times: number, comparison: readonly WijkMonths[]) => {
      const change = estimateChange({ target: even(4 * times, 2 * times), comparison });
      return (change?.high ?? 0) / (change?.low ?? 0);
    };
    const alike = [even(40, 40), even(50, 50), even(60, 60), even(70, 70)];
    expect(width(10, alike)).toBeLessThan(width(1, alike));
    expect(width(10, [even(40, 20), even(50, 90), even(60, 30), even(70, 120)])).toBeGreaterThan(width(10, alike));
  });

  it("has no lower end but 0 when nobody asked afterwards, and says nothing without anything to compare with", () => {
    const comparison = [even(10, 10), even(12, 12)];
    const none = estimateChange({ target: even(3, 0), comparison });
    expect(none?.low).toBe(0);
    expect(none?.high).toBeGreaterThan(none?.ratio ?? 1);
    expect(estimateChange({ target: even(0, 3), comparison })).toBeUndefined();
    expect(estimateChange({ target: even(3, 3), comparison: [even(10, 10)] })).toBeUndefined();
    expect(estimateChange({ target: even(3, 3), comparison: [even(10, 10), even(0, 9)] })).toBeUndefined();
    expect(estimateChange({ target: even(3, 3), comparison: [even(10, 0), even(12, 0)] })).toBeUndefined();
  });

  it("holds its estimate for all counts, does not depend on the order of wijken, and a surer interval is wider", () => {
    const wijk = wijkOf(fc.integer({ min: 0, max: 80 }));
    fc.assert(
      fc.property(fc.array(wijk, { minLength: 3, maxLength: 6 }), ([target, ...comparison]) => {
        const input = { target: target as WijkMonths, comparison };
        const change = estimateChange(input);
        if (change === undefined) return;
        const { ratio, low, high } = change;
        expect(Number.isFinite(high)).toBe(true);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(ratio);
        expect(high).toBeGreaterThanOrEqual(ratio);
        const turned = estimateChange({ ...input, comparison: comparison.toReversed() });
        expect(turned?.high).toBeCloseTo(high, 6);
        expect(estimateChange(input, 0.95)?.high).toBeGreaterThan(high);
      }),
    );
  });
});

/** Months in which at most as many cases ask as are active. */
function wijkOf(active: fc.Arbitrary<number>): fc.Arbitrary<WijkMonths> {
  const cell = active.chain((whole) => fc.integer({ min: 0, max: whole }).map((cases) => ({ cases, active: whole })));
  const months = (length: number) => fc.array(cell, { minLength: length, maxLength: length });
  return fc.record({ before: months(8), after: months(3) });
}

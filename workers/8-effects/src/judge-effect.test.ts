import type { MonthRate, WijkMonths } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { judgeEffect } from "./judge-effect.js";

const cells = (count: number, cases: number): MonthRate[] =>
  Array.from({ length: count }, (_, month) => ({ cases: cases + (month % 2), active: 200 }));
const wijk = (before: number, ...after: readonly number[]): WijkMonths => ({
  before: cells(12, before),
  after: after.map((cases) => ({ cases, active: 200 })),
});
const steady = (months: number) => [20, 30, 25, 40].map((cases) => wijk(cases, ...new Array(months).fill(cases)));

describe("what may be said of an evening", () => {
  it("worked: clearly fewer questions than the other wijken let expect, at both looks", () => {
    expect(judgeEffect({ target: wijk(30, 6, 5, 6), comparison: steady(3) }).outcome).toBe("worked");
    expect(judgeEffect({ target: wijk(30, 6, 5, 6, 7, 6, 6), comparison: steady(6) }).outcome).toBe("worked");
  });

  it("no visible effect: as many as before, and half as many would have shown", () => {
    const { outcome, change } = judgeEffect({
      target: wijk(30, 31, 30, 29, 30, 31, 30),
      comparison: steady(6),
    }) as { outcome: string; change: { low: number } };
    expect(outcome).toBe("no-visible-effect");
    expect(change.low).toBeGreaterThan(0.5);
  });

  it("returned: first clearly fewer, then as before", () => {
    const target = wijk(30, 6, 5, 6, 30, 31, 29);
    expect(judgeEffect({ target, comparison: steady(6) }).outcome).toBe("returned");
    const first = { before: target.before, after: target.after.slice(0, 3) };
    expect(judgeEffect({ target: first, comparison: steady(3) }).outcome).toBe("worked");
  });

  it("nothing new is said between the looks", () => {
    const at = (months: number) => {
      const after = [6, 5, 6, 30, 31].slice(0, months);
      return judgeEffect({ target: wijk(30, ...after), comparison: steady(months) });
    };
    expect([at(4), at(5)]).toEqual([at(3), at(3)]);
  });

  it.each([
    ["months-to-come", { target: wijk(30, 6, 6), comparison: steady(2) }],
    ["short-before", { target: { before: cells(5, 30), after: cells(3, 6) }, comparison: steady(3) }],
    ["no-comparison", { target: wijk(30, 6, 6, 6), comparison: steady(3).slice(0, 1) }],
    [
      "few-questions",
      {
        target: {
          before: [...cells(1, 9), ...cells(11, 0).map((cell) => ({ ...cell, cases: 0 }))],
          after: cells(3, 0),
        },
        comparison: steady(3),
      },
    ],
  ] as const)("too early, because of %s", (because, input) => {
    expect(judgeEffect(input)).toEqual({ outcome: "too-early", because });
  });

  it("too few questions: half as many would not have shown", () => {
    const small = judgeEffect({ target: wijk(2, 2, 2, 2), comparison: steady(3) });
    expect(small).toMatchObject({ outcome: "too-early", because: "few-questions" });
    expect((small as { change: { low: number } }).change.low).toBeLessThanOrEqual(0.5);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { watchSeries } from "./watch-series.js";

/** A steady series of two cases a week, with something else in one stretch. */
function series(weeks: number, change: { from: number; to: number; cases: number } | null = null) {
  const cases = Array.from({ length: weeks }, (_, week) => 1 + ((week * 7) % 3));
  if (change !== null) for (let week = change.from; week < change.to; week++) cases[week] = change.cases;
  return { cases, volume: cases.map(() => 40) };
}

const risingWeeks = (input: ReturnType<typeof series>): number[] =>
  watchSeries(input).flatMap(({ alarm }, week) => (alarm === "rising" ? [week] : []));

describe("watchSeries", () => {
  it("raises an alarm within two weeks of a rise to four times as many", () => {
    const alarms = risingWeeks(series(100, { from: 80, to: 88, cases: 8 }));
    expect(alarms[0]).toBeLessThanOrEqual(81);
    expect(alarms[0]).toBeGreaterThanOrEqual(80);
  });

  it("stays silent on a steady series", () => {
    expect(risingWeeks(series(156))).toEqual([]);
  });

  it("needs five cases in four weeks, however unusual fewer are", () => {
    const cases = new Array<number>(100).fill(0);
    cases[90] = 4;
    expect(risingWeeks({ cases, volume: cases.map(() => 40) })).toEqual([]);
    cases[91] = 1;
    expect(risingWeeks({ cases, volume: cases.map(() => 40) })).toEqual([91]);
  });

  it("raises nothing over a gap in registration, nor when its backlog comes in", () => {
    const input = series(100);
    for (let week = 70; week < 74; week++) {
      input.cases[week] = 0;
      input.volume[week] = 0;
    }
    input.cases[74] = 9;
    input.volume[74] = 120;
    const watched = watchSeries(input, { testEveryWeek: true });
    expect(watched.filter(({ alarm }) => alarm !== null)).toEqual([]);
    expect(watched.slice(70, 75).every(({ gap }) => gap)).toBe(true);
  });

  it("does not let a past outbreak move the ceiling by more than 5 %", () => {
    const quiet = watchSeries(series(120), { testEveryWeek: true });
    const after = watchSeries(series(120, { from: 60, to: 68, cases: 12 }), { testEveryWeek: true });
    for (let week = 80; week < 120; week++) {
      const [before, since] = [quiet[week]?.expected ?? 0, after[week]?.expected ?? 0];
      expect(Math.abs(since - before) / before).toBeLessThanOrEqual(0.05);
      expect(after[week]?.ceiling).toBe(quiet[week]?.ceiling);
    }
  });

  it("does not call the same season of the next year a rise", () => {
    const season = (week: number): number => Math.round(6 + 4 * Math.sin((2 * Math.PI * week) / 52));
    const cases = Array.from({ length: 208 }, (_, week) => season(week));
    const alarms = risingWeeks({ cases, volume: cases.map(() => 60) });
    expect(alarms.filter((week) => week >= 104)).toEqual([]);
  });

  it("tells a fall to nearly nothing", () => {
    const watched = watchSeries(series(100, { from: 80, to: 100, cases: 0 }));
    expect(watched.slice(80).some(({ alarm }) => alarm === "falling")).toBe(true);
  });

  it("gives a finite expectation for any counts, and the past never depends on what comes after", () => {
    const counts = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 90 });
    fc.assert(
      fc.property(counts, fc.nat({ max: 100 }), (cases, volume) => {
        const input = { cases, volume: cases.map(() => volume) };
        const whole = watchSeries(input);
        expect(whole.every(({ expected }) => Number.isFinite(expected) && expected >= 0)).toBe(true);
        const cut = Math.ceil(cases.length / 2);
        const alarms = (weeks: typeof whole) => weeks.slice(0, cut).map(({ alarm }) => alarm);
        if (cut >= 12) {
          const part = watchSeries({ cases: cases.slice(0, cut), volume: input.volume.slice(0, cut) });
          expect(alarms(part)).toEqual(alarms(whole));
        }
      }),
      { numRuns: 60 },
    );
  });
});

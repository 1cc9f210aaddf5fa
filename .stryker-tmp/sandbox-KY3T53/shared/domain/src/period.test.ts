import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addWeeks,
  isDay,
  isMonth,
  mondayOf,
  monthsBetween,
  weekOf,
  weeksBetween,
} from "./period.js";

const days = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** The definition of ISO 8601, told slowly: the week belongs to the year that holds its Thursday. */
function slowWeekOf(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  while (date.getUTCDay() !== 4)
    date.setUTCDate(date.getUTCDate() + (date.getUTCDay() === 0 || date.getUTCDay() > 4 ? -1 : 1));
  const year = date.getUTCFullYear();
  let thursdays = 0;
  for (const walk = new Date(Date.UTC(year, 0, 1, 12)); walk <= date; walk.setUTCDate(walk.getUTCDate() + 1))
    if (walk.getUTCDay() === 4) thursdays += 1;
  return `${year}-W${String(thursdays).padStart(2, "0")}`;
}

describe("the ISO week", () => {
  test("agrees with the definition on any day", () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(weekOf(day)).toBe(slowWeekOf(day));
      }),
      { numRuns: 300 },
    );
  });

  test("starts on the Monday that belongs to it", () => {
    fc.assert(
      fc.property(days, (day) => {
        const monday = mondayOf(weekOf(day));
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(weekOf(monday)).toBe(weekOf(day));
        expect(weekOf(addDays(monday, 6))).toBe(weekOf(day));
      }),
    );
  });

  test("runs on over the turn of a year with 53 weeks", () => {
    expect(addWeeks("2026-W53", 1)).toBe("2027-W01");
    expect(weeksBetween("2026-W52", "2027-W02")).toEqual(["2026-W52", "2026-W53", "2027-W01", "2027-W02"]);
  });
});

describe("months", () => {
  test("add up over years in both directions", () => {
    expect(addMonths("2026-01", -1)).toBe("2025-12");
    expect(addMonths("2024-11", 24)).toBe("2026-11");
    expect(monthsBetween("2025-11", "2026-02")).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
  });

  test("are recognised by form", () => {
    expect(isMonth("2026-10")).toBe(true);
    expect(isMonth("2026-13")).toBe(false);
    expect(isMonth("2026-1")).toBe(false);
  });
});

test("a day is recognised only when it exists", () => {
  expect(isDay("2024-02-29")).toBe(true);
  expect(isDay("2026-02-29")).toBe(false);
  expect(isDay("2026-2-9")).toBe(false);
  expect(isDay("9999-99-99")).toBe(false);
});

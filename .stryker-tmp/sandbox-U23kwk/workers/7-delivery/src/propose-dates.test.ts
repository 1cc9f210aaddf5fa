import { addDays, dayNumber } from "@rode-draad/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { easterSunday, isFreeDay } from "./free-days.js";
import { proposeDates } from "./propose-dates.js";

const WEEKDAY = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" });
const weekdayOf = (day: string) => WEEKDAY.format(new Date(`${day}T00:00:00Z`));

describe("proposeDates", () => {
  it("gives a Tuesday and a Wednesday evening in two different weeks", () => {
    expect(proposeDates("2026-11-01")).toEqual([
      { day: "2026-11-24", from: "19:00", until: "21:00" },
      { day: "2026-12-02", from: "19:00", until: "21:00" },
    ]);
  });

  it("steps over the summer holiday", () => {
    for (const { day } of proposeDates("2026-06-20")) expect(day > "2026-08-30").toBe(true);
  });

  it("never proposes a free day or a day too near, whenever it is asked", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), (offset) => {
        const today = addDays("2025-11-01", offset);
        const dates = proposeDates(today);
        expect(dates).toHaveLength(2);
        expect(dates.map(({ day }) => weekdayOf(day)).sort()).toEqual(["Tuesday", "Wednesday"]);
        for (const { day } of dates) {
          expect(isFreeDay(day)).toBe(false);
          expect(dayNumber(day) - dayNumber(today)).toBeGreaterThanOrEqual(21);
        }
      }),
    );
  });
});

describe("isFreeDay", () => {
  // Easter Sundays as printed in almanacs.
  it.each([
    ["2024-03-31", 2024],
    ["2025-04-20", 2025],
    ["2026-04-05", 2026],
    ["2027-03-28", 2027],
    ["2038-04-25", 2038],
    ["2285-03-22", 2285],
  ])("finds Easter on %s", (day, year) => {
    expect(easterSunday(year)).toBe(day);
  });

  it.each(["2026-04-27", "2026-05-05", "2026-05-14", "2026-05-25", "2026-12-24", "2027-01-01"])(
    "knows the public holiday %s",
    (day) => {
      expect(isFreeDay(day)).toBe(true);
    },
  );

  it.each([
    ["2026-10-09", false],
    ["2026-10-10", true],
    ["2026-10-25", true],
    ["2026-10-26", false],
  ])("on the edge of a school holiday says of %s: %s", (day, free) => {
    expect(isFreeDay(day)).toBe(free);
  });
});

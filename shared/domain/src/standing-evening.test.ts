import { describe, expect, it } from "vitest";
import { monthsBetween } from "./period.js";
import {
  confirmedTitles,
  eveningIn,
  type MonthlyRhythm,
  nextEvening,
  type StandingEvening,
} from "./standing-evening.js";

const SECOND_TUESDAY: MonthlyRhythm = { week: 2, weekday: 2 };
const EVENING: StandingEvening = {
  id: "e-1",
  organisationId: "o-1",
  rhythm: SECOND_TUESDAY,
  from: "19:00",
  until: "21:00",
  location: "De Ster",
  contact: { name: "Noor", role: "opbouwwerker", team: "Oost", phone: "06-0000 0000", email: "noor@team.example" },
  firstMonth: "2026-12",
  skippedMonths: [],
  isRunning: true,
  revision: 0,
};

describe("the day of a monthly evening", () => {
  it.each([
    [2, 2, "2026-12", "2026-12-08"],
    [1, 2, "2026-12", "2026-12-01"],
    [1, 1, "2026-12", "2026-12-07"],
    [4, 7, "2026-02", "2026-02-22"],
    [-1, 3, "2027-02", "2027-02-24"],
    [-1, 7, "2027-02", "2027-02-28"],
    [-1, 4, "2026-12", "2026-12-31"],
  ] as const)("is, for week %i and weekday %i of %s, %s", (week, weekday, month, day) => {
    expect(eveningIn({ week, weekday }, month)).toBe(day);
  });

  it("is on its weekday in its month, for every rhythm in four years", () => {
    for (const month of monthsBetween("2026-01", "2029-12")) {
      for (const weekday of [1, 2, 3, 4, 5, 6, 7] as const) {
        const days = ([1, 2, 3, 4, -1] as const).map((week) => eveningIn({ week, weekday }, month));
        for (const day of days) {
          expect(day.slice(0, 7)).toBe(month);
          expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe(weekday % 7);
        }
        expect([...days].sort()).toEqual(days);
      }
    }
  });
});

describe("the next evening", () => {
  it("is today when it is held today, and next month's tomorrow", () => {
    expect(nextEvening(EVENING, "2026-12-08")).toEqual({ month: "2026-12", day: "2026-12-08" });
    expect(nextEvening(EVENING, "2026-12-09")).toEqual({ month: "2027-01", day: "2027-01-12" });
  });

  it("is not before the first month, and not in a month that is skipped", () => {
    expect(nextEvening(EVENING, "2026-10-01")?.day).toBe("2026-12-08");
    const skipping = { ...EVENING, skippedMonths: ["2026-12", "2027-01"] };
    expect(nextEvening(skipping, "2026-10-01")?.day).toBe("2027-02-09");
  });

  it("does not come when it stopped", () => {
    expect(nextEvening({ ...EVENING, isRunning: false }, "2026-10-01")).toBeUndefined();
  });
});

it("only what a person put on the agenda stands on it", () => {
  const point = { themeId: "huurtoeslag", title: "", careNeeded: false } as const;
  const points = (["proposed", "on", "off"] as const).map((choice) => ({ ...point, title: choice, choice }));
  expect(confirmedTitles(points)).toEqual(["on"]);
});

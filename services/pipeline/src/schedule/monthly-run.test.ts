import { expect, it } from "vitest";
import { monthsDue } from "./monthly-run.js";

it.each([
  ["a run of this month was done", "2026-11-30T10:00:00Z", "2026-10", []],
  ["before five in the morning of the first, in Dutch time", "2026-12-01T03:59:00Z", "2026-10", []],
  ["at five", "2026-12-01T04:00:00Z", "2026-10", ["2026-11"]],
  ["the machine was off on the first", "2026-12-17T12:00:00Z", "2026-10", ["2026-11"]],
  ["it was off for three months", "2027-02-03T12:00:00Z", "2026-10", ["2026-11", "2026-12", "2027-01"]],
  ["nothing was ever done", "2026-12-17T12:00:00Z", undefined, ["2026-11"]],
  ["a clock that was set back", "2026-08-17T12:00:00Z", "2026-10", []],
])("months that are due when %s", (_when, now, lastDone, expected) => {
  expect(monthsDue(new Date(now), lastDone)).toEqual(expected);
});

it("after years of downtime no more than two years are worked out anew", () => {
  expect(monthsDue(new Date("2030-01-15T12:00:00Z"), "2020-01")).toHaveLength(24);
});

import { eveningIn, monthsBetween } from "@rode-draad/domain";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { buildAgenda } from "../test/build-messages.js";
import { writeStandingCalendar } from "./write-calendar.js";

const MADE_AT = new Date("2026-11-22T09:30:00Z");

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
  return { events, calendar };
}

/** The days on which a calendar program shows the evening, as another library reads them. */
function daysOf(text: string, count: number): string[] {
  const [event] = read(text).events;
  const days: string[] = [];
  const iterator = event?.iterator();
  while (days.length < count) days.push(iterator?.next()?.toJSDate().toISOString() ?? "none");
  return days;
}

describe("the calendar of a standing evening", () => {
  const text = writeStandingCalendar(buildAgenda(), MADE_AT);

  it("is one event that comes back, in Dutch time in winter and in summer", () => {
    expect(read(text).events).toHaveLength(1);
    const days = daysOf(text, 8);
    expect(days[0]).toBe("2026-12-08T18:00:00.000Z");
    expect(days[7]).toBe("2027-07-13T17:00:00.000Z");
  });

  it.each([
    [1, 1],
    [2, 2],
    [4, 7],
    [-1, 3],
    [-1, 7],
  ] as const)("is on the days of the rule of domain for week %i, weekday %i, for four years", (week, weekday) => {
    const rhythm = { week, weekday };
    const days = daysOf(writeStandingCalendar(buildAgenda({ rhythm, firstMonth: "2026-01" }), MADE_AT), 48);
    const expected = monthsBetween("2026-01", "2029-12").map((month) => eveningIn(rhythm, month));
    expect(days.map((time) => time.slice(0, 10))).toEqual(expected);
  });

  it("leaves out a month that is skipped, and keeps its uid while its sequence goes up", () => {
    const skipping = writeStandingCalendar(
      buildAgenda({ skippedMonths: ["2027-01", "2027-07"], revision: 3 }),
      MADE_AT,
    );
    expect(daysOf(skipping, 8).map((time) => time.slice(0, 7))).toEqual([
      "2026-12",
      "2027-02",
      "2027-03",
      "2027-04",
      "2027-05",
      "2027-06",
      "2027-08",
      "2027-09",
    ]);
    const [before, after] = [text, skipping].map((one) => read(one).events[0]);
    expect(after?.uid).toBe(before?.uid);
    expect([before?.sequence, after?.sequence]).toEqual([0, 3]);
  });

  it("invites nobody, stamps in UTC, folds its lines and ends them with CR LF", () => {
    const many = monthsBetween("2027-01", "2030-12");
    const long = writeStandingCalendar(buildAgenda({ location: "é".repeat(190), skippedMonths: many }), MADE_AT);
    expect(long).not.toMatch(/ATTENDEE|ORGANIZER/);
    expect(long).toContain("DTSTAMP:20261122T093000Z\r\n");
    expect(Math.max(...long.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(long.replaceAll("\r\n", "")).not.toContain("\n");
    expect(read(long).events[0]?.location).toBe("é".repeat(190));
    expect(daysOf(long, 2).map((time) => time.slice(0, 7))).toEqual(["2026-12", "2031-01"]);
  });

  it("cannot be opened by what stands in a field", () => {
    const sly = buildAgenda({ location: "zaal; BEGIN:VEVENT, ATTENDEE:mailto:a@b.example" });
    expect(read(writeStandingCalendar(sly, MADE_AT)).events).toHaveLength(1);
  });
});

import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { buildRequest } from "../test/build-request.js";
import { writeCalendar, writeCancelledCalendar, writeEveningCalendar } from "./write-calendar.js";

const MADE_AT = new Date("2026-11-22T09:30:00Z");

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  return calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
}

describe("writeCalendar", () => {
  const text = writeCalendar([buildRequest()], () => "Informatieavond met partner", MADE_AT);

  it("holds the proposed evenings in Dutch time, in winter and in summer", () => {
    const starts = read(text).map((event) => event.startDate.toJSDate().toISOString());
    expect(starts).toEqual(["2027-01-12T18:00:00.000Z", "2027-07-07T17:30:00.000Z"]);
  });

  it("marks each as tentative, with its own lasting uid and without attendees", () => {
    const events = read(text);
    expect(events.map((event) => event.component.getFirstPropertyValue("status"))).toEqual(["TENTATIVE", "TENTATIVE"]);
    expect(events.map((event) => event.uid)).toEqual([
      "aanvraag-1-1@rodedraad.invalid",
      "aanvraag-1-2@rodedraad.invalid",
    ]);
    expect(text).not.toMatch(/ATTENDEE|ORGANIZER/);
  });

  it("stamps in UTC, as RFC 5545 asks", () => {
    expect(text.match(/^DTSTAMP:.*$/gm)?.map((line) => line.trim())).toEqual([
      "DTSTAMP:20261122T093000Z",
      "DTSTAMP:20261122T093000Z",
    ]);
  });

  it("keeps lines within 75 octets and ends them with CR LF", () => {
    const long = writeCalendar([buildRequest({ location: "é".repeat(190) })], () => "Informatieavond", MADE_AT);
    const lines = long.split("\r\n");
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(long.replaceAll("\r\n", "")).not.toContain("\n");
    expect(read(long)[0]?.location).toBe("é".repeat(190));
  });

  it("cannot be opened by what stands in a field", () => {
    const sly = buildRequest({ location: "zaal; BEGIN:VEVENT, ATTENDEE:mailto:a@b.example" });
    expect(read(writeCalendar([sly], () => "Informatieavond", MADE_AT))).toHaveLength(2);
  });
});

describe("the calendar of what was called off", () => {
  it("is the next version of the same evenings, as cancelled", () => {
    const before = read(writeCalendar([buildRequest()], () => "Informatieavond", MADE_AT));
    const after = read(writeCancelledCalendar(buildRequest(), () => "Informatieavond", MADE_AT));
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(after.map(({ startDate }) => startDate.toJSDate())).toEqual(
      before.map(({ startDate }) => startDate.toJSDate()),
    );
    expect(before.map(({ sequence }) => sequence)).toEqual([0, 0]);
    expect(after.map(({ sequence }) => sequence)).toEqual([1, 1]);
    for (const { component, summary } of after) {
      expect(component.getFirstPropertyValue("status")).toBe("CANCELLED");
      expect(summary).toMatch(/^Gaat niet door: /);
    }
  });
});

describe("the calendar of a planned evening", () => {
  const evening = {
    id: "i-1",
    title: "Grip op je huurkosten; voor iedereen, ook voor jou",
    form: "Informatieavond",
    areaName: "Sterrenwijk",
    date: { day: "2027-07-07", from: "19:30", until: "21:00" },
  };

  it("holds the evening in Dutch summer time, for good, with its lasting uid and nobody invited", () => {
    const text = writeEveningCalendar({ ...evening, place: "zaal; BEGIN:VEVENT, De Ster" }, MADE_AT);
    const [event, ...others] = read(text);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      uid: "i-1@rodedraad.invalid",
      summary: evening.title,
      location: "zaal; BEGIN:VEVENT, De Ster",
      description: "Informatieavond in Sterrenwijk.",
    });
    expect(event?.startDate.toJSDate().toISOString()).toBe("2027-07-07T17:30:00.000Z");
    expect(event?.endDate.toJSDate().toISOString()).toBe("2027-07-07T19:00:00.000Z");
    expect(event?.component.getFirstPropertyValue("status")).toBe("CONFIRMED");
    expect(text).not.toMatch(/ATTENDEE|ORGANIZER/);
  });

  it("leaves a place out that nobody knows yet", () => {
    expect(read(writeEveningCalendar(evening, MADE_AT))[0]?.component.hasProperty("location")).toBe(false);
  });
});

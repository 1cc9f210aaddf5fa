import { dayNumber } from "@rode-draad/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDay } from "./parse-day.js";

const TODAY = "2026-11-22";

describe("parseDay", () => {
  it.each([
    ["2026-10-05", "2026-10-05"],
    ["2026-10-05T14:30:00", "2026-10-05"],
    ["2026-10-05 14:30", "2026-10-05"],
    ["2026-10-05T23:30:00Z", "2026-10-06"],
    ["2026-10-05T23:30:00+02:00", "2026-10-05"],
    ["20261005", "2026-10-05"],
    ["5-10-2026", "2026-10-05"],
    ["05/10/26", "2026-10-05"],
    ["5.10.2026 09:15", "2026-10-05"],
    ["ma 5 okt 2026", "2026-10-05"],
    ["maandag 5 oktober 2026", "2026-10-05"],
    ["5-mrt-2026", "2026-03-05"],
    ["5 maart 2026", "2026-03-05"],
    ["46300", "2026-10-05"],
    ["46300.604", "2026-10-05"],
    [TODAY, TODAY],
    ["1-1-2000", "2000-01-01"],
  ])("reads %s", (written, day) => {
    expect(parseDay(written, TODAY)).toEqual({ day });
  });

  it.each([
    ["", "ontbreekt"],
    ["gisteren", "geen datum"],
    ["10/25/2026", "bestaat niet"],
    ["29-2-2025", "bestaat niet"],
    ["30-12-1899", "voor 2000"],
    ["0", "voor 2000"],
    ["31-12-1999", "voor 2000"],
    ["2026-11-23", "toekomst"],
    ["5-10-99", "toekomst"],
    ["99999", "toekomst"],
    ["5-10", "geen datum"],
  ])("refuses %s", (written, reason) => {
    expect(parseDay(written, TODAY)).toMatchObject({ problem: expect.stringContaining(reason) });
  });

  it("counts from 1904 in a workbook of an old Mac", () => {
    expect(parseDay(String(46300 - 1462), TODAY, 1904)).toEqual({ day: "2026-10-05" });
  });

  it("reads every day back from each way of writing it", () => {
    const days = fc.date({ min: new Date("2000-01-01"), max: new Date(TODAY), noInvalidDate: true });
    fc.assert(
      fc.property(days, (moment) => {
        const day = moment.toISOString().slice(0, 10);
        const [year, month, date] = day.split("-").map(Number);
        const serial = String(dayNumber(day) + 25_569);
        for (const written of [day, `${date}-${month}-${year}`, `${date}/${month}/${String(year).slice(2)}`, serial]) {
          expect(parseDay(written, TODAY)).toEqual({ day });
        }
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { inOrderOfTime, momentOf, type RunSheetStep } from "./run-sheet.js";

const step = (offsetMinutes: number, what = "x"): RunSheetStep => ({ offsetMinutes, role: "opbouwwerker", what });

describe("a run sheet", () => {
  it("stands in order of time, and keeps the order of writing within a moment", () => {
    const steps = [step(0, "b"), step(-60, "a"), step(0, "c"), step(-2880, "first")];
    expect(inOrderOfTime(steps).map(({ what }) => what)).toEqual(["first", "a", "b", "c"]);
  });

  it("counts in days from a day away, and by the clock on the day itself", () => {
    expect(momentOf(step(-1440), "19:00")).toEqual({ kind: "days", days: -1 });
    expect(momentOf(step(-30_240), "19:00")).toEqual({ kind: "days", days: -21 });
    expect(momentOf(step(10_080), "19:00")).toEqual({ kind: "days", days: 7 });
    expect(momentOf(step(-1439), "19:00")).toEqual({ kind: "clock", time: "19:01" });
    expect(momentOf(step(-90), "19:00")).toEqual({ kind: "clock", time: "17:30" });
    expect(momentOf(step(135), "19:30")).toEqual({ kind: "clock", time: "21:45" });
    expect(momentOf(step(300), "20:00")).toEqual({ kind: "clock", time: "01:00" });
  });

  it("counts in minutes as long as there is no start", () => {
    expect(momentOf(step(-90))).toEqual({ kind: "minutes", minutes: -90 });
  });
});

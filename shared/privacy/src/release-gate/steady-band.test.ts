import { describe, expect, it } from "vitest";
import type { ReleaseRecordCell } from "./release-context.js";
import { bandsFor, DEFAULT_RELEASE_PARAMETERS } from "./release-parameters.js";
import { steadyBand } from "./steady-band.js";

const BANDS = bandsFor(10, DEFAULT_RELEASE_PARAMETERS);
const before = (anchorCases: number, shownBand: string, ownBand = shownBand): ReleaseRecordCell => ({
  themeId: "huurtoeslag",
  anchorCases,
  shownBand,
  ownBand,
});
const after = (cases: number, previous?: ReleaseRecordCell) => {
  const { band, ownBand, anchorCases } = steadyBand(cases, BANDS, 10, previous);
  return [band.label, ownBand.label, anchorCases];
};

describe("a band from one release to the next", () => {
  it("is its own the first time", () => {
    expect(after(15)).toEqual(["15 tot 24", "15 tot 24", 15]);
  });

  it("stays with the count on which it was set, as long as the count stays in it", () => {
    expect(after(16, before(24, "15 tot 24"))).toEqual(["15 tot 24", "15 tot 24", 24]);
  });

  it("is repeated while the count is fewer than ten cases away, up or down", () => {
    expect(after(15, before(14, "10 tot 14"))).toEqual(["10 tot 14", "15 tot 24", 14]);
    expect(after(23, before(14, "10 tot 14"))).toEqual(["10 tot 14", "15 tot 24", 14]);
    expect(after(16, before(25, "25 tot 49"))).toEqual(["25 tot 49", "15 tot 24", 25]);
  });

  it("moves when the count is ten cases away, up or down", () => {
    expect(after(24, before(14, "10 tot 14"))).toEqual(["15 tot 24", "15 tot 24", 24]);
    expect(after(15, before(25, "25 tot 49"))).toEqual(["15 tot 24", "15 tot 24", 15]);
  });

  it("moves when the count had the new band by itself in the window before", () => {
    expect(after(16, before(14, "10 tot 14", "15 tot 24"))).toEqual(["15 tot 24", "15 tot 24", 16]);
    expect(after(16, before(14, "10 tot 14", "25 tot 49"))).toEqual(["10 tot 14", "15 tot 24", 14]);
  });

  it("is not repeated when the parameters of today have no such band", () => {
    expect(after(16, before(14, "12 tot 14"))).toEqual(["15 tot 24", "15 tot 24", 16]);
  });
});

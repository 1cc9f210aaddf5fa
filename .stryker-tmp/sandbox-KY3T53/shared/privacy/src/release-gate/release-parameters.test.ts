import { ProductError } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { bandsFor, DEFAULT_RELEASE_PARAMETERS, tightenParameters } from "./release-parameters.js";

describe("tightenParameters", () => {
  it.each([
    { caseMinShared: 9 },
    { caseMinShared: 51 },
    { displayBands: [{ min: 0, max: null }] },
    { caseMinTeamInternal: 4 },
    { openCasesMin: 29 },
    { professionalsMin: 2 },
    { dominanceShareMax: 0.91 },
    { roundTo: 1 },
    { roundTo: 7 },
    { caseMinShared: Number.NaN },
    { displayBands: [{ min: 5, max: null }] },
  ])("refuses %o", (wanted) => {
    expect(() => tightenParameters(DEFAULT_RELEASE_PARAMETERS, wanted)).toThrowError(ProductError);
  });

  it("takes stricter values and keeps the rest", () => {
    expect(tightenParameters(DEFAULT_RELEASE_PARAMETERS, { caseMinShared: 20 })).toEqual({
      ...DEFAULT_RELEASE_PARAMETERS,
      caseMinShared: 20,
    });
  });
});

describe("bandsFor", () => {
  const labels = (k: number) => bandsFor(k, DEFAULT_RELEASE_PARAMETERS).map(({ label }) => label);

  it("gives the bands of the catalogue at the shipped threshold", () => {
    expect(labels(10)).toEqual(["minder dan 10", "10 tot 14", "15 tot 24", "25 tot 49", "50 of meer"]);
  });

  it("moves a threshold between two edges up to the next edge", () => {
    expect(labels(12)).toEqual(["minder dan 15", "15 tot 24", "25 tot 49", "50 of meer"]);
  });
});

import { ProductError } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import {
  bandIndexOf,
  bandsFor,
  DEFAULT_RELEASE_PARAMETERS,
  type ReleaseParameters,
  stricterWay,
  TIGHTENABLE,
  tightenParameters,
  withTightened,
} from "./release-parameters.js";

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
    { caseMinTeamSensitive: 9 },
    { caseMinBelowWijk: 19 },
    { caseMinBelowWijk: 51 },
    { rollingWindowMonths: 2 },
    { dominanceShareMax: Number.POSITIVE_INFINITY },
    { dominanceShareMax: Number.NEGATIVE_INFINITY },
    { openCasesMin: Number.POSITIVE_INFINITY },
    { displayBands: [{ min: 5, max: null }] },
    {
      displayBands: [
        { min: 0, max: 5 },
        { min: 6, max: null },
      ],
    },
  ])("refuses %o", (wanted) => {
    expect(() => tightenParameters(DEFAULT_RELEASE_PARAMETERS, wanted)).toThrowError(ProductError);
  });

  it("says what may not, and names the value to the operator", () => {
    const refusal = (wanted: Partial<ReleaseParameters>) => {
      try {
        tightenParameters(DEFAULT_RELEASE_PARAMETERS, wanted);
      } catch (error) {
        return error;
      }
      return undefined;
    };
    const loosened = (name: string) => ({
      code: "release-parameter-loosened",
      message: "Een privacygrens mag je alleen strenger maken. De oude grens blijft gelden.",
      detail: `parameter ${name} would become weaker than the shipped value`,
    });
    expect(refusal({ caseMinShared: 9 })).toMatchObject(loosened("caseMinShared"));
    expect(refusal({ roundTo: 7 })).toMatchObject(loosened("roundTo"));
    expect(refusal({ displayBands: [{ min: 5, max: null }] })).toMatchObject(loosened("displayBands"));
    expect(refusal({ caseMinShared: 51 })).toMatchObject({
      code: "release-parameter-without-band",
      message: "Een drempel mag niet hoger zijn dan 50. Daarboven is er geen groep meer om te tonen.",
      detail: "caseMinShared or caseMinBelowWijk lies above the highest band start",
    });
  });

  it("ships these values, which an officer signed for", () => {
    expect(DEFAULT_RELEASE_PARAMETERS).toEqual({
      caseMinTeamInternal: 5,
      caseMinTeamSensitive: 10,
      caseMinShared: 10,
      caseMinBelowWijk: 20,
      openCasesMin: 30,
      dominanceShareMax: 0.9,
      roundTo: 5,
      rollingWindowMonths: 3,
      professionalsMin: 3,
      displayBands: [
        { min: 0, max: 9 },
        { min: 10, max: 14 },
        { min: 15, max: 24 },
        { min: 25, max: 49 },
        { min: 50, max: null },
      ],
    });
  });

  it("takes every value that is as strict or stricter", () => {
    const strict: Partial<ReleaseParameters> = {
      caseMinTeamInternal: 5,
      caseMinTeamSensitive: 11,
      caseMinShared: 50,
      caseMinBelowWijk: 50,
      openCasesMin: 31,
      dominanceShareMax: 0.8,
      roundTo: 10,
      rollingWindowMonths: 4,
      professionalsMin: 4,
      displayBands: [
        { min: 0, max: 49 },
        { min: 50, max: null },
      ],
    };
    expect(tightenParameters(DEFAULT_RELEASE_PARAMETERS, strict)).toEqual(strict);
  });

  it("takes stricter values and keeps the rest", () => {
    expect(tightenParameters(DEFAULT_RELEASE_PARAMETERS, { caseMinShared: 20 })).toEqual({
      ...DEFAULT_RELEASE_PARAMETERS,
      caseMinShared: 20,
    });
  });
});

describe("what a municipality set", () => {
  it("counts where it is stricter than what the product ships, whatever comes with a later version", () => {
    const stricter = { caseMinShared: 12, dominanceShareMax: 0.8 };
    expect(withTightened(DEFAULT_RELEASE_PARAMETERS, stricter)).toEqual({ ...DEFAULT_RELEASE_PARAMETERS, ...stricter });
    const weaker = { caseMinShared: 8, dominanceShareMax: 0.95 };
    expect(withTightened(DEFAULT_RELEASE_PARAMETERS, weaker)).toEqual(DEFAULT_RELEASE_PARAMETERS);
    expect(withTightened(DEFAULT_RELEASE_PARAMETERS, {})).toEqual(DEFAULT_RELEASE_PARAMETERS);
  });

  it("is stricter when a floor is higher, and the share that one may make up lower", () => {
    expect(TIGHTENABLE.filter((name) => stricterWay(name) === "lower")).toEqual(["dominanceShareMax"]);
    expect(TIGHTENABLE.filter((name) => stricterWay(name) === "higher")).toEqual([
      "caseMinTeamInternal",
      "caseMinTeamSensitive",
      "caseMinShared",
      "caseMinBelowWijk",
      "openCasesMin",
      "professionalsMin",
      "roundTo",
    ]);
  });
});

describe("bandsFor", () => {
  const labels = (k: number) => bandsFor(k, DEFAULT_RELEASE_PARAMETERS).map(({ label }) => label);

  it("gives the bands of the catalogue at the shipped threshold", () => {
    expect(labels(10)).toEqual(["minder dan 10", "10 tot 14", "15 tot 24", "25 tot 49", "50 of meer"]);
  });

  it("has no band for a threshold above them all", () => {
    expect(() => labels(51)).toThrow(new RangeError("no band starts at or above 51; see tightenParameters"));
    expect(labels(50)).toEqual(["minder dan 50", "50 of meer"]);
  });

  it("gives each band its edges, and finds the one that holds a count", () => {
    const bands = bandsFor(25, DEFAULT_RELEASE_PARAMETERS);
    expect(bands.map(({ min, max }) => [min, max])).toEqual([
      [0, 24],
      [25, 49],
      [50, null],
    ]);
    expect([0, 24, 25, 49, 50, 999].map((cases) => bandIndexOf(cases, bands))).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it("moves a threshold between two edges up to the next edge", () => {
    expect(labels(12)).toEqual(["minder dan 15", "15 tot 24", "25 tot 49", "50 of meer"]);
  });
});

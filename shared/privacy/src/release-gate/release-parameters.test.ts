import { ProductError } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import {
  bandsFor,
  DEFAULT_RELEASE_PARAMETERS,
  releaseParametersFromCatalogue,
  tightenParameters,
} from "./release-parameters.js";

describe("tightenParameters", () => {
  it.each([
    { kShared: 9 },
    { kShared: 51 },
    { bandStarts: [10] },
    { kTeamInternal: 4 },
    { denominatorMin: 29 },
    { professionalsMin: 2 },
    { dominanceShareMax: 0.91 },
    { roundTo: 1 },
    { roundTo: 7 },
    { kShared: Number.NaN },
    { bandStarts: [5, 10] },
  ])("refuses %o", (wanted) => {
    expect(() => tightenParameters(DEFAULT_RELEASE_PARAMETERS, wanted)).toThrowError(ProductError);
  });

  it("takes stricter values and keeps the rest", () => {
    expect(tightenParameters(DEFAULT_RELEASE_PARAMETERS, { kShared: 20 })).toEqual({
      ...DEFAULT_RELEASE_PARAMETERS,
      kShared: 20,
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

describe("releaseParametersFromCatalogue", () => {
  it("reads the band edges from the labels", () => {
    const parameters = releaseParametersFromCatalogue({
      k_team_internal: 5,
      k_team_sensitive: 10,
      k_shared_with_partner: 10,
      k_area_smaller_than_wijk: 20,
      min_denominator: 30,
      dominance_max_share: 0.9,
      round_to: 5,
      rolling_window_months: 3,
      min_contributing_professionals: 3,
      display_bands_shared: ["minder dan 10", "10-14", "15-24", "25-49", "50 of meer"],
    });
    expect(parameters).toEqual(DEFAULT_RELEASE_PARAMETERS);
  });
});

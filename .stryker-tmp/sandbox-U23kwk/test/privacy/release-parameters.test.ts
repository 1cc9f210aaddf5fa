import { loadCatalogue } from "@rode-draad/catalogue";
import { DEFAULT_RELEASE_PARAMETERS, tightenParameters } from "@rode-draad/privacy";
import { describe, expect, it } from "vitest";

describe("the release parameters of the catalogue", () => {
  const { privacyParameters } = loadCatalogue();

  it("are those that the release gate ships with", () => {
    const bounds = privacyParameters.displayBands.map(({ min, max }) => ({ min, max }));
    expect(privacyParameters).toMatchObject({ ...DEFAULT_RELEASE_PARAMETERS, displayBands: bounds });
    expect(bounds).toEqual(DEFAULT_RELEASE_PARAMETERS.displayBands);
  });

  it("are accepted as they are, and refused when one of them is loosened", () => {
    expect(() => tightenParameters(DEFAULT_RELEASE_PARAMETERS, privacyParameters)).not.toThrow();
    expect(() =>
      tightenParameters(DEFAULT_RELEASE_PARAMETERS, { ...privacyParameters, caseMinShared: 9 }),
    ).toThrowError(expect.objectContaining({ code: "release-parameter-loosened" }));
  });
});

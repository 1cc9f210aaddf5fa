import { describe, expect, it } from "vitest";
import { releaseOutcome } from "./release-outcome.js";
import { DEFAULT_RELEASE_PARAMETERS } from "./release-parameters.js";
import { releaseNeed } from "./release-single.js";

const shown = (cases: number, professionals = 3) => releaseNeed({ cases, professionals }, DEFAULT_RELEASE_PARAMETERS);
const told = (before: ReturnType<typeof shown>, after: ReturnType<typeof shown>) => {
  const released = releaseOutcome("worked", { before, after });
  return released.status === "outcome" ? released.outcome.word : released.reason;
};

describe("what came of an evening", () => {
  it("is told where ten households or more were shown before it, also when there were fewer afterwards", () => {
    expect(told(shown(10), shown(10))).toBe("worked");
    expect(told(shown(10), shown(0))).toBe("worked");
  });

  it("is not told of fewer than ten households before it", () => {
    expect(told(shown(9), shown(20))).toBe("below-threshold");
    expect(told(shown(0), shown(0))).toBe("below-threshold");
  });

  it("is not told beside a number that is held back", () => {
    expect(told(shown(20, 2), shown(20))).toBe("too-few-professionals");
    expect(told(shown(20), shown(20, 2))).toBe("too-few-professionals");
  });
});

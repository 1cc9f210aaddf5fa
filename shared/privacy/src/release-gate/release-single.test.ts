import { describe, expect, it } from "vitest";
import { DEFAULT_RELEASE_PARAMETERS as PARAMETERS } from "./release-parameters.js";
import { releaseCount, releaseNeed, releaseShare, releaseText } from "./release-single.js";
import type { ReleasedNumber } from "./released.js";

describe("releaseShare", () => {
  it("needs thirty cases under it", () => {
    expect(releaseShare(15, 30, PARAMETERS)).toMatchObject({ status: "share", share: { percent: 50 } });
    expect(releaseShare(15, 29, PARAMETERS)).toMatchObject({ status: "withheld", reason: "denominator-too-small" });
  });

  it("rounds to five percent", () => {
    expect(releaseShare(82, 100, PARAMETERS)).toMatchObject({ share: { percent: 80, label: "ongeveer 80 procent" } });
    expect(releaseShare(83, 100, PARAMETERS)).toMatchObject({ share: { percent: 85 } });
  });

  it("keeps ten cases on both sides", () => {
    expect(releaseShare(10, 100, PARAMETERS).status).toBe("share");
    expect(releaseShare(9, 100, PARAMETERS).status).toBe("withheld");
    expect(releaseShare(91, 100, PARAMETERS)).toMatchObject({ status: "withheld", reason: "below-threshold" });
    expect(releaseShare(90, 100, PARAMETERS)).toMatchObject({ share: { percent: 90 } });
  });
});

describe("releaseCount", () => {
  it("rounds to five and hides what is small", () => {
    expect(releaseCount(483, PARAMETERS)).toMatchObject({ number: { value: 485, label: "ongeveer 485" } });
    expect(releaseCount(10, PARAMETERS)).toMatchObject({ status: "number", number: { value: 10 } });
    expect(releaseCount(9, PARAMETERS)).toMatchObject({ status: "withheld", reason: "below-threshold" });
  });

  it("never rounds below the threshold", () => {
    expect(releaseCount(12, { ...PARAMETERS, caseMinShared: 12 })).toMatchObject({ number: { value: 12 } });
  });
});

describe("releaseNeed", () => {
  it("gives a small need the lowest band and a broad one its own", () => {
    expect(releaseNeed({ cases: 5, professionals: 2 }, PARAMETERS)).toMatchObject({ band: { label: "minder dan 10" } });
    expect(releaseNeed({ cases: 16, professionals: 3 }, PARAMETERS)).toMatchObject({ band: { label: "15 tot 24" } });
  });

  it("withholds a need of two professionals from ten cases on", () => {
    expect(releaseNeed({ cases: 9, professionals: 0 }, PARAMETERS)).toMatchObject({ status: "band", band: { max: 9 } });
    expect(releaseNeed({ cases: 10, professionals: 2 }, PARAMETERS).status).toBe("withheld");
    expect(releaseNeed({ cases: 16, professionals: 2 }, PARAMETERS)).toMatchObject({ reason: "too-few-professionals" });
  });
});

describe("releaseText", () => {
  it("puts released values into a sentence", () => {
    const need = releaseNeed({ cases: 16, professionals: 3 }, PARAMETERS);
    if (need.status !== "band") throw new Error("expected a band");
    expect(releaseText`Dit komt ${need.band} keer voor in ${"Oost"}.`).toBe("Dit komt 15 tot 24 keer voor in Oost.");
  });

  it("joins words as they are", () => {
    expect(releaseText`Niets te tellen.`).toBe("Niets te tellen.");
    expect(releaseText`${"Oost"} en ${"West"}`).toBe("Oost en West");
  });

  it("refuses a value that was only cast to a released one", () => {
    const forged = { label: "7", value: 7 } as unknown as ReleasedNumber;
    expect(() => releaseText`Wij zien dit ${forged} keer.`).toThrowError(/niet vrijgegeven/);
  });
});

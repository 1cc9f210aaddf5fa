import { describe, expect, it } from "vitest";
import {
  assertReleased,
  makeBand,
  makeKnot,
  makeNumber,
  makeShare,
  type ReleasedBand,
  type WithheldReason,
  withheld,
} from "./released.js";

const REASONS: readonly WithheldReason[] = [
  "below-threshold",
  "denominator-too-small",
  "too-few-professionals",
  "dominance",
  "group-disclosure",
  "complementary",
  "differencing",
  "too-many-dimensions",
];

describe("a number that is not shown", () => {
  it("has a Dutch sentence of its own for every reason", () => {
    const sentences = REASONS.map((reason) => {
      const { status, reason: told, sentence } = withheld(reason);
      expect([status, told]).toEqual(["withheld", reason]);
      expect(sentence).toMatch(/^(?:Dit|Hier|Wij) .*\.$/);
      return sentence;
    });
    expect(new Set(sentences).size).toBe(REASONS.length);
  });
});

describe("a released value", () => {
  it("cannot be changed after it was released", () => {
    for (const value of [makeBand("a", 0, 9), makeNumber("a", 1), makeShare("a", 1), makeKnot(["a", "b"])]) {
      expect(Object.isFrozen(value)).toBe(true);
    }
    expect(makeBand("10 tot 14", 10, 14)).toEqual({ label: "10 tot 14", min: 10, max: 14 });
    expect(makeNumber("ongeveer 480", 480)).toEqual({ label: "ongeveer 480", value: 480 });
    expect(makeShare("80 procent", 80)).toEqual({ label: "80 procent", percent: 80 });
    expect(makeKnot(["a", "b"])).toEqual({ themeIds: ["a", "b"] });
  });

  it("is known from one that was put together elsewhere", () => {
    const band = makeBand("a", 0, 9);
    assertReleased(band);
    for (const forged of [{ ...band }, null, "a", undefined]) {
      expect(() => assertReleased(forged as ReleasedBand)).toThrow(
        expect.objectContaining({
          code: "release-gate-bypassed",
          message: "Dit getal is niet vrijgegeven. Daarom tonen wij het niet.",
          detail: "a value reached a released text without passing shared/privacy/src/release-gate",
        }),
      );
    }
  });
});

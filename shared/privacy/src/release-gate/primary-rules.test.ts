import { describe, expect, it } from "vitest";
import { hasTooManyDimensions, mayAppear, namedRowFloor, primaryReason, thresholdOf } from "./primary-rules.js";
import { type CountCell, cellKey, EMERGENT_THEME_FACTS, themeOfKey } from "./release-context.js";
import { DEFAULT_RELEASE_PARAMETERS as SHIPPED } from "./release-parameters.js";

const cell = (changes: Partial<CountCell> = {}): CountCell => ({
  themeId: "huurtoeslag",
  cases: 20,
  professionals: 5,
  denominator: 400,
  ...changes,
});
const reason = (changes: Partial<CountCell>) => primaryReason(cell(changes), SHIPPED);

describe("a theme", () => {
  it("appears when it is known and may be collective", () => {
    expect(mayAppear({ collective: "suitable", sensitivity: "hoog" })).toBe(true);
    expect(mayAppear({ collective: "only-with-care", sensitivity: "laag" })).toBe(true);
    expect(mayAppear({ collective: "never", sensitivity: "laag" })).toBe(false);
    expect(mayAppear(undefined)).toBe(false);
  });

  it("that nobody judged yet counts as a middling one", () => {
    expect(EMERGENT_THEME_FACTS).toEqual({ collective: "suitable", sensitivity: "midden" });
  });

  it("is named from five cases inside the team, from ten when it is sensitive or for anybody else", () => {
    const floor = (
      collective: "suitable" | "only-with-care",
      sensitivity: "laag" | "hoog",
      audience: "team" | "public",
    ) =>
      namedRowFloor({ collective, sensitivity }, audience, { ...SHIPPED, caseMinTeamSensitive: 11, caseMinShared: 12 });
    expect(floor("suitable", "laag", "team")).toBe(5);
    expect(floor("suitable", "hoog", "team")).toBe(11);
    expect(floor("only-with-care", "laag", "team")).toBe(11);
    expect(floor("suitable", "laag", "public")).toBe(12);
    expect(floor("suitable", "hoog", "public")).toBe(12);
  });
});

describe("a cell", () => {
  it("needs ten cases, and twenty in a part of a wijk", () => {
    expect(thresholdOf(cell(), SHIPPED)).toBe(10);
    expect(thresholdOf(cell({ areaCode: "WK000001" }), SHIPPED)).toBe(10);
    expect(thresholdOf(cell({ areaCode: "BU00000101" }), SHIPPED)).toBe(20);
    expect(thresholdOf(cell({ areaCode: "BU00000101" }), { ...SHIPPED, caseMinShared: 25 })).toBe(25);
  });

  it("is about an area or a team, and not both", () => {
    expect(hasTooManyDimensions({})).toBe(false);
    expect(hasTooManyDimensions({ areaCode: "WK000001" })).toBe(false);
    expect(hasTooManyDimensions({ teamCode: "OOST" })).toBe(false);
    expect(hasTooManyDimensions({ areaCode: "WK000001", teamCode: "OOST" })).toBe(true);
  });

  it("is held back at the edge of each rule, the first rule first", () => {
    expect(reason({})).toBeUndefined();
    expect(reason({ areaCode: "WK000001", teamCode: "OOST", denominator: 1 })).toBe("too-many-dimensions");
    expect(reason({ denominator: 29, professionals: 1 })).toBe("denominator-too-small");
    expect(reason({ denominator: 30 })).toBeUndefined();
    expect(reason({ professionals: 2, largestProfessionalShare: 1 })).toBe("too-few-professionals");
    expect(reason({ professionals: 3 })).toBeUndefined();
    expect(reason({ largestProfessionalShare: 0.91, denominator: 40, cases: 39 })).toBe("dominance");
    expect(reason({ largestProfessionalShare: 0.9 })).toBeUndefined();
    expect(reason({ denominator: 40, cases: 37 })).toBe("group-disclosure");
    expect(reason({ denominator: 40, cases: 36 })).toBeUndefined();
    expect(reason({ denominator: 0, cases: 0 })).toBe("denominator-too-small");
  });

  it("is told of no contributors below the threshold, so that the reason tells no small count from another", () => {
    expect(reason({ cases: 9, professionals: 1, largestProfessionalShare: 1 })).toBeUndefined();
    expect(reason({ cases: 10, professionals: 1 })).toBe("too-few-professionals");
    expect(reason({ cases: 19, professionals: 1, areaCode: "BU00000101" })).toBeUndefined();
    expect(reason({ cases: 20, professionals: 1, areaCode: "BU00000101" })).toBe("too-few-professionals");
  });

  it("of nobody is not held back where the scope may be empty too", () => {
    const parameters = { ...SHIPPED, openCasesMin: 0, caseMinShared: 0 };
    expect(primaryReason(cell({ cases: 0, denominator: 0 }), parameters)).toBeUndefined();
  });

  it("is named by its theme and place, so that no two places share a key", () => {
    const keys = [cell(), cell({ areaCode: "A" }), cell({ teamCode: "A" }), cell({ areaCode: "A", teamCode: "A" })].map(
      cellKey,
    );
    expect(keys).toEqual([
      '["huurtoeslag","",""]',
      '["huurtoeslag","A",""]',
      '["huurtoeslag","","A"]',
      '["huurtoeslag","A","A"]',
    ]);
    for (const key of keys) expect(themeOfKey(key)).toBe("huurtoeslag");
  });
});

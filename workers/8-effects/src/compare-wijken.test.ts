import type { Month, MonthRate } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { compareWijken, type EffectFacts, type HeldEvening } from "./compare-wijken.js";

const evening = (initiativeId: string, areaCode: string, heldOn: string, themeIds = ["huurtoeslag"]): HeldEvening => ({
  initiativeId,
  areaCode,
  heldOn,
  themeIds,
});
const own = evening("i-1", "A", "2026-03-10");

function facts(
  given: Partial<EffectFacts> = {},
  rates: Readonly<Record<string, Partial<MonthRate>>> = {},
): EffectFacts {
  return {
    lastMonth: "2026-10",
    evenings: [own],
    areaCodes: ["A", "B", "C", "D"],
    rateOf: (_theme, area, month) => ({ cases: 20, active: 100, ...rates[`${area} ${month}`] }),
    shownIn: () => undefined,
    causes: { ruleChangeOf: () => undefined },
    breaks: [],
    ...given,
  };
}
const compare = (input: EffectFacts) => compareWijken(own, "huurtoeslag", input);

describe("what an evening is compared by", () => {
  it("takes twelve months before and six after, and leaves the month of the evening out", () => {
    const { months, comparison } = compare(facts());
    expect(months.before).toHaveLength(12);
    expect([months.before[0], months.before.at(-1), months.after[0], months.after.at(-1)]).toEqual([
      "2025-03",
      "2026-02",
      "2026-04",
      "2026-09",
    ]);
    expect(comparison.map(({ areaCode }) => areaCode)).toEqual(["B", "C", "D"]);
  });

  it("takes three months after it until there are six", () => {
    const afterUntil = (lastMonth: Month) => compare(facts({ lastMonth })).months.after.length;
    expect(["2026-03", "2026-05", "2026-06", "2026-08", "2026-09"].map(afterUntil)).toEqual([0, 2, 3, 3, 6]);
  });

  it("leaves out months in which the wijk did not register as usual, and takes the next one instead", () => {
    const quiet = { "A 2025-07": { active: 39 }, "A 2026-05": { active: 0 }, "A 2026-06": { active: 40 } };
    const { months } = compare(facts({}, quiet));
    expect(months.before).not.toContain("2025-07");
    expect(months.after).toEqual(["2026-04", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10"]);
  });

  it("leaves out wijken with an evening of their own on the theme in these months, and only those", () => {
    const others = [
      own,
      evening("i-2", "B", "2026-09-30"),
      evening("i-3", "C", "2026-10-01"),
      evening("i-4", "D", "2026-04-01", ["geldzorgen"]),
      evening("i-5", "A", "2025-06-01"),
    ];
    const { comparison, told } = compare(facts({ evenings: others }));
    expect(comparison.map(({ areaCode }) => areaCode)).toEqual(["C", "D"]);
    expect(told.leftOut).toEqual(["B"]);
    expect(told.otherDays).toEqual(["2025-06-01"]);
  });

  it("says which rule changed in these months", () => {
    const change = { themeId: "huurtoeslag", startMonth: "01", note: "Nieuwe regels.", status: "in-force" };
    const causes = {
      ruleChangeOf: (_theme: string, month: Month) =>
        month >= "2025-12" && month <= "2026-02" ? { startMonth: "2026-01", change } : undefined,
    } as unknown as EffectFacts["causes"];
    expect(compare(facts({ causes })).told.ruleChanges).toEqual([{ month: "2026-01", note: "Nieuwe regels." }]);
    const before = { ruleChangeOf: () => ({ startMonth: "2025-02", change }) } as unknown as EffectFacts["causes"];
    expect(compare(facts({ causes: before })).told.ruleChanges).toEqual([]);
  });

  it("says nothing of a theme whose months were counted in two meanings", () => {
    const broken = (countedAnewFrom: Month, themeId = "huurtoeslag") =>
      compare(facts({ breaks: [{ themeIds: [themeId], countedAnewFrom }] })).judgement;
    expect(broken("2026-01")).toEqual({ outcome: "too-early", because: "theme-changed" });
    for (const whole of [broken("2025-03"), broken("2026-10"), broken("2026-01", "geldzorgen")]) {
      expect(whole).not.toMatchObject({ because: "theme-changed" });
    }
  });

  it("counts a wijk without any count as nothing, and judges all the same", () => {
    const rateOf: EffectFacts["rateOf"] = (_theme, area) => (area === "D" ? undefined : { cases: 20, active: 100 });
    expect(compare(facts({ rateOf })).judgement).toMatchObject({ outcome: "no-visible-effect" });
    expect(compare(facts({ rateOf: () => undefined })).judgement).toEqual({
      outcome: "too-early",
      because: "short-before",
    });
  });
});

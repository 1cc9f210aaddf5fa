import type { RuleChangeInEffect } from "@rode-draad/catalogue";
import { addWeeks, type WeekCount } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import type { KnownCauses } from "./explain-change.js";
import { findSignals } from "./find-signals.js";
import { tableOf } from "./week-table.js";

const NO_CAUSES = { seasonOf: () => undefined, ruleChangeOf: () => undefined };
const FIRST_WEEK = "2024-W01";
const AREAS = ["WK000001", "WK000002", "WK000003", "WK000004"];

/** Counts of every area and of the municipality, from a function of week and area. */
function countsOf(weeks: number, cases: (themeId: string, week: number, area: number) => number): WeekCount[] {
  const counts: WeekCount[] = [];
  for (let number = 0; number < weeks; number++) {
    const week = addWeeks(FIRST_WEEK, number);
    for (const themeId of ["huurtoeslag", "vervoer", "t-0001"]) {
      let all = 0;
      AREAS.forEach((areaCode, area) => {
        const count = cases(themeId, number, area);
        all += count;
        if (count > 0) counts.push({ themeId, week, areaCode, cases: count });
      });
      if (all > 0) counts.push({ themeId, week, cases: all });
    }
  }
  return counts;
}

const steady = (themeId: string, week: number, area: number): number =>
  themeId === "t-0001" ? 0 : 1 + ((week + area) % 2);

describe("findSignals", () => {
  it("says nothing about a steady municipality", () => {
    expect(findSignals(tableOf(countsOf(104, steady)), NO_CAUSES)).toEqual([]);
  });

  it("gives one signal for one rise, in the area that carries it", () => {
    const counts = countsOf(104, (theme, week, area) =>
      theme === "huurtoeslag" && area === 2 && week >= 80 && week < 88 ? 9 : steady(theme, week, area),
    );
    const signals = findSignals(tableOf(counts), NO_CAUSES);
    expect(signals.map(({ kind, themeId, areaCode }) => ({ kind, themeId, areaCode }))).toEqual([
      { kind: "rising", themeId: "huurtoeslag", areaCode: "WK000003" },
    ]);
  });

  it("gives one signal for the municipality when all areas rise", () => {
    const counts = countsOf(104, (theme, week, area) =>
      theme === "vervoer" && week >= 80 && week < 88 ? 7 : steady(theme, week, area),
    );
    const signals = findSignals(tableOf(counts), NO_CAUSES);
    expect(signals.map(({ kind, areaCode }) => ({ kind, areaCode }))).toEqual([
      { kind: "rising", areaCode: undefined },
    ]);
  });

  it("calls a theme new when it passes five cases for the first time, where it stands", () => {
    const counts = countsOf(104, (theme, week, area) =>
      theme === "t-0001" && area === 1 && week >= 60 && week < 66 ? 3 : steady(theme, week, area),
    );
    const signals = findSignals(tableOf(counts), NO_CAUSES);
    expect(signals).toMatchObject([
      { kind: "new", themeId: "t-0001", areaCode: "WK000002", week: addWeeks(FIRST_WEEK, 61) },
    ]);
  });

  it("calls a theme back after half a year away", () => {
    const counts = countsOf(104, (theme, week, area) =>
      theme === "vervoer" && area === 0 && week >= 50 && week < 85 ? 0 : steady(theme, week, area),
    );
    const kinds = findSignals(tableOf(counts), NO_CAUSES).map(({ kind, areaCode }) => `${kind} ${areaCode}`);
    expect(kinds).toContain("back WK000001");
  });

  it("explains a rise by a rule change before a season", () => {
    const counts = countsOf(104, (theme, week, area) =>
      theme === "huurtoeslag" && area === 2 && week >= 80 && week < 88 ? 9 : steady(theme, week, area),
    );
    const explain = (causes: KnownCauses) => findSignals(tableOf(counts), causes)[0]?.explanation;
    const seasonOf = () => ({ months: [7], note: "vakantie" });
    const change: RuleChangeInEffect["change"] = {
      themeId: "huurtoeslag",
      starts: { month: 7 },
      noticedMonths: { before: 0, after: 2 },
      note: "nieuwe grens",
      source: "bron",
      status: "in-force",
    };
    const ruleChangeOf = () => ({ change, startMonth: "2025-07" });
    expect(explain({ seasonOf, ruleChangeOf: () => undefined })).toEqual({ kind: "season", note: "vakantie" });
    expect(explain({ seasonOf, ruleChangeOf })).toEqual({
      kind: "rule-change",
      note: "nieuwe grens",
      month: "2025-07",
    });
    expect(explain(NO_CAUSES)).toEqual({ kind: "unexplained" });
  });

  it("keeps the ids when weeks are added, whatever the order of the counts", () => {
    const rise = (theme: string, week: number, area: number): number =>
      theme === "huurtoeslag" && area === 2 && week >= 80 && week < 88 ? 9 : steady(theme, week, area);
    const first = findSignals(tableOf(countsOf(90, rise)), NO_CAUSES);
    const later = findSignals(tableOf(countsOf(104, rise).reverse()), NO_CAUSES);
    expect(first.length).toBeGreaterThan(0);
    expect(later.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
  });
});

import { describe, expect, it } from "vitest";
import { sampleMonth } from "../test/sample-month.js";
import { composeScopeReport, releaseMonth, reportScopes } from "./compose-month.js";
import { runReports } from "./run-reports.js";
import type { ThemeReport } from "./theme-report.js";

const facts = sampleMonth();
const released = releaseMonth(facts);
const sterrenwijk = { kind: "area", code: "WK012301", name: "Sterrenwijk" } as const;

describe("composeScopeReport", () => {
  it("writes for the municipality, each team and each wijk, and for no crossing of the two", () => {
    expect(reportScopes(facts).map(({ kind, name }) => `${kind}: ${name}`)).toEqual([
      "municipality: Voorbeeldstad",
      "team: Wijkteam Oost",
      "team: Wijkteam West",
      "area: Sterrenwijk",
      "area: Bloemenwijk",
    ]);
  });

  it("takes the numbers of its own scope", () => {
    const bands = (report: ThemeReport) => new Map(report.published.map(({ themeId, now }) => [themeId, now]));
    expect(bands(composeScopeReport(facts, released, sterrenwijk)).get("huurtoeslag")).toBe("25 tot 49");
    const everything = { kind: "municipality", name: "Voorbeeldstad" } as const;
    expect(bands(composeScopeReport(facts, released, everything)).get("huurtoeslag")).toBe("50 of meer");
  });

  it("gives a team the proposals behind which it stands, and no other", () => {
    const [, east, west] = reportScopes(facts);
    if (east === undefined || west === undefined) throw new Error("the sample has no teams");
    expect(composeScopeReport(facts, released, east).sections.proposals.cards).not.toHaveLength(0);
    expect(composeScopeReport(facts, released, west).sections.proposals.cards).toHaveLength(0);
  });

  it("tells the themes that go together, and not those whose households are too few", () => {
    const knots = composeScopeReport(facts, released, sterrenwijk).knots ?? [];
    expect(knots.map(({ themes }) => themes.map(({ id }) => id))).toEqual([["huurtoeslag", "geldzorgen"]]);
    expect(released.record.knots?.shown).toEqual([["geldzorgen", "huurtoeslag"]]);
  });

  it("holds none of the exact counts", () => {
    const report = JSON.stringify(composeScopeReport(facts, released, sterrenwijk));
    expect(report).not.toMatch(/"(cases|professionals|denominator|expected|anchorCases)"/);
  });

  it("keeps the bands of a window that was released before, whatever came in since", () => {
    const more = facts.counts.map((cell) => ({ ...cell, cases: cell.cases + 40 }));
    const again = releaseMonth({ ...facts, counts: more, previousRelease: released.record });
    expect(composeScopeReport(facts, again, sterrenwijk).published).toEqual(
      composeScopeReport(facts, released, sterrenwijk).published,
    );
  });
});

describe("runReports", () => {
  it("writes each month it is asked for, once for every audience, with one line for the ledger", async () => {
    const saved: { month: string; reports: readonly ThemeReport[]; cells: number }[] = [];
    const run = await runReports(
      { municipalityId: "voorbeeldstad" },
      {
        listMonthsToReport: async () => ["2026-09", "2026-10"],
        readMonthFacts: async (_municipalityId, month) => ({ ...facts, month }),
        saveReports: async (_municipalityId, month, reports, release) => {
          saved.push({ month, reports, cells: release.cells.length });
        },
      },
    );
    expect(run).toEqual({ months: ["2026-09", "2026-10"], reports: 10 });
    expect(saved.map(({ month, reports }) => [month, reports.length])).toEqual([
      ["2026-09", 5],
      ["2026-10", 5],
    ]);
    expect(saved[0]?.cells).toBeGreaterThan(0);
  });
});

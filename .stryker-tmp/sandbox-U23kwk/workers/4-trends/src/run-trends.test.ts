import { addWeeks, type Signal, type WeekCount } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { type CaseRequest, runTrends, type TrendTools } from "./run-trends.js";

type Stale = { readonly month: string; readonly mark: number };

/** The stage's tools over plain arrays, with a log of what was called. */
function toolsOver(counts: readonly WeekCount[], stale: readonly Stale[], casesOf: (request: CaseRequest) => number) {
  const log: string[] = [];
  const saved: { months: readonly string[]; signals: readonly Signal[] }[] = [];
  const tools: TrendTools<Stale> = {
    causes: { seasonOf: () => undefined, ruleChangeOf: () => undefined },
    listStaleMonths: async () => stale,
    clearStaleMonths: async (_, cleared) => void log.push(`clear ${cleared.map(({ mark }) => mark).join()}`),
    recount: async (_, months) => void log.push(`recount ${months.join()}`),
    readWeekCounts: async () => counts,
    countCasesInWeeks: async (_, requests) => requests.map(casesOf),
    replaceSignals: async (_, months, signals) => {
      log.push("replace");
      saved.push({ months, signals });
    },
  };
  return { tools, log, saved };
}

const counts: WeekCount[] = Array.from({ length: 100 }, (_, number) => ({
  themeId: "huurtoeslag",
  week: addWeeks("2024-W01", number),
  cases: number >= 90 && number < 96 ? 8 : 2,
})).flatMap((count) => [count, { ...count, themeId: "vervoer", cases: 30 }]);

describe("runTrends", () => {
  it("recounts, raises signals from the first changed month on, and clears the markings last", async () => {
    const { tools, log, saved } = toolsOver(counts, [{ month: "2025-09", mark: 4 }], () => 11);
    const run = await runTrends({ municipalityId: "voorbeeldstad" }, tools);
    expect(run).toEqual({ months: 1, signals: 1 });
    expect(log).toEqual(["recount 2025-09", "replace", "clear 4"]);
    expect(saved[0]?.months).toEqual(["2025-09", "2025-10", "2025-11"]);
    expect(saved[0]?.signals).toMatchObject([{ themeId: "huurtoeslag", kind: "rising", cases: 11 }]);
  });

  it("raises nothing on five visits of two cases", async () => {
    const { tools, saved } = toolsOver(counts, [{ month: "2025-09", mark: 4 }], () => 2);
    await runTrends({ municipalityId: "voorbeeldstad" }, tools);
    expect(saved[0]?.signals).toEqual([]);
  });

  it("does nothing when no month changed", async () => {
    const { tools, log } = toolsOver(counts, [], () => 9);
    expect(await runTrends({ municipalityId: "voorbeeldstad" }, tools)).toEqual({ months: 0, signals: 0 });
    expect(log).toEqual([]);
  });
});

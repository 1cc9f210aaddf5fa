import { addWeeks, type Month, type SeriesAlarm, type Signal, type WeekCount, type WeekSpan } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { type CaseRequest, runTrends, type TrendTools } from "./run-trends.js";
import { monthOfWeek } from "./week-table.js";

type Stale = { readonly month: string; readonly mark: number };

/** The stage's tools over plain arrays, with a log of what was called. */
function toolsOver(counts: readonly WeekCount[], stale: readonly Stale[], casesOf: (request: CaseRequest) => number) {
  const log: string[] = [];
  const saved: { months: readonly string[]; signals: readonly Signal[] }[] = [];
  const kept: { alarms: SeriesAlarm[]; watched: WeekSpan | undefined; signals: Signal[] } = {
    alarms: [],
    watched: undefined,
    signals: [],
  };
  const tools: TrendTools<Stale> = {
    causes: { seasonOf: () => undefined, ruleChangeOf: () => undefined },
    listStaleMonths: async () => stale,
    clearStaleMonths: async (_, cleared) => void log.push(`clear ${cleared.map(({ mark }) => mark).join()}`),
    recount: async (_, months) => void log.push(`recount ${months.join()}`),
    readWatchedWeeks: async () => kept.watched,
    readWeekCounts: async (_, from) => counts.filter(({ week }) => week >= from),
    readAlarms: async (_, from, until) => kept.alarms.filter(({ week }) => week >= from && week < until),
    replaceAlarms: async (_, from, alarms, watched) => {
      kept.alarms = [...kept.alarms.filter(({ week }) => week < from), ...alarms];
      kept.watched = watched;
    },
    countCasesInWeeks: async (_, requests) => requests.map(casesOf),
    replaceSignals: async (_, months, signals) => {
      log.push("replace");
      saved.push({ months, signals });
      kept.signals = [...kept.signals.filter(({ week }) => !months.includes(monthOfWeek(week))), ...signals];
    },
  };
  return { tools, log, saved, kept };
}

const counts: WeekCount[] = Array.from({ length: 100 }, (_, number) => ({
  themeId: "huurtoeslag",
  week: addWeeks("2024-W01", number),
  cases: number >= 90 && number < 96 ? 8 : 2,
})).flatMap((count) => [count, { ...count, themeId: "vervoer", cases: 30 }]);

/** Seven years of four themes in three areas, with rises, falls, a wave of the year, silence of everything and a theme that was away. */
function sevenYears(): WeekCount[] {
  const random = seeded(7);
  const rising = (week: number, area: number): number => (week % 83 < 7 && area === week % 3 ? 9 : 0);
  return Array.from({ length: 364 }, (_, number) =>
    ["a", "b", "c", "d"].flatMap((themeId, theme): WeekCount[] => {
      const week = addWeeks("2020-W01", number);
      const wave = 1 + 0.6 * Math.sin((2 * Math.PI * number) / 52);
      const isSilent = number >= 200 && number < 203;
      const isAway = theme === 3 && (number < 90 || (number > 150 && number < 190));
      const areas = ["WK000001", "WK000002", "WK000003"].map((areaCode, area) => {
        const usual = Math.floor(random() * (theme + 1) * 4 * wave) * (theme === 2 && number > 240 ? 0.2 : 1);
        const cases = isSilent || isAway ? 0 : Math.round(usual) + (theme === 1 ? rising(number, area) : 0);
        return { themeId, week, areaCode, cases };
      });
      const all = { themeId, week, cases: areas.reduce((sum, { cases }) => sum + cases, 0) };
      return [all, ...areas].filter(({ cases }) => cases > 0);
    }),
  ).flat();
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

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

  it("finds the same month by month as at once, and reads no more for a month after many years", async () => {
    const history = sevenYears();
    const monthOf = new Map(history.map(({ week }) => [week, monthOfWeek(week)]));
    const months = [...new Set(monthOf.values())].sort();
    const atOnce = toolsOver(history, stale(months), () => 9);
    await runTrends({ municipalityId: "voorbeeldstad" }, atOnce.tools);

    const { kept, tools } = toolsOver([], [], () => 9);
    let read = 0;
    for (const month of months) {
      const soFar = history.filter(({ week }) => (monthOf.get(week) as Month) <= month);
      await runTrends(
        { municipalityId: "voorbeeldstad" },
        {
          ...tools,
          listStaleMonths: async () => stale([month]),
          readWeekCounts: async (_, from) => {
            const counts = soFar.filter(({ week }) => week >= from);
            read = new Set(counts.map(({ week }) => week)).size;
            return counts;
          },
        },
      );
    }
    expect(kept.alarms.length).toBeGreaterThan(50);
    expect(sorted(kept.alarms)).toEqual(sorted(atOnce.kept.alarms));
    expect(new Set(kept.signals.map(({ kind }) => kind))).toEqual(new Set(["rising", "falling", "new", "back"]));
    expect(kept.watched).toEqual(atOnce.kept.watched);
    expect(read).toBeLessThan(290);
  });

  it("watches all weeks from a changed month on anew", async () => {
    const history = sevenYears();
    const { tools, kept } = toolsOver(history, stale(["2020-01"]), () => 9);
    await runTrends({ municipalityId: "voorbeeldstad" }, tools);
    const { alarms, signals, watched } = structuredClone(kept);
    await runTrends({ municipalityId: "voorbeeldstad" }, { ...tools, listStaleMonths: async () => stale(["2023-05"]) });
    expect(sorted(kept.alarms)).toEqual(sorted(alarms));
    expect(sorted(kept.signals)).toEqual(sorted(signals));
    expect(kept.watched).toEqual(watched);
  });

  it("does nothing when no month changed", async () => {
    const { tools, log } = toolsOver(counts, [], () => 9);
    expect(await runTrends({ municipalityId: "voorbeeldstad" }, tools)).toEqual({ months: 0, signals: 0 });
    expect(log).toEqual([]);
  });
});

function stale(months: readonly Month[]): Stale[] {
  return months.map((month, mark) => ({ month, mark }));
}

function sorted<Row extends SeriesAlarm | Signal>(rows: readonly Row[]): Row[] {
  const key = ({ week, themeId, areaCode = "", kind }: Row): string => [week, themeId, areaCode, kind].join(" ");
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

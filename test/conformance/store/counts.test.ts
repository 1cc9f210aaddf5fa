import type { SafeNote, Scope, SeriesAlarm, Signal } from "@rode-draad/domain";
import {
  clearStaleMonths,
  countCases,
  countProfessionals,
  listSignals,
  listStaleMonths,
  readMonthCounts,
  readSeriesAlarms,
  readWatchedWeeks,
  readWeekCounts,
  readWindowCounts,
  recountMonths,
  recountWeeks,
  removeNotes,
  replaceSeriesAlarms,
  replaceSignals,
  saveAssignments,
  saveNotes,
  type ThemedSegment,
} from "@rode-draad/store";
import { describe, expect, it } from "vitest";
import { makeNote } from "./make-note.js";
import { LATER, NOW, onEachEngine } from "./on-each-engine.js";
import { known, theme, unassigned } from "./theme-notes.js";

onEachEngine((town) => {
  describe("counts", () => {
    const all = { fromMonth: "2026-01", toMonth: "2026-12" } as const;

    it("count a case once per theme and month in every scope, as a naive count does", async () => {
      const notes = Array.from({ length: 120 }, (_, number) =>
        makeNote(`n${String(number).padStart(3, "0")}`, {
          caseId: `case-${(number * 7) % 40}`,
          professionalId: `p${number % 5}`,
          areaCode: `WK00000${number % 3}`,
          teamCode: `T${number % 2}`,
          date: `2026-0${1 + (number % 4)}-1${number % 9}`,
        }),
      );
      const themeOf = (note: SafeNote) => `theme-${Number(note.id.slice(1)) % 4}`;
      await theme(town, notes, (note) => known(themeOf(note)));
      await recountMonths(town.db, town.id, ["2026-01", "2026-02", "2026-03", "2026-04"], ["theme-3"]);
      const naive = new Map<string, { cases: Set<string>; professionals: Set<string> }>();
      for (const note of notes) {
        if (themeOf(note) === "theme-3") continue;
        for (const area of ["", note.areaCode]) {
          for (const team of ["", note.teamCode]) {
            const key = [themeOf(note), note.date.slice(0, 7), area, team].join("|");
            const cell = naive.get(key) ?? { cases: new Set(), professionals: new Set() };
            cell.cases.add(note.caseId);
            cell.professionals.add(note.professionalId ?? "");
            naive.set(key, cell);
          }
        }
      }
      const counts = await readMonthCounts(town.db, town.id, all);
      const counted = counts.map(
        (count) =>
          `${count.themeId}|${count.month}|${count.areaCode ?? ""}|${count.teamCode ?? ""} ${count.cases} ${count.professionals}`,
      );
      const expected = [...naive].map(([key, cell]) => `${key} ${cell.cases.size} ${cell.professionals.size}`);
      expect(counted.sort()).toEqual(expected.sort());
    });

    it("leave out what is set aside, context, the safety route and what is never collective", async () => {
      await saveNotes(town.db, town.id, "i1", [makeNote("n1")], NOW);
      const segments: ThemedSegment[] = [
        { start: 0, end: 1, kind: "help-question", setAside: "past", assignment: known("a") },
        { start: 1, end: 2, kind: "context", assignment: known("b") },
        { start: 2, end: 3, kind: "help-question", assignment: { themeId: "c", confidence: 1, route: "safety" } },
        { start: 3, end: 4, kind: "help-question", assignment: known("never") },
        { start: 4, end: 5, kind: "help-question", assignment: unassigned },
        { start: 5, end: 6, kind: "help-question", assignment: known("counts") },
      ];
      await saveAssignments(town.db, town.id, [{ noteId: "n1", version: 1, segments }], NOW);
      await recountMonths(town.db, town.id, ["2026-03"], ["never"]);
      await recountWeeks(town.db, town.id, ["2026-03"], ["never"]);
      const months = await readMonthCounts(town.db, town.id, all);
      expect(new Set(months.map((count) => count.themeId))).toEqual(new Set(["counts"]));
      const weeks = await readWeekCounts(town.db, town.id, {
        fromWeek: "2026-W01",
        toWeek: "2026-W53",
        scopes: ["all"],
      });
      expect(weeks).toEqual([{ themeId: "counts", week: "2026-W11", cases: 1 }]);
      expect(await countCases(town.db, town.id, { ...all, neverThemeIds: ["never"], themeIds: ["never"] })).toBe(0);
    });

    it("lose the cells that emptied", async () => {
      await theme(town, [makeNote("n1"), makeNote("n2", { date: "2026-03-30" })], () => known("huurtoeslag"));
      await recountMonths(town.db, town.id, ["2026-03"], []);
      await recountWeeks(town.db, town.id, ["2026-03"], []);
      await removeNotes(town.db, town.id, ["n2"], LATER);
      await recountMonths(town.db, town.id, ["2026-03"], []);
      await recountWeeks(town.db, town.id, ["2026-03"], []);
      const filter = { fromWeek: "2026-W01", toWeek: "2026-W53", scopes: ["all"] } as const;
      expect(await readWeekCounts(town.db, town.id, filter)).toEqual([
        { themeId: "huurtoeslag", week: "2026-W11", cases: 1 },
      ]);
      await removeNotes(town.db, town.id, ["n1"], LATER);
      await recountMonths(town.db, town.id, ["2026-03"], []);
      expect(await readMonthCounts(town.db, town.id, all)).toEqual([]);
    });

    it("over a window count a case once across its months", async () => {
      await theme(
        town,
        [
          makeNote("n1", { caseId: "x", date: "2026-02-03" }),
          makeNote("n2", { caseId: "x", date: "2026-03-04", professionalId: "professional-2" }),
          makeNote("n3", { caseId: "y", areaCode: "WK000002" }),
        ],
        (note) => known(note.id === "n3" ? "geldzorgen" : "huurtoeslag"),
      );
      const window = { fromMonth: "2026-02", toMonth: "2026-03", neverThemeIds: [] } as const;
      const counts = await readWindowCounts(town.db, town.id, { ...window, scopes: ["all"] });
      expect(counts).toEqual([
        { themeId: "geldzorgen", cases: 1, professionals: 1, firstDate: "2026-03-10", lastDate: "2026-03-10" },
        { themeId: "huurtoeslag", cases: 1, professionals: 2, firstDate: "2026-02-03", lastDate: "2026-03-04" },
      ]);
      const byArea = await readWindowCounts(town.db, town.id, { ...window, scopes: ["area"], areaCode: "WK000002" });
      expect(byArea).toMatchObject([{ themeId: "geldzorgen", areaCode: "WK000002", cases: 1 }]);
      expect(await countCases(town.db, town.id, window)).toBe(2);
      expect(
        await countCases(town.db, town.id, { ...window, themeIds: ["huurtoeslag", "geldzorgen"], teamCode: "T1" }),
      ).toBe(2);
      expect(await countProfessionals(town.db, town.id, window)).toBe(2);
    });

    it("stay marked when a month changes between listing and clearing", async () => {
      await theme(town, [makeNote("n1")], () => known("huurtoeslag"));
      const listed = await listStaleMonths(town.db, town.id);
      await theme(town, [makeNote("n2")], () => known("huurtoeslag"));
      await clearStaleMonths(town.db, town.id, listed);
      const left = await listStaleMonths(town.db, town.id);
      expect(left.map((stale) => stale.month)).toEqual(["2026-03"]);
      await clearStaleMonths(town.db, town.id, left);
      expect(await listStaleMonths(town.db, town.id)).toEqual([]);
    });
  });

  it("signals of a month are replaced, those of other months stay", async () => {
    const signal = (id: string, week: string): Signal => ({
      id,
      themeId: "huurtoeslag",
      kind: "rising",
      week,
      areaCode: "WK000001",
      cases: 9,
      expected: 3.5,
      explanation: { kind: "unexplained" },
    });
    await replaceSignals(
      town.db,
      town.id,
      ["2026-03"],
      [signal("s1", "2026-W10"), signal("s2", "2026-W11"), signal("s3", "2026-W15")],
    );
    await replaceSignals(town.db, town.id, ["2026-03"], [signal("s2", "2026-W11")]);
    expect(await listSignals(town.db, town.id)).toEqual([signal("s3", "2026-W15"), signal("s2", "2026-W11")]);
    expect(await listSignals(town.db, town.id, { toMonth: "2026-03", themeIds: ["huurtoeslag"] })).toHaveLength(1);
  });

  it("alarms are replaced from a week on, with the weeks that were watched", async () => {
    const alarm = (themeId: string, week: string, scope: Scope = {}): SeriesAlarm => ({
      themeId,
      week,
      ...scope,
      kind: "rising",
      weeks: 3,
      probability: 1.25e-33,
      excess: 10 / 3,
    });
    expect(await readWatchedWeeks(town.db, town.id)).toBeUndefined();
    const first = [
      alarm("huurtoeslag", "2026-W10"),
      alarm("huurtoeslag", "2026-W11", { areaCode: "WK000001" }),
      alarm("vervoer", "2026-W12", { teamCode: "T1" }),
    ];
    await replaceSeriesAlarms(town.db, town.id, "2026-W10", first, { first: "2026-W01", last: "2026-W12" });
    expect(await readSeriesAlarms(town.db, town.id, "2026-W10", "2026-W12")).toEqual(first.slice(0, 2));
    const later = [alarm("vervoer", "2026-W11"), alarm("vervoer", "2026-W13")];
    await replaceSeriesAlarms(town.db, town.id, "2026-W11", later, { first: "2026-W01", last: "2026-W13" });
    expect(await readSeriesAlarms(town.db, town.id, "2026-W01", "2026-W53")).toEqual([
      alarm("huurtoeslag", "2026-W10"),
      ...later,
    ]);
    expect(await readWatchedWeeks(town.db, town.id)).toEqual({ first: "2026-W01", last: "2026-W13" });
    await replaceSeriesAlarms(town.db, town.id, "2026-W01", [], undefined);
    expect(await readWatchedWeeks(town.db, town.id)).toBeUndefined();
  });
});

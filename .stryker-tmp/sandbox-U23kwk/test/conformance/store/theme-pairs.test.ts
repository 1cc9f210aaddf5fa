import type { SafeNote } from "@rode-draad/domain";
import { readThemePairs, saveAssignments, saveNotes, type ThemedSegment } from "@rode-draad/store";
import { describe, expect, it } from "vitest";
import { makeNote } from "./make-note.js";
import { NOW, onEachEngine } from "./on-each-engine.js";
import { known, theme } from "./theme-notes.js";

onEachEngine((town) => {
  describe("theme pairs", () => {
    const window = { fromMonth: "2026-01", toMonth: "2026-03", neverThemeIds: ["never"] } as const;

    it("count a case once for each two themes that it holds, as a naive count does", async () => {
      const notes = Array.from({ length: 150 }, (_, number) =>
        makeNote(`n${String(number).padStart(3, "0")}`, {
          caseId: `case-${(number * 7) % 44}`,
          professionalId: `p${number % 4}`,
          date: `2026-0${1 + (number % 4)}-1${number % 9}`,
        }),
      );
      const themeOf = (note: SafeNote): string => ["a", "b", "c", "d", "never"][Number(note.id.slice(1)) % 5] ?? "a";
      await theme(town, notes, (note) => known(themeOf(note)));
      const naive = new Map<string, { cases: Set<string>; professionals: Set<string> }>();
      const inWindow = notes.filter((note) => note.date < "2026-04" && themeOf(note) !== "never");
      for (const one of inWindow) {
        for (const other of inWindow) {
          if (one.caseId !== other.caseId || themeOf(one) >= themeOf(other)) continue;
          const key = `${themeOf(one)} ${themeOf(other)}`;
          const pair = naive.get(key) ?? { cases: new Set(), professionals: new Set() };
          pair.cases.add(one.caseId);
          pair.professionals.add(one.professionalId ?? "").add(other.professionalId ?? "");
          naive.set(key, pair);
        }
      }
      expect(naive.size).toBeGreaterThan(3);
      const pairs = await readThemePairs(town.db, town.id, window);
      expect(pairs.map(({ themeIds, cases, professionals }) => [themeIds.join(" "), cases, professionals])).toEqual(
        [...naive].sort().map(([key, pair]) => [key, pair.cases.size, pair.professionals.size]),
      );
    });

    it("leave out what is set aside, the safety route and what is never collective", async () => {
      await saveNotes(town.db, town.id, "i1", [makeNote("n1")], NOW);
      const segments: ThemedSegment[] = [
        { start: 0, end: 1, kind: "help-question", assignment: known("a") },
        { start: 1, end: 2, kind: "help-question", setAside: "past", assignment: known("b") },
        { start: 2, end: 3, kind: "help-question", assignment: { themeId: "c", confidence: 1, route: "safety" } },
        { start: 3, end: 4, kind: "help-question", assignment: known("never") },
        { start: 4, end: 5, kind: "help-question", assignment: known("d") },
      ];
      await saveAssignments(town.db, town.id, [{ noteId: "n1", version: 1, segments }], NOW);
      expect(await readThemePairs(town.db, town.id, window)).toEqual([
        { themeIds: ["a", "d"], cases: 1, professionals: 1 },
      ]);
    });
  });
});

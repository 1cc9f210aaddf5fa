import type { ThemeReasons } from "@rode-draad/domain";
import {
  readThemeQuestions,
  readThemeReasons,
  replaceThemeReasons,
  saveAssignments,
  saveNotes,
  type ThemedSegment,
} from "@rode-draad/store";
import { describe, expect, it } from "vitest";
import { makeNote } from "./make-note.js";
import { NOW, onEachEngine } from "./on-each-engine.js";
import { known, theme } from "./theme-notes.js";

onEachEngine((town) => {
  describe("theme reasons", () => {
    const reasons = (themeId: string): ThemeReasons => ({ themeId, words: ["huur"], typical: [], doubtful: [] });

    it("are replaced as a whole", async () => {
      await replaceThemeReasons(town.db, town.id, ["a", "b"].map(reasons));
      await replaceThemeReasons(town.db, town.id, ["b", "c"].map(reasons));
      expect(await readThemeReasons(town.db, town.id, "a")).toBeUndefined();
      expect(await readThemeReasons(town.db, town.id, "c")).toEqual(reasons("c"));
      await replaceThemeReasons(town.db, town.id, []);
      expect(await readThemeReasons(town.db, town.id, "c")).toBeUndefined();
    });

    it("are made of the latest questions of each theme in the window, with their own words", async () => {
      const notes = ["2026-01-05", "2026-02-05", "2026-03-05", "2026-04-05"].map((date, at) =>
        makeNote(`n${at}`, { date }),
      );
      await theme(town, notes, () => known("huurtoeslag"));
      const window = { fromMonth: "2026-01", toMonth: "2026-03", neverThemeIds: [], perTheme: 3 } as const;
      const questions = await readThemeQuestions(town.db, town.id, window);
      expect(questions).toEqual([
        { themeId: "huurtoeslag", caseId: "case-n2", text: "Vraag van n2." },
        { themeId: "huurtoeslag", caseId: "case-n2", text: "En nog een vraag." },
        { themeId: "huurtoeslag", caseId: "case-n1", text: "Vraag van n1." },
      ]);
    });

    it("are never made of the safety route, of what is set aside or of what is never collective", async () => {
      await saveNotes(town.db, town.id, "i1", [makeNote("n1")], NOW);
      const segments: ThemedSegment[] = [
        { start: 0, end: 1, kind: "help-question", setAside: "past", assignment: known("a") },
        { start: 1, end: 2, kind: "help-question", assignment: { themeId: "b", confidence: 1, route: "safety" } },
        { start: 2, end: 3, kind: "help-question", assignment: known("never") },
      ];
      await saveAssignments(town.db, town.id, [{ noteId: "n1", version: 1, segments }], NOW);
      const window = { fromMonth: "2026-01", toMonth: "2026-12", neverThemeIds: ["never"], perTheme: 9 } as const;
      expect(await readThemeQuestions(town.db, town.id, window)).toEqual([]);
    });
  });
});

import type { SafeNote, SegmentKind } from "@rode-draad/domain";
import { readUnreadableTotals, saveAssignments, saveNotes, type ThemedSegment } from "@rode-draad/store";
import { describe, expect, it } from "vitest";
import { makeNote } from "./make-note.js";
import { NOW, onEachEngine } from "./on-each-engine.js";
import { known } from "./theme-notes.js";

onEachEngine((town) => {
  describe("what could not be read", () => {
    const window = { fromMonth: "2026-01", toMonth: "2026-03" } as const;

    async function save(
      notes: readonly (Partial<SafeNote> & { readonly id: string; readonly kinds: SegmentKind[] })[],
    ) {
      const made = notes.map(({ id, kinds: _, ...change }) => makeNote(id, change));
      await saveNotes(town.db, town.id, "i1", made, NOW);
      const themed = notes.map(({ id, kinds }) => ({
        noteId: id,
        version: 1,
        segments: kinds.map(
          (kind, at): ThemedSegment => ({
            start: at,
            end: at + 1,
            kind,
            ...(kind === "help-question" && { assignment: known("a") }),
          }),
        ),
      }));
      await saveAssignments(town.db, town.id, themed, NOW);
    }

    it("is counted by case, for the municipality, each area and each team", async () => {
      await save([
        { id: "n1", caseId: "c1", kinds: ["other-language"] },
        { id: "n2", caseId: "c1", professionalId: "p2", kinds: ["administration", "no-words"] },
        { id: "n3", caseId: "c2", areaCode: "WK000002", kinds: ["no-words"] },
      ]);
      expect(await readUnreadableTotals(town.db, town.id, window)).toEqual([
        { cases: 2, professionals: 2 },
        { cases: 2, professionals: 2, teamCode: "T1" },
        { cases: 1, professionals: 2, areaCode: "WK000001" },
        { cases: 1, professionals: 1, areaCode: "WK000002" },
      ]);
    });

    it("leaves out notes with something readable, administration only, a safety flag, or another month", async () => {
      await save([
        { id: "n1", kinds: ["other-language", "context"] },
        { id: "n2", kinds: ["help-question", "no-words"] },
        { id: "n3", kinds: ["administration"] },
        { id: "n4", safetyFlag: true, kinds: ["other-language"] },
        { id: "n5", date: "2026-04-01", kinds: ["other-language"] },
      ]);
      expect(await readUnreadableTotals(town.db, town.id, window)).toEqual([]);
    });
  });
});

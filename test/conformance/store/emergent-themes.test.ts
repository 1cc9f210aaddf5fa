import {
  clearStaleMonths,
  listEmergentThemes,
  listStaleMonths,
  readEmergentState,
  readMonthCounts,
  readUnassignedQuestions,
  recountMonths,
  saveEmergentAssignments,
  saveNotes,
  upsertEmergentThemes,
  writeEmergentState,
} from "@rode-draad/store";
import { describe, expect, it } from "vitest";
import { makeNote } from "./make-note.js";
import { LATER, NOW, onEachEngine } from "./on-each-engine.js";
import { theme, unassigned } from "./theme-notes.js";

onEachEngine((town) => {
  describe("emergent themes", () => {
    const found = { id: "t-0001", terms: ["lift"], label: "lift", firstWeek: "2026-W10", cases: 3 };

    it("are given once; a replaced note's question is left alone", async () => {
      await theme(town, [makeNote("n1"), makeNote("n2")], () => unassigned);
      const given = (await readUnassignedQuestions(town.db, town.id, { limit: 10 })).map((question) => ({
        questionId: question.id,
        noteVersion: question.noteVersion,
        themeId: "t-0001",
        confidence: 0.7,
      }));
      await saveNotes(town.db, town.id, "i2", [makeNote("n2", { contentHash: "new" })], LATER);
      expect(await saveEmergentAssignments(town.db, town.id, given, LATER)).toBe(2);
      expect(await readUnassignedQuestions(town.db, town.id, { limit: 10 })).toEqual([]);
    });

    it("keep a memory that two runs cannot both write", async () => {
      expect(await readEmergentState(town.db, town.id)).toBeUndefined();
      const state = new Uint8Array([0, 1, 2, 255]);
      await writeEmergentState(town.db, town.id, { expectedVersion: 0, state });
      const read = await readEmergentState(town.db, town.id);
      expect(read?.version).toBe(1);
      expect([...(read?.state ?? [])]).toEqual([0, 1, 2, 255]);
      await expect(writeEmergentState(town.db, town.id, { expectedVersion: 0, state })).rejects.toThrow(/sneller/);
      await writeEmergentState(town.db, town.id, { expectedVersion: 1, state });
      const race = await Promise.allSettled(
        [1, 2, 3].map(() => writeEmergentState(town.db, town.id, { expectedVersion: 2, state })),
      );
      expect(race.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    });

    it("that merge count as the one they went into", async () => {
      await theme(town, [makeNote("n1"), makeNote("n2", { caseId: "case-n1" }), makeNote("n3")], () => unassigned);
      const questions = await readUnassignedQuestions(town.db, town.id, { limit: 10 });
      await saveEmergentAssignments(
        town.db,
        town.id,
        questions.map((question) => ({
          questionId: question.id,
          noteVersion: 1,
          themeId: question.noteId === "n1" ? "t-0001" : "t-0002",
          confidence: 1,
        })),
        NOW,
      );
      await upsertEmergentThemes(town.db, town.id, [found, { ...found, id: "t-0002" }], NOW);
      await clearStaleMonths(town.db, town.id, await listStaleMonths(town.db, town.id));
      await upsertEmergentThemes(town.db, town.id, [{ ...found, id: "t-0002", mergedInto: "t-0001" }], LATER);
      const months = (await listStaleMonths(town.db, town.id)).map((stale) => stale.month);
      expect(months).toEqual(["2026-03"]);
      await recountMonths(town.db, town.id, months, []);
      const counts = await readMonthCounts(town.db, town.id, {
        fromMonth: "2026-03",
        toMonth: "2026-03",
        scopes: ["all"],
      });
      expect(counts).toEqual([{ themeId: "t-0001", month: "2026-03", cases: 2, professionals: 1 }]);
      expect((await listEmergentThemes(town.db, town.id))[1]).toMatchObject({ id: "t-0002", mergedInto: "t-0001" });
    });
  });
});

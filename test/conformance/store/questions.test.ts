import { markSafe } from "@rode-draad/domain";
import {
  readNotes,
  readQuestionsOfNotes,
  readUnassignedQuestions,
  saveAssignments,
  saveNotes,
  saveSegments,
} from "@rode-draad/store";
import { describe, expect, it } from "vitest";
import { cutNote, makeNote } from "./make-note.js";
import { LATER, NOW, onEachEngine } from "./on-each-engine.js";
import { known, theme, unassigned } from "./theme-notes.js";

onEachEngine((town) => {
  describe("questions", () => {
    it("are read with the text they were cut from, in order", async () => {
      const note = makeNote("n1");
      await saveNotes(town.db, town.id, "i1", [note, makeNote("n2")], NOW);
      const segments = [
        { start: 0, end: 12, kind: "help-question" },
        { start: 13, end: 20, kind: "context" },
        { start: 21, end: 30, kind: "help-question", setAside: "negated" },
      ] as const;
      expect(await saveSegments(town.db, town.id, [{ noteId: "n1", version: 1, segments }], NOW)).toEqual(["n1"]);
      const read = await readQuestionsOfNotes(town.db, town.id, ["n1", "n2"]);
      expect(read).toEqual([
        {
          noteId: "n1",
          version: 1,
          state: "cut",
          date: note.date,
          safetyFlag: false,
          text: note.text,
          segments: segments.map((segment, ordinal) => ({ ...segment, questionId: `n1.${ordinal}` })),
        },
      ]);
    });

    it("of a note that was replaced meanwhile are not written", async () => {
      const note = makeNote("n1");
      await saveNotes(town.db, town.id, "i1", [note], NOW);
      await saveNotes(town.db, town.id, "i2", [makeNote("n1", { contentHash: "new" })], LATER);
      const cut = { noteId: "n1", version: 1, segments: cutNote(note) };
      expect(await saveSegments(town.db, town.id, [cut], LATER)).toEqual([]);
      expect(await saveAssignments(town.db, town.id, [cut], LATER)).toEqual([]);
      expect((await readNotes(town.db, town.id, ["n1"]))[0]?.state).toBe("received");
    });

    it("written twice stand there once", async () => {
      const notes = [makeNote("n1"), makeNote("n2")];
      await theme(town, notes, () => known("huurtoeslag"));
      await theme(town, notes, () => known("huurtoeslag"));
      const [note] = await readQuestionsOfNotes(town.db, town.id, ["n1"]);
      expect(note?.segments).toHaveLength(2);
      expect(note?.state).toBe("themed");
    });

    it("that are unknown come by date and id, page by page, with exactly their own text", async () => {
      const text = markSafe("👩‍👧 Eerst iets. Dan dit.");
      await theme(
        town,
        [makeNote("b", { text }), makeNote("a", { date: "2026-03-12" }), makeNote("c", { date: "2026-03-01" })],
        () => unassigned,
      );
      const all = await readUnassignedQuestions(town.db, town.id, { notes: 100 });
      expect(all.map((question) => question.id)).toEqual(["c.0", "c.1", "b.0", "b.1", "a.0", "a.1"]);
      expect(all[2]).toMatchObject({ text: "👩‍👧 Eerst iets.", week: "2026-W11", caseId: "case-b", noteVersion: 1 });
      const [, first, , second] = all;
      const page = await readUnassignedQuestions(town.db, town.id, { notes: 1, ...(first && { after: first }) });
      expect(page).toEqual(all.slice(2, 4));
      const last = await readUnassignedQuestions(town.db, town.id, { notes: 1, ...(second && { after: second }) });
      expect(last).toEqual(all.slice(4));
    });

    it("that are unknown are found behind notes without any, and none at all ends the reading", async () => {
      await theme(town, [makeNote("a", { date: "2026-03-01" })], () => known("huurtoeslag"));
      await theme(town, [makeNote("b", { date: "2026-03-02" })], () => unassigned);
      const page = await readUnassignedQuestions(town.db, town.id, { notes: 1 });
      expect(page.map((question) => question.id)).toEqual(["b.0", "b.1"]);
      const after = page.at(-1);
      expect(await readUnassignedQuestions(town.db, town.id, { notes: 1, ...(after && { after }) })).toEqual([]);
    });
  });
});

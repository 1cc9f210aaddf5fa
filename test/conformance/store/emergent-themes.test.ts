import type { Segment } from "@rode-draad/domain";
import {
  clearStaleMonths,
  listEmergentThemes,
  listStaleMonths,
  readEmergentState,
  readMonthCounts,
  readQuestionsOfNotes,
  readUnassignedQuestions,
  recountMonths,
  saveAssignments,
  saveEmergentAssignments,
  saveNotes,
  saveSegments,
  upsertEmergentThemes,
  writeEmergentState,
} from "@rode-draad/store";
import { describe, expect, it } from "vitest";
import { cutNote, makeNote } from "./make-note.js";
import { LATER, NOW, onEachEngine } from "./on-each-engine.js";
import { theme, unassigned } from "./theme-notes.js";

onEachEngine((town) => {
  describe("emergent themes", () => {
    const found = { id: "t-0001", terms: ["lift"], label: "lift", firstWeek: "2026-W10", cases: 3 };

    it("are given once; a replaced note's question is left alone", async () => {
      await theme(town, [makeNote("n1"), makeNote("n2")], () => unassigned);
      const given = (await readUnassignedQuestions(town.db, town.id, { notes: 10 })).map((question) => ({
        questionId: question.id,
        noteVersion: question.noteVersion,
        themeId: "t-0001",
        confidence: 0.7,
      }));
      await saveNotes(town.db, town.id, "i2", [makeNote("n2", { contentHash: "new" })], LATER);
      expect(await saveEmergentAssignments(town.db, town.id, given, LATER)).toBe(2);
      expect(await readUnassignedQuestions(town.db, town.id, { notes: 10 })).toEqual([]);
    });

    it("stay when a job of the note comes again after all was done", async () => {
      const note = makeNote("n1");
      await theme(town, [note], () => unassigned);
      const [open] = await readUnassignedQuestions(town.db, town.id, { notes: 10 });
      const given = { questionId: open?.id ?? "", noteVersion: 1, themeId: "t-0001", confidence: 0.7 };
      expect(await saveEmergentAssignments(town.db, town.id, [given], LATER)).toBe(1);
      const before = await readQuestionsOfNotes(town.db, town.id, ["n1"]);
      const again = [{ noteId: "n1", version: 1, segments: cutNote(note) }];
      expect(await saveSegments(town.db, town.id, again, LATER)).toEqual([]);
      expect(await saveAssignments(town.db, town.id, again, LATER)).toEqual([]);
      expect(await readQuestionsOfNotes(town.db, town.id, ["n1"])).toEqual(before);
    });

    it("may claim context, which is a help question from then on, but nothing of a safety matter", async () => {
      const note = makeNote("n1");
      await saveNotes(town.db, town.id, "i1", [note, makeNote("n2", { safetyFlag: true }), makeNote("n3")], NOW);
      const [first, second] = cutNote(note);
      const context = [first, second].map((segment) => ({ ...(segment as Segment), kind: "context" as const }));
      const safety = {
        ...(second as Segment),
        assignment: { themeId: null, confidence: 0.5, route: "safety" as const },
      };
      const segmentsOf = { n1: context, n2: context, n3: [context[0] as Segment, safety] };
      await saveAssignments(
        town.db,
        town.id,
        Object.entries(segmentsOf).map(([noteId, segments]) => ({ noteId, version: 1, segments })),
        NOW,
      );
      expect(await readUnassignedQuestions(town.db, town.id, { notes: 10 })).toEqual([]);
      const open = await readUnassignedQuestions(town.db, town.id, { notes: 10, withJoining: true });
      expect(new Set(open.map(({ noteId }) => noteId))).toEqual(new Set(["n1"]));
      expect(open.every(({ joinsOnly }) => joinsOnly)).toBe(true);
      const given = open.map(({ id }) => ({ questionId: id, noteVersion: 1, themeId: "t-0001", confidence: 1 }));
      expect(await saveEmergentAssignments(town.db, town.id, given, LATER)).toBe(context.length);
      const [claimed] = await readQuestionsOfNotes(town.db, town.id, ["n1"]);
      expect(claimed?.segments.filter(({ kind }) => kind === "help-question")).toHaveLength(context.length);
    });

    it("bring along the context right before them, when they ask", async () => {
      const note = makeNote("n1");
      await saveNotes(town.db, town.id, "i1", [note], NOW);
      const [first, second] = cutNote(note) as [Segment, Segment];
      const asking = { ...second, assignment: { themeId: null, confidence: 0.5, route: "unassigned" as const } };
      const segments = [{ ...first, kind: "context" as const }, asking];
      await saveAssignments(town.db, town.id, [{ noteId: "n1", version: 1, segments }], NOW);
      const [context, question] = await readUnassignedQuestions(town.db, town.id, { notes: 10, withJoining: true });
      expect(question?.contextBefore).toBe(note.text.slice(first.start, first.end));
      expect(context).not.toHaveProperty("contextBefore");
    });

    it("are joined, never founded, by a question whose catalogue theme is certain", async () => {
      const known = (confidence: number) => ({ themeId: "huurtoeslag", confidence, route: "known" as const });
      await theme(town, [makeNote("n1")], () => known(0.99));
      await theme(town, [makeNote("n2")], () => known(0.5));
      const read = (withJoining: boolean) =>
        readUnassignedQuestions(town.db, town.id, { notes: 10, doubtedBelow: 0.97, withJoining });
      expect((await read(false)).every(({ noteId }) => noteId === "n2")).toBe(true);
      const joining = (await read(true)).filter(({ joinsOnly }) => joinsOnly);
      expect(new Set(joining.map(({ noteId }) => noteId))).toEqual(new Set(["n1"]));
      // How sure it is tells how much of the theme's own it takes to join.
      for (const { confidence, joinsOnly } of await read(true)) expect(confidence).toBeCloseTo(joinsOnly ? 0.99 : 0.5);
    });

    it("are looked for only among notes that got their themes since", async () => {
      await theme(town, [makeNote("n1")], () => unassigned);
      const read = (themedSince: Date) => readUnassignedQuestions(town.db, town.id, { notes: 10, themedSince });
      const [first] = await read(NOW);
      expect(first).toMatchObject({ noteId: "n1", themedAt: NOW });
      expect(await read(LATER)).toEqual([]);
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
      const questions = await readUnassignedQuestions(town.db, town.id, { notes: 10 });
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

import type { CorrectionAction, LoggedCorrection } from "@rode-draad/domain";
import {
  clearStaleMonths,
  listStaleMonths,
  listThemeChanges,
  readCorrectionLog,
  readMonthCounts,
  readUnassignedQuestions,
  recordCorrection,
  recordUndo,
  recountMonths,
  removeNotes,
  saveAssignments,
  saveEmergentAssignments,
  saveNotes,
  type TouchedQuestion,
  upsertEmergentThemes,
} from "@rode-draad/store";
import { describe, expect, it } from "vitest";
import { cutNote, makeNote } from "./make-note.js";
import { LATER, NOW, onEachEngine, type Town } from "./on-each-engine.js";
import { known, theme, unassigned } from "./theme-notes.js";

const NEVER = "huiselijk-geweld";
const person = { who: "Sam", why: "dit hoort zo", at: LATER, neverThemeIds: [NEVER] };

async function correct(
  town: Town,
  action: CorrectionAction,
  touched: TouchedQuestion[] = [],
): Promise<LoggedCorrection> {
  const { version } = await readCorrectionLog(town.db, town.id);
  return await recordCorrection(town.db, town.id, { ...person, version, action, touched });
}

async function undo(town: Town, correction: LoggedCorrection): Promise<void> {
  const { version } = await readCorrectionLog(town.db, town.id);
  await recordUndo(town.db, town.id, correction, { ...person, version, why: "toch niet" });
}

/** Every column of every question: what must come back byte for byte. */
async function questions(town: Town) {
  return await town.db
    .selectFrom("question")
    .selectAll()
    .where("municipality_id", "=", town.id)
    .orderBy("note_id")
    .orderBy("ordinal")
    .execute();
}

const themesOf = async (town: Town) => (await questions(town)).map((row) => row.theme_id);

const merge = (themeId: string, intoId: string) =>
  ({ kind: "merge", themeId, intoId, terms: [], newestId: null }) as const;
const move = (toId: string | null, more: Partial<Extract<CorrectionAction, { kind: "move" }>> = {}) =>
  ({
    kind: "move",
    question: { noteId: "n1", start: 0, end: 12, features: [] },
    fromId: "a",
    toId,
    outOfSafety: false,
    ...more,
  }) as const;
const FIRST: TouchedQuestion = { questionId: "n1.0", as: "question" };

const KINDS: readonly (readonly [string, CorrectionAction, TouchedQuestion[]])[] = [
  ["a merge", merge("a", "b"), []],
  ["a move", move("b"), [FIRST]],
  ["a move to no theme", move(null), [FIRST]],
  ["a move into the safety route", move(NEVER), [FIRST]],
  ["no theme", { kind: "not-a-theme", themeId: "a", terms: [], newestId: null }, []],
  [
    "a split",
    { kind: "split", themeId: "a", newThemeId: "p-0001", name: "Nieuw", words: ["vraag"], questions: [] },
    [{ questionId: "n2.1", as: "word" }],
  ],
  ["a name", { kind: "rename", themeId: "a", name: "Anders" }, []],
  ["a pin", { kind: "pin", themeId: "a" }, []],
  ["sleep", { kind: "sleep", themeId: "a", level: 3 }, []],
];

onEachEngine((town) => {
  describe("corrections", () => {
    const notes = () => [makeNote("n1"), makeNote("n2"), makeNote("n3", { date: "2026-02-10" })];
    const themed = () => theme(town, notes(), ({ id }) => known(id === "n3" ? "b" : "a"));

    it("that are undone leave every question as it was, whatever the kind", async () => {
      await themed();
      const before = await questions(town);
      for (const [name, action, touched] of KINDS) {
        const made = await correct(town, action, touched);
        const moves = action.kind !== "rename" && action.kind !== "pin" && action.kind !== "sleep";
        expect((await themesOf(town)).join() !== before.map((row) => row.theme_id).join(), name).toBe(moves);
        await undo(town, made);
        expect(await questions(town), name).toEqual(before);
      }
      const { corrections } = await readCorrectionLog(town.db, town.id);
      expect(corrections.map(({ undone }) => undone?.why)).toEqual(KINDS.map(() => "toch niet"));
    });

    it("mark only the months that change, and the counts follow", async () => {
      await themed();
      await clearStaleMonths(town.db, town.id, await listStaleMonths(town.db, town.id));
      await correct(town, merge("a", "b"));
      const stale = (await listStaleMonths(town.db, town.id)).map(({ month }) => month);
      expect(stale).toEqual(["2026-03"]);
      await recountMonths(town.db, town.id, ["2026-02", "2026-03"], [NEVER]);
      const window = { fromMonth: "2026-02", toMonth: "2026-03", scopes: ["all"] } as const;
      expect((await readMonthCounts(town.db, town.id, window)).map(({ themeId, cases }) => [themeId, cases])).toEqual([
        ["b", 1],
        ["b", 2],
      ]);
      await clearStaleMonths(town.db, town.id, await listStaleMonths(town.db, town.id));
      await correct(town, { kind: "rename", themeId: "b", name: "Anders" });
      expect(await listStaleMonths(town.db, town.id)).toEqual([]);
    });

    it("hold for notes that come or are recognised again later", async () => {
      await themed();
      await correct(town, merge("a", "b"));
      await theme(town, [makeNote("n4"), makeNote("n1", { contentHash: "anew" })], () => known("a"));
      expect(new Set(await themesOf(town))).toEqual(new Set(["b"]));
    });

    it("take the whole note along when they make a question a safety matter", async () => {
      await themed();
      const made = await correct(town, move(NEVER), [FIRST]);
      const routes = async () => (await questions(town)).map(({ note_id, route }) => `${note_id} ${route}`);
      expect((await routes()).slice(0, 4)).toEqual(["n1 safety", "n1 safety", "n2 known", "n2 known"]);
      await undo(town, made);
      expect((await routes()).slice(0, 2)).toEqual(["n1 known", "n1 known"]);
    });

    it("take a question out of the safety route only when a person says so of that question, and never against the source", async () => {
      const safety = { themeId: "a", confidence: 0.9, route: "safety" } as const;
      await theme(town, [makeNote("n1"), makeNote("n2", { safetyFlag: true })], () => safety);
      const routes = async () => (await questions(town)).map(({ route }) => route);
      await correct(town, merge("a", "b"));
      await correct(town, move("b"), [FIRST]);
      expect(await routes()).toEqual(["safety", "safety", "safety", "safety"]);
      await correct(town, move("b", { outOfSafety: true }), [FIRST, { questionId: "n2.0", as: "question" }]);
      expect(await routes()).toEqual(["known", "safety", "safety", "safety"]);
    });

    it("remember nothing of a note that is removed, and stay in the log", async () => {
      await themed();
      const features = [[12345, 7.5]] as const;
      const question = { noteId: "n1", start: 0, end: 12, features };
      const other = { ...question, noteId: "n2" };
      await correct(town, move("b", { question }), [FIRST]);
      const split = { kind: "split", themeId: "a", newThemeId: "p-0002", name: "Nieuw", words: [] } as const;
      await correct(town, { ...split, questions: [question, other] }, [FIRST]);
      await removeNotes(town.db, town.id, ["n1"], LATER);
      const { corrections } = await readCorrectionLog(town.db, town.id);
      expect(corrections).toMatchObject([
        { question: { noteId: "", start: 0, end: 0, features: [] } },
        { questions: [other] },
      ]);
    });

    it("are not overtaken by themes that were read before them", async () => {
      await themed();
      await correct(town, merge("a", "b"));
      await saveNotes(town.db, town.id, "i2", [makeNote("n9")], NOW);
      const note = { noteId: "n9", version: 1, segments: cutNote(makeNote("n9")) };
      const save = (version: number) =>
        saveAssignments(town.db, town.id, [note], LATER, { version, neverThemeIds: [NEVER] });
      await expect(save(0)).rejects.toMatchObject({ code: "corrections-moved", retryable: true });
      expect(await save(1)).toEqual(["n9"]);
      const late = { ...person, version: 0, action: merge("b", "a"), touched: [] };
      await expect(recordCorrection(town.db, town.id, late)).rejects.toMatchObject({ code: "corrections-moved" });
    });

    it("hold for emergent themes, also when the machine merges or finds them again", async () => {
      await theme(town, [makeNote("n1"), makeNote("n2")], () => unassigned);
      const found = { terms: ["lift", "flat", "trap"], label: "lift", firstWeek: "2026-W10", cases: 5 };
      const machine = ["t-0001", "t-0002"].map((id) => ({
        ...found,
        id,
        terms: id === "t-0001" ? found.terms : ["pas"],
      }));
      await upsertEmergentThemes(town.db, town.id, machine, NOW, [NEVER]);
      const given = (await readUnassignedQuestions(town.db, town.id, { notes: 10 })).map(({ id, noteId }) => ({
        questionId: id,
        noteVersion: 1,
        themeId: noteId === "n1" ? "t-0001" : "t-0002",
        confidence: 0.8,
      }));
      await saveEmergentAssignments(town.db, town.id, given, NOW, [NEVER]);
      await correct(town, { kind: "not-a-theme", themeId: "t-0001", terms: found.terms, newestId: "t-0002" });
      await correct(town, { kind: "pin", themeId: "t-0002" });
      expect(await themesOf(town)).toEqual([null, null, "t-0002", "t-0002"]);
      // What people made of a question does not change what the machine reads.
      expect(await readUnassignedQuestions(town.db, town.id, { notes: 10 })).toEqual([]);

      const later = [
        { ...found, id: "t-0003" },
        { ...machine[1], ...found, id: "t-0002", mergedInto: "t-0003" },
      ];
      await upsertEmergentThemes(town.db, town.id, later, LATER, [NEVER]);
      const again = given.map((one) => ({ ...one, themeId: one.themeId === "t-0001" ? "t-0003" : one.themeId }));
      await saveEmergentAssignments(town.db, town.id, again, LATER, [NEVER]);
      expect(await themesOf(town)).toEqual([null, null, "t-0002", "t-0002"]);
      const changes = (await listThemeChanges(town.db, town.id)).toReversed();
      expect(changes.map(({ kind, by, themeId }) => `${by} ${kind} ${themeId}`)).toEqual([
        "machine new t-0001",
        "machine new t-0002",
        "person retired t-0001",
        "person pinned t-0002",
        "machine retired t-0003",
      ]);
    });
  });
});

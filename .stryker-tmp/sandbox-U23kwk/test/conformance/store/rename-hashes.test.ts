import {
  type HashRenames,
  readCorrectionLog,
  recordCorrection,
  renameHashes,
  saveQuarantined,
} from "@rode-draad/store";
import { describe, expect, it } from "vitest";
import { makeNote } from "./make-note.js";
import { LATER, NOW, onEachEngine, type Town } from "./on-each-engine.js";
import { known, theme } from "./theme-notes.js";

const renamesOf = (...ids: string[]): HashRenames => ({
  notes: ids.map((id) => ({ from: id, to: `new-${id}` })),
  contents: ids.map((id) => ({ from: `hash-${id}`, to: `new-hash-${id}` })),
  cases: ids.map((id) => ({ from: `case-${id}`, to: `new-case-${id}` })),
  professionals: [{ from: "professional-1", to: "new-professional-1" }],
});

async function stands(town: Town) {
  const notes = await town.db
    .selectFrom("case_note")
    .select(["id", "case_id", "professional_id", "content_hash"])
    .where("municipality_id", "=", town.id)
    .orderBy("id")
    .execute();
  const questions = await town.db
    .selectFrom("question")
    .select(["note_id", "case_id", "professional_id"])
    .where("municipality_id", "=", town.id)
    .orderBy("note_id")
    .orderBy("ordinal")
    .execute();
  return { notes, questions };
}

onEachEngine((town) => {
  describe("renaming hashes", () => {
    it("gives a note, its questions and its whole case their new ids, and leaves other notes as they are", async () => {
      await theme(town, [makeNote("n1"), makeNote("n2", { caseId: "case-n1" }), makeNote("n3")], () => known("a"));
      const renames = renamesOf("n1");
      for (const _round of [1, 2]) await renameHashes(town.db, town.id, renames, LATER);
      const { notes, questions } = await stands(town);
      const professional_id = "new-professional-1";
      expect(notes).toEqual([
        { id: "n2", case_id: "new-case-n1", professional_id, content_hash: "hash-n2" },
        { id: "n3", case_id: "case-n3", professional_id, content_hash: "hash-n3" },
        { id: "new-n1", case_id: "new-case-n1", professional_id, content_hash: "new-hash-n1" },
      ]);
      expect(questions.map(({ note_id, case_id }) => [note_id, case_id])).toEqual([
        ["n2", "new-case-n1"],
        ["n2", "new-case-n1"],
        ["n3", "case-n3"],
        ["n3", "case-n3"],
        ["new-n1", "new-case-n1"],
        ["new-n1", "new-case-n1"],
      ]);
      expect(new Set(questions.map((row) => row.professional_id))).toEqual(new Set([professional_id]));
    });

    it("reaches quarantined notes and the corrections that point at a question", async () => {
      await theme(town, [makeNote("n1")], () => known("a"));
      const pointed = { start: 0, end: 12, features: [] };
      const common = { who: "Sam", why: "dit hoort zo", at: LATER, neverThemeIds: [], touched: [] };
      const question = { noteId: "n1", ...pointed };
      const move = { kind: "move", question, fromId: "a", toId: "b", outOfSafety: false } as const;
      await recordCorrection(town.db, town.id, { ...common, version: 0, action: move });
      const questions = [question, { noteId: "n9", ...pointed }];
      const split = { kind: "split", themeId: "a", newThemeId: "p-0002", name: "x", words: [], questions } as const;
      await recordCorrection(town.db, town.id, { ...common, version: 1, action: split });
      const held = { id: "n5", contentHash: "hash-n5", reason: "gate-fault", spans: [] } as const;
      await saveQuarantined(town.db, town.id, "import", [held], NOW);

      await renameHashes(town.db, town.id, renamesOf("n1", "n5"), LATER);
      const { corrections } = await readCorrectionLog(town.db, town.id);
      expect(corrections).toMatchObject([
        { question: { noteId: "new-n1" } },
        { questions: [{ noteId: "new-n1" }, { noteId: "n9" }] },
      ]);
      const again = { ...held, id: "new-n5", contentHash: "new-hash-n5" };
      expect((await saveQuarantined(town.db, town.id, "import", [again], NOW)).duplicate).toEqual(["new-n5"]);
    });

    it("keeps one note when it stands there under both ids", async () => {
      await theme(town, [makeNote("n1"), makeNote("new-n1", { caseId: "new-case-n1" })], () => known("a"));
      await renameHashes(town.db, town.id, renamesOf("n1"), LATER);
      const { notes, questions } = await stands(town);
      expect(notes.map(({ id }) => id)).toEqual(["new-n1"]);
      expect(questions).toHaveLength(2);
    });
  });
});

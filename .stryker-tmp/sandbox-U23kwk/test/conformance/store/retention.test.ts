import type { SafeNote } from "@rode-draad/domain";
import {
  clearStaleMonths,
  closeMonthsBefore,
  countQuestionsBefore,
  countTextsDue,
  dropClosedQuestions,
  findClosableUntil,
  forgetTexts,
  listStaleMonths,
  markNotesRead,
  readMonthCounts,
  readNotes,
  readQuestionsInNote,
  recountMonths,
  recountWeeks,
  saveNotes,
  setTextDays,
} from "@rode-draad/store";
import { describe, expect, it } from "vitest";
import { makeNote } from "./make-note.js";
import { NOW, onEachEngine, type Town } from "./on-each-engine.js";
import { known, theme } from "./theme-notes.js";

const DAY_MS = 86_400_000;
const later = (days: number): Date => new Date(NOW.getTime() + days * DAY_MS);
const EVER = { fromMonth: "0000-01", toMonth: "9999-12", scopes: ["all"] } as const;

async function count(town: Town, months: readonly string[]) {
  await recountMonths(town.db, town.id, months, []);
  await recountWeeks(town.db, town.id, months, []);
  await clearStaleMonths(town.db, town.id, await listStaleMonths(town.db, town.id));
  return await readMonthCounts(town.db, town.id, EVER);
}

onEachEngine((town) => {
  describe("how long text is kept", () => {
    const note = makeNote("n1");
    const textOf = async (): Promise<number> => (await readNotes(town.db, town.id, ["n1"])).length;

    it("goes thirty days after its themes, and not a day before; themes and counts stay", async () => {
      await theme(town, [note], () => known("huurtoeslag"));
      const before = await count(town, ["2026-03"]);
      await markNotesRead(town.db, town.id, later(1));
      expect(await forgetTexts(town.db, town.id, new Date(later(30).getTime() - 1))).toBe(0);
      expect(await countTextsDue(town.db, town.id, later(30))).toBe(1);
      expect(await textOf()).toBe(1);
      expect(await forgetTexts(town.db, town.id, later(30))).toBe(1);
      expect([await textOf(), await forgetTexts(town.db, town.id, later(30))]).toEqual([0, 0]);
      expect(await count(town, ["2026-03"])).toEqual(before);
    });

    it("with 0 days goes at once, but not before emergent themes were looked for in it", async () => {
      await theme(town, [note], () => known("huurtoeslag"));
      await setTextDays(town.db, town.id, 0);
      expect(await forgetTexts(town.db, town.id, NOW)).toBe(0);
      await markNotesRead(town.db, town.id, NOW);
      expect(await forgetTexts(town.db, town.id, NOW)).toBe(1);
    });

    it("of a note that never got its themes goes after the longest term", async () => {
      await saveNotes(town.db, town.id, "i1", [note], NOW);
      expect(await forgetTexts(town.db, town.id, later(29))).toBe(0);
      expect(await forgetTexts(town.db, town.id, later(30))).toBe(1);
    });

    it("can only be made shorter than what the product ships with", async () => {
      await expect(setTextDays(town.db, town.id, 31)).rejects.toThrow(/hoogstens 30 dagen/);
      await expect(
        town.db.updateTable("municipality").set({ text_days: 31 }).where("id", "=", town.id).execute(),
      ).rejects.toThrow();
    });

    it("does not keep a question from being found, so that it can still be corrected", async () => {
      await theme(town, [note], () => known("huurtoeslag"));
      const before = await readQuestionsInNote(town.db, town.id, "n1");
      expect(await forgetTexts(town.db, town.id, later(30))).toBe(1);
      const after = await readQuestionsInNote(town.db, town.id, "n1");
      expect(after).toEqual(before?.map(({ text: _text, ...question }) => question));
      expect(after).toHaveLength(2);
    });

    it("is no reason to store the same note again", async () => {
      await theme(town, [note], () => known("huurtoeslag"));
      await forgetTexts(town.db, town.id, later(30));
      expect((await saveNotes(town.db, town.id, "i2", [note], later(31))).duplicate).toEqual(["n1"]);
      expect(await textOf()).toBe(0);
    });
  });

  describe("pairs of case and theme", () => {
    const march = makeNote("n1", { date: "2026-03-10" });
    const april = makeNote("n2", { date: "2026-04-10" });
    const close = async (month: string): Promise<number> => {
      await closeMonthsBefore(town.db, town.id, month);
      return await dropClosedQuestions(town.db, town.id);
    };

    it("of a closed month are gone, and its counts stand whatever comes in later", async () => {
      await theme(town, [march, april], () => known("huurtoeslag"));
      const before = await count(town, ["2026-03", "2026-04"]);
      expect(await countQuestionsBefore(town.db, town.id, "2026-04")).toBe(2);
      expect([await close("2026-04"), await close("2026-04")]).toEqual([2, 0]);
      const left = await town.db
        .selectFrom("question")
        .select("case_id")
        .where("municipality_id", "=", town.id)
        .execute();
      expect(new Set(left.map((row) => row.case_id))).toEqual(new Set(["case-n2"]));

      const late: SafeNote = makeNote("n3", { date: "2026-03-20" });
      await theme(town, [late], () => known("huurtoeslag"));
      expect((await listStaleMonths(town.db, town.id)).map(({ month }) => month)).toEqual([]);
      expect(await count(town, ["2026-03", "2026-04"])).toEqual(before);
    });

    it("leave a mark by which the same note is known again, without who wrote it", async () => {
      await theme(town, [march], () => known("huurtoeslag"));
      await count(town, ["2026-03"]);
      await close("2026-04");
      expect((await saveNotes(town.db, town.id, "i2", [march], NOW)).duplicate).toEqual(["n1"]);
      const row = await town.db
        .selectFrom("case_note")
        .select("professional_id")
        .where("municipality_id", "=", town.id)
        .executeTakeFirstOrThrow();
      expect(row.professional_id).toBeNull();
    });

    it("are kept as long as their month waits to be counted", async () => {
      await theme(town, [march, april], () => known("huurtoeslag"));
      expect(await findClosableUntil(town.db, town.id, "2026-05", 3)).toBe("2026-03");
      await count(town, ["2026-03", "2026-04"]);
      expect(await findClosableUntil(town.db, town.id, "2026-05", 3)).toBe("2026-05");
    });
  });
});

import { markSafe } from "@rode-draad/domain";
import {
  clearStaleMonths,
  countCases,
  countNotes,
  countNotesUnderWay,
  countQuarantined,
  listNotesStandingStill,
  listStaleMonths,
  readMonthRange,
  readNotes,
  removeNotes,
  saveNotes,
  saveQuarantined,
} from "@rode-draad/store";
import { describe, expect, it } from "vitest";
import { makeNote } from "./make-note.js";
import { LATER, NOW, onEachEngine } from "./on-each-engine.js";
import { known, theme } from "./theme-notes.js";

onEachEngine((town) => {
  describe("notes", () => {
    it("are stored once, however often they come", async () => {
      const notes = Array.from({ length: 500 }, (_, number) => makeNote(`n${number}`));
      const ids = notes.map((note) => note.id);
      const first = await saveNotes(town.db, town.id, "i1", notes, NOW);
      expect([...first.stored].sort()).toEqual([...ids].sort());
      const second = await saveNotes(town.db, town.id, "i2", notes, LATER);
      expect(second.stored).toEqual([]);
      expect(second.replaced).toEqual([]);
      expect([...second.duplicate].sort()).toEqual([...ids].sort());
      expect(await countNotes(town.db, town.id)).toBe(500);
    });

    it("come back as they were, text and all, by id", async () => {
      const text = markSafe("Eerste regel\n“tweede” ✓ 👩‍👧 'quote' \\ einde");
      await saveNotes(town.db, town.id, "i1", [makeNote("b", { text }), makeNote("a", { safetyFlag: true })], NOW);
      const read = await readNotes(town.db, town.id, ["b", "a", "gone"]);
      expect(read.map((note) => note.id)).toEqual(["a", "b"]);
      expect(read[1]).toEqual({
        id: "b",
        version: 1,
        state: "received",
        caseId: "case-b",
        date: "2026-03-10",
        teamCode: "T1",
        areaCode: "WK000001",
        safetyFlag: false,
        text,
      });
      expect(read[0]?.safetyFlag).toBe(true);
    });

    it("with characters that PostgreSQL refuses are stored with every offset in place", async () => {
      const text = markSafe("nul \0 en een halve \ud83d hier");
      await saveNotes(town.db, town.id, "i1", [makeNote("odd", { text }), makeNote("plain")], NOW);
      const [odd] = await readNotes(town.db, town.id, ["odd"]);
      expect(odd?.text).toHaveLength(text.length);
      expect(odd?.text).toBe("nul \ufffd en een halve \ufffd hier");
    });

    it("with another text replace the old one, which loses its questions and its place in the counts", async () => {
      await theme(town, [makeNote("n1")], () => known("huurtoeslag"));
      await clearStaleMonths(town.db, town.id, await listStaleMonths(town.db, town.id));
      const changed = makeNote("n1", { text: markSafe("Anders."), contentHash: "other", date: "2026-04-02" });
      expect(await saveNotes(town.db, town.id, "i2", [changed], LATER)).toEqual({
        stored: [],
        duplicate: [],
        replaced: ["n1"],
      });
      expect(await readNotes(town.db, town.id, ["n1"])).toMatchObject([
        { version: 2, state: "received", text: "Anders." },
      ]);
      expect((await listStaleMonths(town.db, town.id)).map((stale) => stale.month)).toEqual(["2026-03"]);
      expect(await countCases(town.db, town.id, { fromMonth: "2026-01", toMonth: "2026-12", neverThemeIds: [] })).toBe(
        0,
      );
    });

    it("with the same text and another team, date or safety flag are replaced too", async () => {
      await saveNotes(town.db, town.id, "i1", [makeNote("n1"), makeNote("n2"), makeNote("n3")], NOW);
      const again = [
        makeNote("n1", { safetyFlag: true }),
        makeNote("n2", { teamCode: "T9" }),
        makeNote("n3", { date: "2026-03-11" }),
      ];
      expect([...(await saveNotes(town.db, town.id, "i2", again, LATER)).replaced].sort()).toEqual(["n1", "n2", "n3"]);
    });

    it("that stand twice in one batch: the last one wins and each row is accounted for", async () => {
      const twice = [makeNote("n1"), makeNote("n1"), makeNote("n1", { contentHash: "x", text: markSafe("Laatste.") })];
      expect(await saveNotes(town.db, town.id, "i1", twice, NOW)).toEqual({
        stored: ["n1"],
        duplicate: ["n1"],
        replaced: ["n1"],
      });
      expect((await readNotes(town.db, town.id, ["n1"]))[0]?.text).toBe("Laatste.");
    });

    it("of two imports at the same moment end up stored once", async () => {
      const notes = Array.from({ length: 200 }, (_, number) => makeNote(`n${number}`));
      const outcomes = await Promise.all([
        saveNotes(town.db, town.id, "i1", notes, NOW),
        saveNotes(town.db, town.id, "i2", [...notes].reverse(), NOW),
        saveNotes(town.db, town.id, "i3", notes, NOW),
      ]);
      expect(outcomes.reduce((sum, outcome) => sum + outcome.stored.length, 0)).toBe(200);
      expect(await countNotes(town.db, town.id)).toBe(200);
    });

    it("move in and out of quarantine, and never stand in both", async () => {
      const held = {
        id: "n1",
        contentHash: "raw-2",
        reason: "second-pass-hit",
        spans: [{ start: 1, end: 4, type: "BSN" }],
      } as const;
      await theme(town, [makeNote("n1")], () => known("huurtoeslag"));
      expect(await saveQuarantined(town.db, town.id, "i2", [held], LATER)).toEqual({
        stored: [],
        duplicate: [],
        replaced: ["n1"],
      });
      expect(await readNotes(town.db, town.id, ["n1"])).toEqual([]);
      expect(await countQuarantined(town.db, town.id)).toEqual({ "second-pass-hit": 1 });
      expect((await saveQuarantined(town.db, town.id, "i2", [held], LATER)).duplicate).toEqual(["n1"]);
      expect((await saveNotes(town.db, town.id, "i3", [makeNote("n1")], LATER)).stored).toEqual(["n1"]);
      expect(await countQuarantined(town.db, town.id)).toEqual({});
    });

    it("that are removed leave no question behind", async () => {
      await theme(town, [makeNote("n1"), makeNote("n2")], () => known("huurtoeslag"));
      expect(await removeNotes(town.db, town.id, ["n1", "unknown"], LATER)).toEqual(["n1"]);
      expect(await countCases(town.db, town.id, { fromMonth: "2026-03", toMonth: "2026-03", neverThemeIds: [] })).toBe(
        1,
      );
    });

    it("that stand still are found, those that move are not", async () => {
      await saveNotes(town.db, town.id, "i1", [makeNote("old")], NOW);
      await saveNotes(town.db, town.id, "i1", [makeNote("new")], LATER);
      const still = (await listNotesStandingStill(town.db, LATER)).filter((note) => note.municipalityId === town.id);
      expect(still).toEqual([{ municipalityId: town.id, noteId: "old", state: "received" }]);
      expect(await countNotesUnderWay(town.db, town.id)).toBe(2);
      expect(await readMonthRange(town.db, town.id)).toEqual({ first: "2026-03", last: "2026-03" });
    });
  });
});

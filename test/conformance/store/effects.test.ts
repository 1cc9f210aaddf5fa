import type { SafeNote, ThemeEffect, ToldEffect } from "@rode-draad/domain";
import {
  closeMonthsBefore,
  dropClosedQuestions,
  listExactEffects,
  listToldEffects,
  pickUpProposal,
  readMonthTotals,
  readScopeTotals,
  recountMonths,
  replaceEffects,
  saveProposals,
} from "@rode-draad/store";
import { describe, expect, it } from "vitest";
import { buildProposal } from "../../../workers/5-proposals/test/build-proposal.js";
import { makeNote } from "./make-note.js";
import { NOW, onEachEngine } from "./on-each-engine.js";
import { known, theme, unassigned } from "./theme-notes.js";

const SPAN = { fromMonth: "2026-01", toMonth: "2026-12" } as const;

onEachEngine((town) => {
  describe("active cases per wijk and month", () => {
    const months = ["2026-02", "2026-03"];
    const notes = Array.from({ length: 60 }, (_, number) =>
      makeNote(`n${String(number).padStart(2, "0")}`, {
        caseId: `case-${(number * 7) % 25}`,
        areaCode: `WK00000${number % 3}`,
        date: `2026-0${2 + (number % 2)}-1${number % 9}`,
      }),
    );
    const given = (note: SafeNote) => {
      const number = Number(note.id.slice(1)) % 5;
      return number === 4 ? unassigned : known(number === 3 ? "never" : `theme-${number}`);
    };

    it("are counted with the themes: each case once, with or without a theme, as a naive count does", async () => {
      await theme(town, notes, given);
      await recountMonths(town.db, town.id, months, ["never"]);
      const naive = new Map<string, Set<string>>();
      for (const note of notes.filter((one) => given(one).themeId !== "never")) {
        const key = `${note.date.slice(0, 7)} ${note.areaCode}`;
        naive.set(key, (naive.get(key) ?? new Set()).add(note.caseId));
      }
      const totals = await readMonthTotals(town.db, town.id, SPAN);
      expect(totals.map(({ month, areaCode, cases }) => `${month} ${areaCode} ${cases}`)).toEqual(
        [...naive].map(([key, cases]) => `${key} ${cases.size}`).sort(),
      );
      // The same as the report counts over a window of one month.
      const window = { fromMonth: "2026-02", toMonth: "2026-02", neverThemeIds: ["never"] } as const;
      const scopes = await readScopeTotals(town.db, town.id, window);
      const february = totals.filter(({ month }) => month === "2026-02");
      expect(february.map(({ areaCode, cases }) => [areaCode, cases])).toEqual(
        scopes.flatMap(({ areaCode, cases }) => (areaCode === undefined ? [] : [[areaCode, cases]])),
      );
    });

    it("stand when nobody knows any more which cases they were", async () => {
      await theme(town, notes, given);
      await recountMonths(town.db, town.id, months, ["never"]);
      const before = await readMonthTotals(town.db, town.id, SPAN);
      await closeMonthsBefore(town.db, town.id, "2026-03");
      await dropClosedQuestions(town.db, town.id);
      await recountMonths(town.db, town.id, months, ["never"]);
      expect(await readMonthTotals(town.db, town.id, SPAN)).toEqual(before);
    });
  });

  describe("effects", () => {
    const effect = (initiativeId: string, themeId: string, outcome: ToldEffect["outcome"] = "worked"): ThemeEffect => ({
      told: {
        ...{ initiativeId, themeId, areaCode: "WK000001", heldOn: "2026-03-10", outcome, sayableAfter: "2026-06" },
        ...{ comparedWith: 3, leftOut: [], otherDays: [], ruleChanges: [] },
      },
      months: { before: ["2026-02"], after: ["2026-04"] },
      target: { before: [{ cases: 31, active: 100 }], after: [{ cases: 12, active: 99 }] },
      comparison: [],
      judgement: { outcome: "worked", change: { ratio: 0.4012, low: 0.1 + 0.2, high: 0.7 } },
    });

    it("are what was given last, to the digit; what is not among them goes", async () => {
      for (const id of ["i1", "i2"]) {
        await saveProposals(town.db, town.id, [buildProposal(id)], NOW);
        await pickUpProposal(town.db, town.id, { id, proposalId: id, accountId: "a" }, NOW);
      }
      const given = [effect("i1", "geldzorgen"), effect("i1", "huurtoeslag"), effect("i2", "huurtoeslag")];
      await replaceEffects(town.db, town.id, given);
      expect(await listExactEffects(town.db, town.id)).toEqual(given);
      const next = [effect("i1", "huurtoeslag", "returned"), effect("gone", "huurtoeslag")];
      await replaceEffects(town.db, town.id, next);
      expect(await listExactEffects(town.db, town.id)).toEqual([next[0]]);
      expect(await listToldEffects(town.db, town.id, ["i1", "i2"])).toEqual([next[0]?.told]);
      expect(JSON.stringify(await listToldEffects(town.db, town.id, ["i1"]))).not.toMatch(/cases|ratio/);
      await replaceEffects(town.db, town.id, []);
      expect(await listExactEffects(town.db, town.id)).toEqual([]);
    });
  });
});

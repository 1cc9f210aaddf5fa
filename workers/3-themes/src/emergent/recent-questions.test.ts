import fc from "fast-check";
import { expect, test } from "vitest";
import { type RecentQuestion, RecentQuestions } from "./recent-questions.js";

const term = fc.integer({ min: 0, max: 9 });
const question = fc.record({
  areaKey: fc.integer({ min: 0, max: 2 }),
  week: fc.integer({ min: 0, max: 5 }),
  terms: fc.uniqueArray(term, { maxLength: 4 }),
  before: fc.uniqueArray(term, { maxLength: 2 }),
  isRemoved: fc.boolean(),
});

test("who used a word is found as by reading all that is remembered, whatever was taken out and forgotten", () => {
  fc.assert(
    fc.property(
      fc.array(question, { maxLength: 40 }),
      fc.integer({ min: 0, max: 6 }),
      term,
      (made, forgetBefore, asked) => {
        const recent = new RecentQuestions();
        const gone = new Set<RecentQuestion>();
        for (const [index, { isRemoved, ...one }] of made.entries()) {
          const id = `${index}`.padStart(2, "0");
          const added = {
            id,
            noteVersion: 1,
            caseKey: index,
            joinsOnly: false,
            oddsMin: 1,
            cluster: index % 3,
            ...one,
          };
          recent.add(added);
          if (isRemoved) gone.add(added);
        }
        recent.remove(gone);
        recent.forgetBefore(forgetBefore);
        const left = recent.all();
        const byId = (one: RecentQuestion, other: RecentQuestion): number => (one.id < other.id ? -1 : 1);
        const holders = left.filter(({ terms, before }) => terms.includes(asked) || before.includes(asked)).sort(byId);
        expect(recent.withAny([asked])).toEqual(holders);
        const inArea = left.filter(({ areaKey, week }) => areaKey === 1 && week >= 2 && week <= 4);
        const said = recent.inArea(1, 2, 4);
        expect(said.stretches).toBe(inArea.length);
        expect(said.withTerm(asked)).toEqual(inArea.filter(({ terms }) => terms.includes(asked)));
      },
    ),
  );
});

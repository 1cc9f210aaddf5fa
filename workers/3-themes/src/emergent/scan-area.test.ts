import { describe, expect, test } from "vitest";
import { type RecentQuestion, RecentQuestions } from "./recent-questions.js";
import { scanArea } from "./scan-area.js";
import type { Expected } from "./theme-rules.js";

/** The word that the wijk shares, one that every other question holds, and from there on words that nobody shares. */
const SHARED = 1;
const COMMON = 2;

function expected(term: number): Expected {
  const share = term === COMMON ? 0.3 : 0.0001;
  return { questions: 50 * share, share };
}

let next = 100;
function stretch(caseKey: number, how: { joinsOnly?: boolean; terms?: readonly number[] } = {}): RecentQuestion {
  const terms = how.terms ?? [SHARED, COMMON, next++, next++, next++];
  const { joinsOnly = false } = how;
  return {
    id: `${caseKey}.0`,
    noteVersion: 1,
    caseKey,
    areaKey: 7,
    joinsOnly,
    oddsMin: 1,
    week: 10,
    terms,
    before: [],
    cluster: -1,
  };
}

function found(stretches: readonly RecentQuestion[], areaSurprise = 3): number {
  const recent = new RecentQuestions();
  for (const one of stretches) recent.add(one);
  return scanArea(stretches.at(-1) as RecentQuestion, recent.inArea(7, 7, 10), areaSurprise, expected)?.length ?? 0;
}

describe("scanArea", () => {
  const five = [1, 2, 3, 4, 5].map((caseKey) => stretch(caseKey));

  test("five cases that share a rare word make a theme, four do not", () => {
    expect(found(five)).toBe(5);
    expect(found(five.slice(1))).toBe(0);
  });

  test("five questions of four cases do not", () => {
    expect(found([...five.slice(1), stretch(5)])).toBe(0);
  });

  test("what may only join counts among the five, as long as three ask", () => {
    const context = [1, 2, 3].map((caseKey) => stretch(caseKey, { joinsOnly: true }));
    expect(found([...context.slice(0, 2), ...five.slice(2)])).toBe(5);
    expect(found([...context, ...five.slice(3)])).toBe(0);
  });

  test("a word that everybody uses makes none", () => {
    expect(found([1, 2, 3, 4, 5].map((caseKey) => stretch(caseKey, { terms: [COMMON, next++, next++] })))).toBe(0);
  });

  test("in a wijk that asks as much as ever five cases are too few, and six are enough", () => {
    expect(found(five, 0)).toBe(0);
    expect(found([...five, stretch(6)], 0)).toBe(6);
  });

  test("a pasted line makes none, whoever pasted it and whatever name or day was added", () => {
    const line = [SHARED, 11, 12, 13, 14, 15, 16];
    expect(found([1, 2, 3, 4, 5, 6, 7, 8].map((caseKey) => stretch(caseKey, { terms: [...line, next++] })))).toBe(0);
  });
});

import { describe, expect, test } from "vitest";
import { type Elsewhere, EmergentProfile } from "./emergent-profile.js";
import type { RecentQuestion } from "./recent-questions.js";

/** Two words that the theme's cases use, one that everybody uses, and from there on words of nobody else. */
const TELLING = 1;
const OF_ONE_CASE = 2;
const COMMON = 3;
const AREA = 7;

const elsewhere: Elsewhere = {
  areaShareOf: () => 0.1,
  shareOf: (term) => (term === COMMON ? 0.3 : 0.001),
  canNameTheme: (term) => term !== COMMON,
  familyOf: (term) => term,
  isFamily: () => false,
};

let next = 100;
function question(caseKey: number, terms: readonly number[], others: number): RecentQuestion {
  const own = Array.from({ length: others }, () => next++);
  const [id, week] = [`${caseKey}.0`, 10];
  return {
    id,
    noteVersion: 1,
    caseKey,
    areaKey: AREA,
    joinsOnly: false,
    oddsMin: 1,
    week,
    terms: [...terms, ...own],
    before: [],
    cluster: -1,
  };
}

const theme = new EmergentProfile(1, 10);
for (let one = 0; one < 8; one++) theme.add(question(one, one === 0 ? [TELLING, OF_ONE_CASE] : [TELLING], 2));
const oddsOf = (terms: readonly number[], others: number): number =>
  theme.score(question(99, terms, others), 40, elsewhere);

describe("how likely a question belongs to an emergent theme", () => {
  test("a word of the theme counts the less, the more else the question is about", () => {
    expect(oddsOf([TELLING], 10)).toBeLessThan(oddsOf([TELLING], 2));
    expect(oddsOf([OF_ONE_CASE], 1)).toBeGreaterThan(0);
    expect(oddsOf([OF_ONE_CASE], 40)).toBeLessThan(oddsOf([OF_ONE_CASE], 1));
  });

  test("what everybody writes speaks neither for the theme nor against it", () => {
    expect(oddsOf([TELLING, COMMON], 2)).toBe(oddsOf([TELLING], 2));
    expect(oddsOf([COMMON], 0)).toBe(0);
  });

  test("who shares no word with the theme does not belong to it, whatever the place and the week", () => {
    expect(oddsOf([], 1)).toBe(0);
  });
});

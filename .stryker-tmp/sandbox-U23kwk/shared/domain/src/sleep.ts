/** Cases are looked at over so many weeks, so that one busy week wakes nobody. */
export const SLEEP_WEEKS = 4;

const GROWTH_MIN = 1.5;
const MORE_CASES_MIN = 5;

/**
 * Rule: "ignore until it gets worse" ends when the cases of the last four weeks pass one and a half times those of the four
 * weeks before it began, and by five at least. Rationale: a small theme grows by half with two cases, a large one by chance.
 */
export function gotWorse(level: number, cases: number): boolean {
  return cases > GROWTH_MIN * level && cases >= level + MORE_CASES_MIN;
}

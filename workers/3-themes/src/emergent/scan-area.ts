import type { RecentQuestion } from "./recent-questions.js";
import {
  distinctCases,
  type Expectation,
  isInOwnWords,
  RARE_SHARE_MAX,
  surpriseOf,
  THEME_CASES_MIN,
} from "./theme-rules.js";

/**
 * The second way to a theme: a word that several cases of one wijk use in the window and that is next to absent elsewhere. Residents
 * word a local matter each in their own way (lijn, halte, bus), and the recogniser takes much of it for background or for the nearest
 * theme. So what may only join counts among the cases too, but some have to ask.
 *
 * Source: a scan of places for one word at a time, as in the spatial scan statistic (Kulldorff, Communications in Statistics 1997).
 * Linking questions by several rare words each was tried and dropped: among many questions chance links them all.
 */

/**
 * What the word and the wijk surprise together (nats). Measured on eight invented municipalities, five with the planted themes and three
 * with other ones: from 9 to 12 all are there within two weeks of their fifth case, at 14 one takes three weeks; none gave a false theme.
 * When the number of questions alone had to surprise, 0.93 and 0.67 were there in time.
 */
const SURPRISE_MIN = 12;
/** Context is full of what a team or a professional always writes; people who ask make it a matter of theirs. */
const ASKING_CASES_MIN = 3;

/**
 * The stretches of the wijk that share the most surprising word of `question` when that makes a theme. `inArea`: what was said in the
 * wijk during the window, the question among it; `areaSurprise`: how far the wijk asks more than usual (nats). O(words of those who
 * ask there), and of all that was said there once enough of them ask with one rare word.
 */
export function scanArea(
  question: RecentQuestion,
  inArea: readonly RecentQuestion[],
  areaSurprise: number,
  expected: Expectation,
): readonly RecentQuestion[] | undefined {
  const rare = question.terms.filter((term) => (expected(term)?.share ?? 1) <= RARE_SHARE_MAX);
  const asked = usersOf(
    rare,
    inArea.filter(({ joinsOnly }) => !joinsOnly),
  );
  const matters = rare.filter((term) => distinctCases(asked.get(term) ?? []) >= ASKING_CASES_MIN);
  if (matters.length === 0) return undefined;
  let founders: readonly RecentQuestion[] | undefined;
  let most = SURPRISE_MIN - areaSurprise;
  for (const [term, users] of usersOf(matters, inArea)) {
    const cases = distinctCases(users);
    if (cases < THEME_CASES_MIN) continue;
    const surprise = surpriseOf(cases, (expected(term)?.share ?? 1) * inArea.length);
    if (surprise < most || !isInOwnWords(users)) continue;
    most = surprise;
    founders = users;
  }
  return founders;
}

function usersOf(terms: readonly number[], stretches: readonly RecentQuestion[]): Map<number, RecentQuestion[]> {
  const users = new Map<number, RecentQuestion[]>(terms.map((term) => [term, []]));
  for (const stretch of stretches) for (const term of stretch.terms) users.get(term)?.push(stretch);
  return users;
}

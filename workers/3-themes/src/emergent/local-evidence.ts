import type { RecentQuestion } from "./recent-questions.js";
import {
  distinctCases,
  distinctWordings,
  type Evidence,
  type Expectation,
  type Expected,
  RARE_SHARE_MAX,
  surpriseOf,
} from "./theme-rules.js";

/**
 * The second way to a theme: a wijk suddenly asks more than usual, and at least five of those cases are linked by words that are rare
 * elsewhere. Residents word a local matter each in their own way (lijn, halte, bus), so no single word need hold them all.
 */

/**
 * The area's number of unknown questions must surprise this much (nats). The rules of a theme hold back what is none: at 8
 * some planted themes came four weeks after their fifth case, at 4 one in ten comes after more than two weeks, and neither gave a false one.
 */
export const AREA_SURPRISE_MIN = 4;
/** The words that link the cases must surprise this much together, one word of a family. */
const LINKS_SURPRISE_MIN = 8;
const LINK_CASES_MIN = 2;

/** The largest group of questions of one area in which each shares a rare word with another. O(questions × words). */
export function weighLocalEvidence(
  questions: readonly RecentQuestion[],
  expected: Expectation,
  familyOf: (term: number) => number,
): LocalEvidence {
  const usersOf = new Map<number, RecentQuestion[]>();
  for (const question of questions) {
    for (const term of question.terms) {
      const users = usersOf.get(term);
      if (users === undefined) usersOf.set(term, [question]);
      else users.push(question);
    }
  }
  const links = [...usersOf].filter(
    ([term, users]) => distinctCases(users) >= LINK_CASES_MIN && isRare(expected(term)),
  );
  const founders = largestGroup(questions, links);
  const own = new Set(founders);
  const core = links.flatMap(([term, users]) => {
    const cases = distinctCases(users.filter((user) => own.has(user)));
    const surprise = surpriseOf(cases, expected(term)?.questions ?? cases);
    return cases >= LINK_CASES_MIN ? [{ term, cases, surprise, isRare: true }] : [];
  });
  return {
    founders,
    linksSurprise: sumByFamily(core, familyOf),
    cases: distinctCases(founders),
    questions: founders.length,
    wordings: distinctWordings(founders),
    core: core.sort((a, b) => b.surprise - a.surprise || a.term - b.term),
  };
}

export interface LocalEvidence extends Evidence {
  readonly founders: readonly RecentQuestion[];
  readonly linksSurprise: number;
}

export function linksSuffice(evidence: LocalEvidence): boolean {
  return evidence.linksSurprise >= LINKS_SURPRISE_MIN;
}

function sumByFamily(core: Evidence["core"], familyOf: (term: number) => number): number {
  const strongest = new Map<number, number>();
  for (const { term, surprise } of core) {
    const family = familyOf(term);
    strongest.set(family, Math.max(surprise, strongest.get(family) ?? 0));
  }
  return [...strongest.values()].reduce((sum, surprise) => sum + surprise, 0);
}

/** A word that names something, and of which the window would hold less than half a question. */
function isRare(usual: Expected | undefined): boolean {
  return usual !== undefined && usual.questions < 0.5 && usual.share <= RARE_SHARE_MAX;
}

/** Union-find over the links; of equally large groups the one with the first question. */
function largestGroup(
  questions: readonly RecentQuestion[],
  links: readonly (readonly [number, readonly RecentQuestion[]])[],
): RecentQuestion[] {
  const parent = new Map(questions.map((question) => [question, question]));
  const rootOf = (question: RecentQuestion): RecentQuestion => {
    let root = question;
    while (parent.get(root) !== root) root = parent.get(root) as RecentQuestion;
    return root;
  };
  for (const [, users] of links) {
    const root = rootOf(users[0] as RecentQuestion);
    for (const user of users) parent.set(rootOf(user), root);
  }
  const groups = new Map<RecentQuestion, RecentQuestion[]>();
  for (const question of questions) groups.set(rootOf(question), [...(groups.get(rootOf(question)) ?? []), question]);
  let largest: RecentQuestion[] = [];
  for (const group of groups.values()) if (distinctCases(group) > distinctCases(largest)) largest = group;
  return largest;
}

import type { RecentQuestion } from "./recent-questions.js";

/**
 * When a cluster of unknown questions is a theme. Each rule is a function with its reason; a cluster has to pass them all.
 */

/** A theme needs this many distinct cases … */
export const THEME_CASES_MIN = 5;
/** … within this many weeks: long enough for a small wijk, short enough to be one happening. */
export const THEME_WINDOW_WEEKS = 4;
/** How many wordings a theme has at least, and as a share of its questions. */
const WORDINGS_MIN = 4;
const WORDING_SHARE_MIN = 0.4;
/** A word is part of the theme's core when this share of its cases uses it. */
const CORE_SHARE_MIN = 0.4;
/**
 * How surprising a core word must be, as a Poisson log-likelihood ratio in nats. With the thousands of words and hundreds of weeks
 * that compete, chance alone reaches about 9.
 */
const SURPRISE_MIN = 9;
/** Expected counts are never taken below this: a word may be missing from the background by chance. */
const EXPECTED_MIN = 0.25;

/** A word of a cluster with the cases that use it and how far that exceeds what was to be expected. */
interface CoreTerm {
  readonly term: number;
  readonly cases: number;
  readonly surprise: number;
  /** Rare enough elsewhere to name a theme by. */
  readonly isRare: boolean;
}

/** What the questions that use the core show together. */
export interface Evidence {
  readonly cases: number;
  readonly isInOwnWords: boolean;
  readonly core: readonly CoreTerm[];
}

/** What to expect of a term in ordinary weeks; undefined for a word that names no subject. */
export type Expectation = (term: number) => Expected | undefined;

export interface Expected {
  /** How many of the window's questions would hold it. */
  readonly questions: number;
  /** The share of all questions that hold it. */
  readonly share: number;
}

/** A theme needs one word that at most one in a hundred questions holds: what everybody writes names nothing. */
export const RARE_SHARE_MAX = 0.01;

export function distinctCases(questions: readonly RecentQuestion[]): number {
  return new Set(questions.map((question) => question.caseKey)).size;
}

/**
 * Two texts are one wording when they share this much of all their words (Jaccard): who pastes a line changes a name or a day. Of a
 * line of seven words one may differ; in shorter ones a word is what is asked about.
 */
const SAME_WORDING_MIN = 0.75;

/** How many wordings there are when near-copies count once. O(questions × wordings × words). */
function distinctWordings(questions: readonly RecentQuestion[]): number {
  const wordings: ReadonlySet<number>[] = [];
  for (const { terms } of questions) {
    const isCopy = wordings.some((wording) => {
      const shared = terms.filter((term) => wording.has(term)).length;
      return shared >= SAME_WORDING_MIN * (terms.length + wording.size - shared);
    });
    if (!isCopy) wordings.push(new Set(terms));
  }
  return wordings.length;
}

/** Sentences that staff paste into every file come back nearly word for word, whoever wrote them; people's questions do not. */
export function isInOwnWords(questions: readonly RecentQuestion[]): boolean {
  return distinctWordings(questions) >= Math.max(WORDINGS_MIN, WORDING_SHARE_MIN * questions.length);
}

/** Weighs the questions of a cluster in the window against what ordinary weeks would give. */
export function weighEvidence(questions: readonly RecentQuestion[], expected: Expectation): Evidence {
  const cases = distinctCases(questions);
  const casesOfTerm = new Map<number, Set<number>>();
  for (const question of questions) {
    for (const term of question.terms) {
      const users = casesOfTerm.get(term);
      if (users === undefined) casesOfTerm.set(term, new Set([question.caseKey]));
      else users.add(question.caseKey);
    }
  }
  const core: CoreTerm[] = [];
  for (const [term, users] of casesOfTerm) {
    if (users.size < CORE_SHARE_MIN * cases || users.size < 3) continue;
    const usual = expected(term);
    if (usual === undefined) continue;
    const surprise = surpriseOf(users.size, usual.questions);
    const isRare = usual.share <= RARE_SHARE_MAX;
    if (surprise >= SURPRISE_MIN) core.push({ term, cases: users.size, surprise, isRare });
  }
  core.sort((a, b) => b.surprise - a.surprise || a.term - b.term);
  const founders = questions.filter((question) => question.terms.some((term) => core.some((one) => one.term === term)));
  return { cases: distinctCases(founders), isInOwnWords: isInOwnWords(founders), core };
}

/** Poisson log-likelihood ratio of seeing `seen` where `expected` was to be expected; zero when it is not more. */
export function surpriseOf(seen: number, expected: number): number {
  const floor = Math.max(expected, EXPECTED_MIN);
  return seen <= floor ? 0 : seen * Math.log(seen / floor) - (seen - floor);
}

/** A cluster is a theme when enough cases say, each in its own words, something that ordinary weeks do not hold. */
export function isTheme(evidence: Evidence): boolean {
  return evidence.cases >= THEME_CASES_MIN && evidence.core.some(({ isRare }) => isRare) && evidence.isInOwnWords;
}

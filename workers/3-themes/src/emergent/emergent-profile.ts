import type { ByteReader, ByteWriter } from "./byte-codec.js";
import type { RecentQuestion } from "./recent-questions.js";
import { surpriseOf } from "./theme-rules.js";

/**
 * What an emergent theme is about: in how many of its cases each word occurs, weighed against the background. A question
 * belongs to the theme by a one-sided naive Bayes rule: the prior odds, from how busy the theme was lately, times the
 * likelihood ratio of the theme's telling words. So one word of the theme suffices in the middle of a burst, and a year
 * later only a word that hardly occurs elsewhere does.
 */

/** Words of fewer cases are the wording of a person, not the theme's. */
const TELLING_CASES_MIN = 3;
/** … and of a smaller share of the cases a side matter. */
const TELLING_SHARE_MIN = 0.12;
/** Surprise (nats) from which a word is telling; lower than for a theme as a whole, since the theme is already there. */
const TELLING_SURPRISE_MIN = 5;
/** Log odds from which a question belongs: e to 1 in favour. */
const LOG_ODDS_MIN = 1;
/** The weeks that tell how busy a theme is. */
const BUSY_WEEKS = 4;
/** A quiet theme is still given this many questions, so that it can come back. */
const QUIET_QUESTIONS = 0.25;

/** How common words are outside the theme. */
export interface Elsewhere {
  shareOf(term: number): number;
  canNameTheme(term: number): boolean;
}

export class EmergentProfile {
  readonly number: number;
  firstWeek: number;
  #cases = new Set<number>();
  readonly #casesOfTerm = new Map<number, Set<number>>();
  readonly #questionsOfWeek = new Map<number, number>();
  /** Cases when the memory was last searched for earlier questions. */
  searchedAtCases = 0;

  constructor(number: number, week: number) {
    this.number = number;
    this.firstWeek = week;
  }

  get cases(): number {
    return this.#cases.size;
  }

  add(question: Pick<RecentQuestion, "caseKey" | "week" | "terms">): void {
    this.#cases.add(question.caseKey);
    this.firstWeek = Math.min(this.firstWeek, question.week);
    this.#questionsOfWeek.set(question.week, (this.#questionsOfWeek.get(question.week) ?? 0) + 1);
    for (const term of question.terms) {
      const users = this.#casesOfTerm.get(term);
      if (users === undefined) this.#casesOfTerm.set(term, new Set([question.caseKey]));
      else users.add(question.caseKey);
    }
  }

  /** Log odds that a question of this week belongs to the theme, or 0 when they are too small. O(terms). */
  score(terms: readonly number[], week: number, otherQuestions: number, elsewhere: Elsewhere): number {
    let likelihood = 0;
    for (const term of terms) likelihood += this.#evidenceOf(term, elsewhere);
    if (likelihood === 0) return 0;
    let lately = QUIET_QUESTIONS;
    for (let back = 0; back < BUSY_WEEKS; back++) lately += this.#questionsOfWeek.get(week - back) ?? 0;
    const logOdds = likelihood + Math.log(lately / (otherQuestions + 1));
    return logOdds >= LOG_ODDS_MIN ? logOdds : 0;
  }

  /** The telling words, most surprising first. */
  tellingTerms(elsewhere: Elsewhere): number[] {
    return [...this.#casesOfTerm.keys()]
      .filter((term) => this.#isTelling(term, elsewhere))
      .map((term) => ({ term, surprise: this.#surpriseOf(term, elsewhere) }))
      .sort((a, b) => b.surprise - a.surprise || a.term - b.term)
      .map(({ term }) => term);
  }

  write(writer: ByteWriter): void {
    writer.ints([this.number, this.firstWeek, this.searchedAtCases]);
    writer.ints([...this.#cases]);
    writer.ints([...this.#questionsOfWeek].flat());
    writer.ints([...this.#casesOfTerm.keys()]);
    for (const users of this.#casesOfTerm.values()) writer.ints([...users]);
  }

  static read(reader: ByteReader): EmergentProfile {
    const [number = 0, firstWeek = 0, searchedAtCases = 0] = reader.ints();
    const profile = new EmergentProfile(number, firstWeek);
    profile.searchedAtCases = searchedAtCases;
    profile.#cases = new Set(reader.ints());
    const weeks = reader.ints();
    for (let at = 0; at < weeks.length; at += 2) {
      profile.#questionsOfWeek.set(weeks[at] as number, weeks[at + 1] as number);
    }
    for (const term of reader.ints()) profile.#casesOfTerm.set(term, new Set());
    for (const users of profile.#casesOfTerm.values()) for (const caseKey of reader.ints()) users.add(caseKey);
    return profile;
  }

  #evidenceOf(term: number, elsewhere: Elsewhere): number {
    if (!this.#isTelling(term, elsewhere)) return 0;
    const cases = this.#casesOfTerm.get(term)?.size ?? 0;
    return Math.max(0, Math.log(cases / (this.cases + 1) / elsewhere.shareOf(term)));
  }

  #isTelling(term: number, elsewhere: Elsewhere): boolean {
    const cases = this.#casesOfTerm.get(term)?.size ?? 0;
    if (cases < TELLING_CASES_MIN || cases < TELLING_SHARE_MIN * this.cases) return false;
    return elsewhere.canNameTheme(term) && this.#surpriseOf(term, elsewhere) >= TELLING_SURPRISE_MIN;
  }

  #surpriseOf(term: number, elsewhere: Elsewhere): number {
    return surpriseOf(this.#casesOfTerm.get(term)?.size ?? 0, elsewhere.shareOf(term) * this.cases);
  }
}

import type { ByteReader, ByteWriter } from "./byte-codec.js";
import { addAll, lessen, readPairs } from "./count-maps.js";
import { LOG_ODDS_MIN } from "./joining-odds.js";
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
/** The weeks before and after a question that tell how busy its theme was; after, for one that is remembered. */
const BUSY_WEEKS = 4;
/** A quiet theme is still given this many questions, so that it can come back. */
const QUIET_QUESTIONS = 0.25;

/** Words of fewer cases still say something while the theme is not large; as chance finds them too, they say at most this much. */
const WEAK_EVIDENCE = [0, 1.5, 2.5] as const;
/** A large theme has so many words of a case or two that sharing one means nothing. */
const WEAK_CASES_MAX = [0, 30, 40] as const;
const WEAK_SUM_MAX = 4;
/** Chance finds a word of one case sooner than one of two, so the first has to be rarer elsewhere. */
const WEAK_SHARE_MAX = [0, 0.005, 0.01] as const;
/**
 * The more words a question has, the sooner one of them is the theme's by chance: each of its own that could name a subject and that no
 * case of the theme used takes this much off. Measured where a weaker recogniser leaves one and three
 * questions in ten open: without it 0.68 and 0.62 of a theme are its own, and with it 0.85 and 0.88.
 */
const OTHER_WORD_COST = 0.25;
/** An area tells at most this much, for or against (nats). */
const AREA_EVIDENCE_MAX = 3;

/** A word of fewer cases is never shown … */
const LABEL_CASES_MIN = 2;
/** … nor one that more than this share of questions holds: it names nothing. */
const LABEL_SHARE_MAX = 0.015;

/** How common words and areas are outside the theme. */
export interface Elsewhere {
  areaShareOf(area: number): number;
  shareOf(term: number): number;
  canNameTheme(term: number): boolean;
  familyOf(term: number): number;
  isFamily(term: number): boolean;
}

interface Evidence {
  readonly nats: number;
  /** Counts in full; a word of a case or two only a little. */
  readonly isTelling: boolean;
}

export class EmergentProfile {
  readonly number: number;
  firstWeek: number;
  #cases = new Set<number>();
  readonly #casesOfTerm = new Map<number, Set<number>>();
  readonly #questionsOfWeek = new Map<number, number>();
  readonly #questionsOfArea = new Map<number, number>();
  /** Cases of closed months: how many there were, and how many of them used each word; which ones, nobody can tell any more. */
  #closedCases = 0;
  readonly #closedOfTerm = new Map<number, number>();
  #rival = 0;
  #votes = 0;
  /** The number of the theme that took this one over, or 0. */
  mergedInto = 0;
  /** The terms that the theme is shown under. */
  name: readonly number[] = [];
  /** … and how they were written when it got that name. */
  words: readonly string[] = [];
  /** Nobody asked for so long that the theme is over, until somebody asks again. */
  isRetired = false;
  /** Cases when the memory was last searched for earlier questions. */
  searchedAtCases = 0;

  constructor(number: number, week: number) {
    this.number = number;
    this.firstWeek = week;
  }

  get cases(): number {
    return this.#cases.size + this.#closedCases;
  }

  /** How many cases use the word. */
  casesWith(term: number): number {
    return (this.#casesOfTerm.get(term)?.size ?? 0) + (this.#closedOfTerm.get(term) ?? 0);
  }

  /** Every word of its cases. */
  terms(): Set<number> {
    return new Set([...this.#casesOfTerm.keys(), ...this.#closedOfTerm.keys()]);
  }

  add(question: RecentQuestion): void {
    this.#questionsOfArea.set(question.areaKey, (this.#questionsOfArea.get(question.areaKey) ?? 0) + 1);
    this.#cases.add(question.caseKey);
    this.firstWeek = Math.min(this.firstWeek, question.week);
    this.#questionsOfWeek.set(question.week, (this.#questionsOfWeek.get(question.week) ?? 0) + 1);
    for (const term of question.terms) {
      const users = this.#casesOfTerm.get(term);
      if (users === undefined) this.#casesOfTerm.set(term, new Set([question.caseKey]));
      else users.add(question.caseKey);
    }
  }

  /** One question less; its case and its words go by `forgetCase`. */
  takeOut({ week, areaKey }: Pick<RecentQuestion, "week" | "areaKey">): void {
    lessen(this.#questionsOfWeek, week);
    lessen(this.#questionsOfArea, areaKey);
    if (this.#questionsOfWeek.size > 0) this.firstWeek = Math.min(...this.#questionsOfWeek.keys());
  }

  /** Forgets the words of a case, and the case itself unless it stays. */
  forgetCase(caseKey: number, stays: boolean): void {
    if (!stays) this.#cases.delete(caseKey);
    for (const [term, users] of this.#casesOfTerm) {
      users.delete(caseKey);
      if (users.size === 0) this.#casesOfTerm.delete(term);
    }
    this.searchedAtCases = Math.min(this.searchedAtCases, this.cases);
  }

  /** Forgets which its cases are, except for those still known, and keeps their numbers. */
  closeCases(known: ReadonlySet<number>): void {
    const closed = [...this.#cases].filter((caseKey) => !known.has(caseKey));
    for (const caseKey of closed) this.#cases.delete(caseKey);
    this.#closedCases += closed.length;
    for (const [term, users] of this.#casesOfTerm) {
      const before = users.size;
      for (const caseKey of closed) users.delete(caseKey);
      if (users.size < before) addAll(this.#closedOfTerm, new Map([[term, before - users.size]]));
      if (users.size === 0) this.#casesOfTerm.delete(term);
    }
  }

  /** Counts a vote to become part of another theme; only the latest candidate's votes are kept. */
  voteFor(other: number): number {
    this.#votes = this.#rival === other ? this.#votes + 1 : 1;
    this.#rival = other;
    return this.#votes;
  }

  /** Takes over all that another theme knew. */
  absorb(other: EmergentProfile): void {
    this.firstWeek = Math.min(this.firstWeek, other.firstWeek);
    for (const caseKey of other.#cases) this.#cases.add(caseKey);
    addAll(this.#questionsOfWeek, other.#questionsOfWeek);
    addAll(this.#questionsOfArea, other.#questionsOfArea);
    for (const [term, users] of other.#casesOfTerm) {
      this.#casesOfTerm.set(term, new Set([...(this.#casesOfTerm.get(term) ?? []), ...users]));
    }
    this.#closedCases += other.#closedCases;
    addAll(this.#closedOfTerm, other.#closedOfTerm);
    other.mergedInto = this.number;
  }

  /** Log odds that the question belongs to the theme, or 0 when they are too small. O(terms). */
  score(question: RecentQuestion, otherQuestions: number, elsewhere: Elsewhere): number {
    const terms = [...question.terms, ...question.before];
    const shared = this.#sharedOf(terms, elsewhere);
    if (shared === 0) return 0;
    let lately = QUIET_QUESTIONS;
    for (let apart = 1 - BUSY_WEEKS; apart < BUSY_WEEKS; apart++) {
      lately += this.#questionsOfWeek.get(question.week + apart) ?? 0;
    }
    const prior = Math.log(lately / (otherQuestions + 1)) + this.#areaEvidence(question.areaKey, elsewhere);
    // Most share too little to begin with, and need not be read for what else they say.
    if (shared + prior < LOG_ODDS_MIN) return 0;
    const odds = Math.max(0, shared - OTHER_WORD_COST * this.#otherWordsOf(terms, elsewhere)) + prior;
    return odds >= LOG_ODDS_MIN ? odds : 0;
  }

  /** How far words and place point to the theme, whatever the week; 0 without a shared word. For comparing themes. */
  affinity(question: RecentQuestion, elsewhere: Elsewhere): number {
    const shared = this.#sharedOf(question.terms, elsewhere);
    return shared === 0 ? 0 : shared + this.#areaEvidence(question.areaKey, elsewhere);
  }

  /** The last week in which somebody asked. */
  get lastWeek(): number {
    return Math.max(...this.#questionsOfWeek.keys());
  }

  wasBusyIn(week: number): boolean {
    for (let back = 0; back < BUSY_WEEKS; back++) if (this.#questionsOfWeek.has(week - back)) return true;
    return false;
  }

  /**
   * The words to show: telling ones that are rare elsewhere, most surprising first. While a theme is so young that it has none,
   * words that two cases share.
   */
  labelTerms(elsewhere: Elsewhere): number[] {
    const candidates = [...this.terms()].filter(
      (term) =>
        this.casesWith(term) >= LABEL_CASES_MIN &&
        !elsewhere.isFamily(term) &&
        elsewhere.canNameTheme(term) &&
        elsewhere.shareOf(term) <= LABEL_SHARE_MAX,
    );
    const telling = candidates.filter((term) => this.#isTelling(term, elsewhere));
    return (telling.length > 0 ? telling : candidates)
      .map((term) => ({ term, surprise: this.#surpriseOf(term, elsewhere) }))
      .sort((a, b) => b.surprise - a.surprise || a.term - b.term)
      .map(({ term }) => term);
  }

  write(writer: ByteWriter): void {
    writer.ints([this.number, this.firstWeek, this.searchedAtCases, this.mergedInto, this.#rival, this.#votes]);
    writer.ints(this.name);
    writer.texts(this.words);
    writer.int(this.isRetired ? 1 : 0);
    // Sorted, so that equal profiles are equal bytes, however they were filled.
    writer.ints(sorted(this.#cases));
    for (const counts of [this.#questionsOfWeek, this.#questionsOfArea]) {
      writer.ints(sorted(counts.keys()).flatMap((key) => [key, counts.get(key) ?? 0]));
    }
    const terms = sorted(this.#casesOfTerm.keys());
    writer.ints(terms);
    for (const term of terms) writer.ints(sorted(this.#casesOfTerm.get(term) ?? []));
    writer.int(this.#closedCases);
    writer.ints(sorted(this.#closedOfTerm.keys()).flatMap((term) => [term, this.#closedOfTerm.get(term) ?? 0]));
  }

  /** Adds the families of its words, for a profile of an earlier version that knows stems only. */
  addFamilies(familyOf: (term: number) => number): void {
    for (const [term, users] of [...this.#casesOfTerm]) {
      const family = familyOf(term);
      this.#casesOfTerm.set(family, new Set([...(this.#casesOfTerm.get(family) ?? []), ...users]));
    }
    for (const [term, cases] of [...this.#closedOfTerm]) {
      const family = familyOf(term);
      if (family !== term) addAll(this.#closedOfTerm, new Map([[family, cases]]));
    }
  }

  /** `knowsClosed`: the bytes tell of closed cases, which those of an earlier version do not. */
  static read(reader: ByteReader, knowsClosed: boolean): EmergentProfile {
    const [number = 0, firstWeek = 0, searchedAtCases = 0, mergedInto = 0, rival = 0, votes = 0] = reader.ints();
    const profile = new EmergentProfile(number, firstWeek);
    profile.searchedAtCases = searchedAtCases;
    profile.mergedInto = mergedInto;
    profile.#rival = rival;
    profile.#votes = votes;
    profile.name = [...reader.ints()];
    profile.words = reader.texts();
    profile.isRetired = reader.int() === 1;
    profile.#cases = new Set(reader.ints());
    readPairs(reader, profile.#questionsOfWeek);
    readPairs(reader, profile.#questionsOfArea);
    for (const term of reader.ints()) profile.#casesOfTerm.set(term, new Set());
    for (const users of profile.#casesOfTerm.values()) {
      for (const caseKey of reader.ints()) users.add(caseKey);
    }
    if (knowsClosed) {
      profile.#closedCases = reader.int();
      readPairs(reader, profile.#closedOfTerm);
    }
    return profile;
  }

  /** The words of its cases that say something for it: who holds none of them has no odds. */
  tellingWords(elsewhere: Elsewhere): number[] {
    return [...this.terms()].filter((term) => this.#evidenceOf(term, elsewhere) !== undefined);
  }

  /**
   * Telling words count in full, words of a case or two a little. Of a family only what tells most counts: its words say the same
   * thing twice.
   */
  #sharedOf(terms: readonly number[], elsewhere: Elsewhere): number {
    const strongest = new Map<number, number>();
    let weak = 0;
    for (const term of terms) {
      const evidence = this.#evidenceOf(term, elsewhere);
      if (evidence === undefined) continue;
      if (evidence.isTelling) {
        const family = elsewhere.familyOf(term);
        strongest.set(family, Math.max(evidence.nats, strongest.get(family) ?? 0));
      } else weak += evidence.nats;
    }
    let strong = 0;
    for (const evidence of strongest.values()) strong += evidence;
    return strong + Math.min(weak, WEAK_SUM_MAX);
  }

  /** What one word says for the theme; undefined when it says nothing. */
  #evidenceOf(term: number, elsewhere: Elsewhere): Evidence | undefined {
    const cases = this.casesWith(term);
    if (cases === 0 || !elsewhere.canNameTheme(term)) return undefined;
    const share = elsewhere.shareOf(term);
    const isTelling = this.#isTelling(term, elsewhere);
    const counts = isTelling || (share <= (WEAK_SHARE_MAX[kindOf(cases)] as number) && !elsewhere.isFamily(term));
    if (!counts) return undefined;
    const ratio = Math.log(cases / (this.cases + 1) / share);
    const nats = isTelling ? ratio : Math.min(ratio, this.#weakEvidence(cases));
    return nats > 0 ? { nats, isTelling } : undefined;
  }

  /** How many words could name a subject and are none of the theme's; a family is no word of its own. */
  #otherWordsOf(terms: readonly number[], elsewhere: Elsewhere): number {
    const isOther = (term: number): boolean =>
      this.casesWith(term) === 0 && !elsewhere.isFamily(term) && elsewhere.canNameTheme(term);
    return terms.filter(isOther).length;
  }

  #weakEvidence(cases: number): number {
    const kind = kindOf(cases);
    return this.cases <= (WEAK_CASES_MAX[kind] as number) ? (WEAK_EVIDENCE[kind] as number) : 0;
  }

  #areaEvidence(area: number, elsewhere: Elsewhere): number {
    let questions = 0;
    for (const count of this.#questionsOfArea.values()) questions += count;
    const usual = elsewhere.areaShareOf(area);
    const share = ((this.#questionsOfArea.get(area) ?? 0) + usual) / (questions + 1);
    return Math.max(-AREA_EVIDENCE_MAX, Math.min(AREA_EVIDENCE_MAX, Math.log(share / usual)));
  }

  #isTelling(term: number, elsewhere: Elsewhere): boolean {
    const cases = this.casesWith(term);
    if (cases < TELLING_CASES_MIN || cases < TELLING_SHARE_MIN * this.cases) return false;
    return elsewhere.canNameTheme(term) && this.#surpriseOf(term, elsewhere) >= TELLING_SURPRISE_MIN;
  }

  #surpriseOf(term: number, elsewhere: Elsewhere): number {
    return surpriseOf(this.casesWith(term), elsewhere.shareOf(term) * this.cases);
  }
}

/** A word of one case, or of two and more that is not telling. */
function kindOf(cases: number): number {
  return Math.min(cases, 2);
}

function sorted(numbers: Iterable<number>): number[] {
  return [...numbers].sort((a, b) => a - b);
}

import { AreaHeat } from "./area-heat.js";
import type { BackgroundTerms } from "./background-terms.js";
import type { ByteReader, ByteWriter } from "./byte-codec.js";
import type { Elsewhere } from "./emergent-profile.js";
import type { RecentQuestion } from "./recent-questions.js";
import { TermCounts } from "./term-counts.js";
import { TermShares } from "./term-shares.js";
import { type Expected, THEME_WINDOW_WEEKS } from "./theme-rules.js";
import { Vocabulary } from "./vocabulary.js";

/**
 * What is usual among unknown questions that no theme took: how common each word is, how much each area asks, and what the
 * last weeks hold beside that. A theme is what stands out against it.
 */
export class UsualQuestions implements Elsewhere {
  readonly #vocabulary = new Vocabulary();
  /** Words of what may only join: ten times as much, so that what everybody writes beside a question shows there first. */
  readonly #beside = new TermCounts();
  readonly #shares: TermShares;
  readonly #heat = new AreaHeat();
  /** How many questions of the window hold each term, and how many questions those are. */
  readonly #windowFrequency = new Map<number, number>();
  #windowTexts = 0;

  constructor(background: BackgroundTerms) {
    this.#shares = new TermShares(this.#vocabulary, background, this.#beside);
  }

  /** The number that stands for a term everywhere. */
  number(term: string): number {
    return this.#shares.number(term);
  }

  /** The number of the family of a stem; see word-family.ts. */
  numberOfFamily(stem: string): number {
    return this.#shares.numberOfFamily(stem);
  }

  familyOf(term: number): number {
    return this.#shares.familyOf(term);
  }

  isFamily(term: number): boolean {
    return this.#shares.isFamily(term);
  }

  count(question: RecentQuestion, week: number): void {
    if (question.joinsOnly) {
      this.#beside.count(question.terms);
      return;
    }
    this.#vocabulary.counts.count(question.terms);
    this.#heat.add(question.areaKey, question.week, 1);
    if (isInWindow(question.week, week)) this.#countInWindow(question, 1);
  }

  /** A question that found a theme is no longer usual. */
  uncount(question: RecentQuestion, week: number): void {
    if (question.joinsOnly) {
      this.#beside.uncount(question.terms);
      return;
    }
    this.#vocabulary.counts.uncount(question.terms);
    this.#heat.add(question.areaKey, question.week, -1);
    if (isInWindow(question.week, week)) this.#countInWindow(question, -1);
  }

  /** A question that was counted so long ago that nobody remembers its words. */
  uncountForgotten({ areaKey, week }: Pick<RecentQuestion, "areaKey" | "week">): void {
    this.#vocabulary.counts.uncountUnknown();
    this.#heat.cool(areaKey, week);
  }

  /** How many stretches that no theme took held the term, questions and what is said beside them. */
  stretchesWith(term: number): number {
    return this.#vocabulary.counts.frequency(term) + this.#beside.frequency(term);
  }

  /** See `TermShares.forgetUnless`. */
  forgetUnless(isVouchedFor: (term: number) => boolean, forgotten: (term: number) => void): void {
    this.#shares.forgetUnless(isVouchedFor, (term) => {
      this.#beside.forget(term);
      forgotten(term);
    });
  }

  /** Time moved on: questions, not context, that were in the window and no longer are leave it. */
  moveWindow(questions: readonly RecentQuestion[], from: number, to: number): void {
    for (const question of questions) {
      if (question.joinsOnly) continue;
      if (isInWindow(question.week, from) && !isInWindow(question.week, to)) this.#countInWindow(question, -1);
    }
  }

  weightOf(term: number): number {
    return this.#shares.weightOf(term);
  }

  shareOf(term: number): number {
    return this.#shares.shareOf(term);
  }

  canNameTheme(term: number): boolean {
    return this.#shares.canNameTheme(term);
  }

  areaShareOf(area: number): number {
    return this.#heat.shareOf(area);
  }

  areaSurpriseOf(area: number, week: number): number {
    return this.#heat.surpriseOf(area, week);
  }

  get windowTexts(): number {
    return this.#windowTexts;
  }

  /** What ordinary weeks would bring of a term in the window; undefined for a word that names nothing. */
  expectedInWindow(term: number): Expected | undefined {
    if (!this.#shares.canNameTheme(term)) return undefined;
    const share = this.#shares.shareBefore(term, this.#windowFrequency.get(term) ?? 0, this.#windowTexts);
    return { questions: share * this.#windowTexts, share };
  }

  write(writer: ByteWriter): void {
    this.#vocabulary.write(writer);
    this.#beside.write(writer, this.#vocabulary.size);
    writer.ints(this.#heat.cells());
  }

  /** `knowsFamilies`: the bytes tell of families and of what is said beside questions, which those of earlier versions do not. */
  read(reader: ByteReader, knowsFamilies: boolean): void {
    this.#vocabulary.read(reader);
    const stems = this.#vocabulary.size;
    this.#shares.restore();
    if (knowsFamilies) this.#beside.read(reader);
    else this.#countFamilies(stems);
    this.#heat.restore(reader.ints());
  }

  restoreWindow(questions: readonly RecentQuestion[], week: number): void {
    for (const question of questions) {
      if (!question.joinsOnly && isInWindow(question.week, week)) this.#countInWindow(question, 1);
    }
  }

  #countFamilies(stems: number): void {
    const { counts } = this.#vocabulary;
    for (let stem = 0; stem < stems; stem++) {
      const family = this.familyOf(stem);
      if (family !== stem) counts.add(family, counts.frequency(stem));
    }
  }

  #countInWindow(question: RecentQuestion, sign: 1 | -1): void {
    this.#windowTexts += sign;
    for (const term of question.terms) {
      this.#windowFrequency.set(term, (this.#windowFrequency.get(term) ?? 0) + sign);
    }
  }
}

/** The window of a week: the four weeks up to and with it. */
export function isInWindow(week: number, now: number): boolean {
  return week > now - THEME_WINDOW_WEEKS;
}

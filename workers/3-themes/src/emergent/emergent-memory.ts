import type { CaseId, QuestionId } from "@rode-draad/domain";
import type { BackgroundTerms } from "./background-terms.js";
import { ByteReader, ByteWriter } from "./byte-codec.js";
import { EmergentProfile } from "./emergent-profile.js";
import {
  type ErasedFromThemes,
  type ErasedQuestion,
  noteOf,
  readingsOf,
  takeOutOfThemes,
  termsOf,
} from "./erased-questions.js";
import type { FoundTheme } from "./found-theme.js";
import { hashKey } from "./hash-key.js";
import { OnlineClusterer } from "./online-clusterer.js";
import { type RecentQuestion, RecentQuestions } from "./recent-questions.js";
import { scanArea } from "./scan-area.js";
import { readStateVersion, STATE_VERSION } from "./state-version.js";
import { SurfaceForms } from "./surface-forms.js";
import { type Reading, TakenQuestions } from "./taken-questions.js";
import type { ThemeChange } from "./theme-change.js";
import { ThemeHistory } from "./theme-history.js";
import { isTheme, THEME_CASES_MIN, THEME_WINDOW_WEEKS, weighEvidence } from "./theme-rules.js";
import { toRecentQuestion } from "./to-recent-question.js";
import { UNKNOWN_CLUSTERS } from "./unknown-clusters.js";
import type { UnknownQuestion } from "./unknown-question.js";
import { isInWindow, UsualQuestions } from "./usual-questions.js";
import { weekNumber } from "./week-number.js";

/** How long a question without a theme is remembered. What needs longer to take shape is no happening. */
const REMEMBERED_WEEKS = 12;
/** A theme searches the memory again when it grew by a tenth: its telling words are richer then. By a quarter, 0.03 of its questions were missed. */
const SEARCH_GROWTH = 1.1;

/** Founders whose words and area point to a theme this much (nats) are akin to it; this share of them makes one happening. */
const KIN_AFFINITY_MIN = 3;
const KIN_SHARE_MIN = 0.4;
/** Questions that fit two themes, before the smaller becomes part of the larger … */
const MERGE_VOTES_MIN = 3;
/** … and as a share of the smaller one's cases. */
const MERGE_SHARE_MIN = 0.2;

/** A word of fewer questions than this can be somebody's own; of what is usual it says next to nothing. */
const COMMON_QUESTIONS_MIN = 3;

/**
 * The memory of emergent themes of one municipality. A question that fits a theme joins it; the others are clustered in
 * one pass. A cluster that passes the rules of a theme gets an id that is never reused, leaves the clusterer, and takes
 * along every remembered question that fits it. What is decided about a question never changes afterwards.
 */
export class EmergentMemory {
  readonly #usual: UsualQuestions;
  readonly #surfaces = new SurfaceForms();
  readonly #history: ThemeHistory;
  readonly #recent = new RecentQuestions();
  readonly #clusterer: OnlineClusterer;
  readonly #themes: EmergentProfile[] = [];
  #readUntilMs = 0;
  #week = 0;
  readonly #taken = new TakenQuestions();
  /** Numbers of themes that people's decisions rest on: none of them becomes part of another. */
  readonly #held: ReadonlySet<number>;

  constructor(background: BackgroundTerms, state?: Uint8Array, held: ReadonlySet<number> = new Set()) {
    this.#held = held;
    this.#usual = new UsualQuestions(background);
    this.#history = new ThemeHistory(this.#usual, this.#surfaces);
    this.#clusterer = new OnlineClusterer(UNKNOWN_CLUSTERS, (term) => this.#usual.weightOf(term), {
      merged: (from, into) => this.#recent.merge(from, into),
    });
    if (state !== undefined) this.#restore(state);
  }

  get themes(): readonly EmergentProfile[] {
    return this.#themes;
  }

  /** What happened to themes since the memory was read or made, in order. */
  get changes(): readonly ThemeChange[] {
    return this.#history.changes;
  }

  /** The number of the theme that a theme's questions belong to now. */
  resolve(number: number): number {
    let theme = this.#themes[number - 1];
    while (theme !== undefined && theme.mergedInto !== 0) theme = this.#themes[theme.mergedInto - 1];
    return theme?.number ?? number;
  }

  get readUntil(): Date | undefined {
    return this.#readUntilMs === 0 ? undefined : new Date(this.#readUntilMs);
  }

  hasTaken(unknown: Reading): boolean {
    return this.#taken.has(unknown);
  }

  /** Takes in one unknown question; returns every question that found its theme by it, itself perhaps among them. */
  take(unknown: UnknownQuestion): FoundTheme[] {
    if (this.hasTaken(unknown)) return [];
    this.#taken.add(unknown);
    this.#readUntilMs = Math.max(this.#readUntilMs, unknown.themedAt?.getTime() ?? 0);
    const question = toRecentQuestion(unknown, this.#usual, this.#surfaces);
    this.#moveTo(question.week);
    const [best, second] = this.#fittingThemes(question);
    if (best !== undefined) {
      const theme = second === undefined ? best : this.#voteForMerge(best, second);
      this.#give(theme, question);
      return [this.#foundBy(theme, question), ...this.#searchWhenGrown(theme)];
    }
    if (question.terms.length === 0) return [];
    this.#usual.count(question, this.#week);
    if (question.joinsOnly) {
      this.#recent.add(question);
      return [];
    }
    question.cluster = this.#clusterer.add(this.#stemsOf(question), question.week);
    this.#recent.add(question);
    return this.#promoteCluster(question.cluster) ?? this.#promoteArea(question) ?? [];
  }

  /**
   * Forgets erased questions: they leave the themes, the clusters and what is usual, and every word goes that neither another question
   * nor the shipped table vouches for. What was decided about other questions stands. O(memory).
   */
  forget(erased: ErasedFromThemes): void {
    const { questions } = erased;
    this.#taken.forget(readingsOf(questions));
    const remembered = this.#dropRecent(questions, (question) => this.#usual.uncount(question, this.#week));
    for (const { id, isUsual, areaCode, week } of questions) {
      if (!isUsual || remembered.has(id)) continue;
      this.#usual.uncountForgotten({ areaKey: hashKey(areaCode), week: weekNumber(week) });
    }
    takeOutOfThemes(this.#themes, erased);
    for (const theme of this.#themes) this.#history.reviewErasure(theme, this.#week);
    this.#forgetWords(() => false);
  }

  /**
   * Forgets which cases asked, but for the known ones, and the questions of closed months with the words that few of them used.
   * How many there were stays.
   */
  closeCases(known: Iterable<CaseId>, questions: readonly Pick<ErasedQuestion, "id" | "noteVersion">[]): void {
    this.#taken.forget(questions);
    this.#dropRecent(questions, () => {});
    const keys = new Set([...known].map(hashKey));
    for (const theme of this.#themes) theme.closeCases(keys);
    this.#forgetWords((term) => this.#usual.stretchesWith(term) >= COMMON_QUESTIONS_MIN);
  }

  /** Every word goes that nothing in memory, nor the shipped table, nor `isKept` vouches for. */
  #forgetWords(isKept: (term: number) => boolean): void {
    const vouched = termsOf(this.#recent.all(), this.#themes);
    this.#usual.forgetUnless(
      (term) => vouched.has(term) || isKept(term),
      (term) => this.#surfaces.forget(term),
    );
  }

  /** Takes the questions of these notes out of the memory and of their clusters; `drop` hears of each that counted as usual. */
  #dropRecent(
    questions: readonly Pick<ErasedQuestion, "id">[],
    drop: (question: RecentQuestion) => void,
  ): Set<QuestionId> {
    const notes = new Set(questions.map(({ id }) => noteOf(id)));
    const gone = new Set(this.#recent.all().filter(({ id }) => notes.has(noteOf(id))));
    this.#recent.remove(gone);
    for (const question of gone) drop(question);
    for (const cluster of new Set([...gone].map((question) => question.cluster))) {
      const left = this.#recent.inCluster(cluster);
      this.#clusterer.refill(
        cluster,
        left.map((question) => ({ terms: this.#stemsOf(question), week: question.week })),
      );
    }
    return new Set([...gone].map(({ id }) => id));
  }

  save(): Uint8Array {
    const writer = new ByteWriter();
    writer.int(STATE_VERSION);
    writer.float(this.#readUntilMs);
    writer.int(this.#week);
    this.#taken.write(writer);
    this.#usual.write(writer);
    this.#surfaces.write(writer);
    this.#recent.write(writer);
    this.#clusterer.write(writer);
    writer.int(this.#themes.length);
    for (const theme of this.#themes) theme.write(writer);
    return writer.finish();
  }

  #restore(state: Uint8Array): void {
    const reader = new ByteReader(state);
    const { knowsFamilies, knowsClosed, knowsContext } = readStateVersion(reader);
    this.#readUntilMs = reader.float();
    this.#week = reader.int();
    this.#taken.read(reader);
    this.#usual.read(reader, knowsFamilies);
    this.#surfaces.read(reader);
    this.#recent.read(reader, knowsContext, (terms) => (knowsFamilies ? terms : this.#withFamilies(terms)));
    this.#clusterer.read(reader);
    for (let left = reader.int(); left > 0; left--) {
      const theme = EmergentProfile.read(reader, knowsClosed);
      if (!knowsFamilies) theme.addFamilies((term) => this.#usual.familyOf(term));
      this.#themes.push(theme);
    }
    this.#usual.restoreWindow(this.#recent.all(), this.#week);
  }

  /** Clusters compare stems: families would tie them together. */
  #stemsOf({ terms }: RecentQuestion): number[] {
    return terms.filter((term) => !this.#usual.isFamily(term));
  }

  #withFamilies(terms: readonly number[]): number[] {
    return [...new Set(terms.flatMap((term) => [term, this.#usual.familyOf(term)]))];
  }

  /** Time only moves on: a late question joins its own week without turning the clock back. */
  #moveTo(week: number): void {
    if (week <= this.#week) return;
    this.#usual.moveWindow(this.#recent.all(), this.#week, week);
    this.#week = week;
    this.#recent.forgetBefore(week - REMEMBERED_WEEKS);
    for (const theme of this.#themes) this.#history.review(theme, week);
  }

  /** A question more for the theme. */
  #give(theme: EmergentProfile, question: RecentQuestion): void {
    theme.add(question);
    this.#history.asked(theme, this.#week);
  }

  /** Best odds first; of equal odds the older theme. */
  #fittingThemes(question: RecentQuestion): EmergentProfile[] {
    return this.#themes
      .filter((theme) => theme.mergedInto === 0)
      .map((theme) => ({ theme, score: this.#oddsOf(question, theme) }))
      .filter(({ score }) => score >= question.oddsMin)
      .sort((a, b) => b.score - a.score || a.theme.number - b.theme.number)
      .map(({ theme }) => theme);
  }

  #fits(question: RecentQuestion, theme: EmergentProfile): boolean {
    return this.#oddsOf(question, theme) >= question.oddsMin;
  }

  #oddsOf(question: RecentQuestion, theme: EmergentProfile): number {
    return theme.score(question, this.#usual.windowTexts, this.#usual);
  }

  /**
   * A question that fits two themes is a vote to merge them; the one with fewer cases, or the younger, gives way. A theme that
   * people hold never does.
   */
  #voteForMerge(one: EmergentProfile, other: EmergentProfile): EmergentProfile {
    const isLarger = one.cases > other.cases || (one.cases === other.cases && one.number < other.number);
    const [oneHeld, otherHeld] = [this.#held.has(one.number), this.#held.has(other.number)];
    if (oneHeld && otherHeld) return one;
    const [large, small] = oneHeld || (isLarger && !otherHeld) ? [one, other] : [other, one];
    const votes = small.voteFor(large.number);
    if (votes < Math.max(MERGE_VOTES_MIN, MERGE_SHARE_MIN * small.cases)) return one;
    large.absorb(small);
    this.#history.merged(small, this.#week);
    return large;
  }

  /** First way to a theme: a cluster with words that ordinary weeks do not hold. */
  #promoteCluster(cluster: number): FoundTheme[] | undefined {
    const members = this.#recent.inCluster(cluster);
    if (members.length < THEME_CASES_MIN) return undefined;
    const window = members.filter((question) => isInWindow(question.week, this.#week));
    const evidence = weighEvidence(window, (term) => this.#usual.expectedInWindow(term));
    if (!isTheme(evidence)) return undefined;
    // Only those that use the core found the theme; the cluster's others join it when they fit, like anyone else.
    const core = new Set(evidence.core.map(({ term }) => term));
    const found = this.#foundTheme(window.filter((question) => question.terms.some((term) => core.has(term))));
    if (found !== undefined) this.#clusterer.release(cluster);
    return found;
  }

  /** Second way: a word that a wijk suddenly uses. */
  #promoteArea(question: RecentQuestion): FoundTheme[] | undefined {
    const { areaKey } = question;
    const founders = scanArea(
      question,
      this.#recent.inArea(areaKey, this.#week - THEME_WINDOW_WEEKS + 1, this.#week),
      this.#usual.areaSurpriseOf(areaKey, this.#week),
      (term) => this.#usual.expectedInWindow(term),
    );
    return founders && this.#foundTheme(founders);
  }

  /** Makes a new theme of the founders, unless they are a late part of a theme that is busy now, or nothing names them. */
  #foundTheme(founders: readonly RecentQuestion[]): FoundTheme[] | undefined {
    const kin = this.#themes.find((theme) => this.#isKin(theme, founders));
    if (kin !== undefined) return [...this.#adopt(kin, founders), ...this.#search(kin)];
    const theme = new EmergentProfile(this.#themes.length + 1, this.#week);
    for (const question of founders) theme.add(question);
    if (!this.#history.founded(theme, this.#week)) return undefined;
    this.#themes.push(theme);
    for (const question of founders) this.#usual.uncount(question, this.#week);
    this.#recent.remove(new Set(founders));
    return [...founders.map((question) => this.#foundBy(theme, question)), ...this.#search(theme)];
  }

  #isKin(theme: EmergentProfile, founders: readonly RecentQuestion[]): boolean {
    if (theme.mergedInto !== 0 || !theme.wasBusyIn(this.#week)) return false;
    const akin = founders.filter((question) => theme.affinity(question, this.#usual) >= KIN_AFFINITY_MIN);
    return akin.length >= KIN_SHARE_MIN * founders.length;
  }

  #searchWhenGrown(theme: EmergentProfile): FoundTheme[] {
    return theme.cases >= theme.searchedAtCases * SEARCH_GROWTH ? this.#search(theme) : [];
  }

  /** Looks for remembered questions that fit the theme, until no more join. */
  #search(theme: EmergentProfile): FoundTheme[] {
    const found: FoundTheme[] = [];
    for (;;) {
      theme.searchedAtCases = theme.cases;
      // Whoever does not fit it need not be held against all the others.
      const fitting = this.#recent
        .withAny(theme.tellingWords(this.#usual))
        .filter((question) => this.#fits(question, theme) && this.#fittingThemes(question)[0] === theme);
      if (fitting.length === 0) return found;
      found.push(...this.#adopt(theme, fitting));
    }
  }

  /** The theme takes the questions: they leave the memory, and the background no longer counts them. */
  #adopt(theme: EmergentProfile, questions: readonly RecentQuestion[]): FoundTheme[] {
    this.#recent.remove(new Set(questions));
    for (const question of questions) {
      this.#usual.uncount(question, this.#week);
      this.#give(theme, question);
    }
    return questions.map((question) => this.#foundBy(theme, question));
  }

  #foundBy(theme: EmergentProfile, question: RecentQuestion): FoundTheme {
    const logOdds = this.#oddsOf(question, theme);
    const { id: questionId, noteVersion } = question;
    return { questionId, noteVersion, theme: theme.number, confidence: 1 / (1 + Math.exp(-logOdds)) };
  }
}

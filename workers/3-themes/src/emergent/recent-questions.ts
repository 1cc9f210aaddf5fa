import type { QuestionId } from "@rode-draad/domain";
import type { ByteReader, ByteWriter } from "./byte-codec.js";
import { joiningOddsMin } from "./joining-odds.js";

/** An unknown question as remembered for a while: which words, of which case, where. No text. */
export interface RecentQuestion {
  readonly id: QuestionId;
  readonly noteVersion: number;
  /** 32-bit hashes: enough to count distinct cases and areas, and nothing points back at a case. */
  readonly caseKey: number;
  readonly areaKey: number;
  /** Context and what has a certain theme do not count as usual, and towards a new theme only beside those who ask. */
  readonly joinsOnly: boolean;
  /** Log odds from which a theme takes it; see `joiningOddsMin`. */
  readonly oddsMin: number;
  readonly week: number;
  readonly terms: readonly number[];
  /** Words of the context before it that are not its own: they help it to join a theme, and never found one. */
  readonly before: readonly number[];
  cluster: number;
}

/**
 * The unknown questions of the last weeks that no theme took, so that they can join a theme that takes shape later.
 * Bounded by time: the memory forgets whole weeks.
 */
export class RecentQuestions {
  readonly #byWeek = new Map<number, Week>();
  readonly #byCluster = new Map<number, RecentQuestion[]>();

  add(question: RecentQuestion): void {
    const week = this.#byWeek.get(question.week) ?? new Week();
    this.#byWeek.set(question.week, week);
    week.add(question);
    push(this.#byCluster, question.cluster, question);
  }

  inCluster(cluster: number): readonly RecentQuestion[] {
    return this.#byCluster.get(cluster) ?? [];
  }

  /** What was said in one area from one week to another, both included. O(weeks). */
  inArea(areaKey: number, fromWeek: number, toWeek: number): SaidInArea {
    const weeks: Week[] = [];
    for (let number = fromWeek; number <= toWeek; number++) {
      const week = this.#byWeek.get(number);
      if (week !== undefined) weeks.push(week);
    }
    return {
      stretches: weeks.reduce((sum, week) => sum + week.stretchesIn(areaKey), 0),
      withTerm: (term) =>
        weeks.flatMap((week) =>
          week.withTerm(term).filter((question) => question.areaKey === areaKey && question.terms.includes(term)),
        ),
    };
  }

  /** Who used one of these terms, or has one in the context before; by id. O(weeks × terms, and those found). */
  withAny(terms: readonly number[]): RecentQuestion[] {
    const weeks = [...this.#byWeek.values()];
    const found = new Set(weeks.flatMap((week) => terms.flatMap((term) => week.withTerm(term))));
    return [...found].sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** All, oldest week first. */
  all(): RecentQuestion[] {
    return [...this.#byWeek].sort(([a], [b]) => a - b).flatMap(([, week]) => week.questions);
  }

  merge(from: number, into: number): void {
    for (const question of this.#byCluster.get(from) ?? []) {
      question.cluster = into;
      push(this.#byCluster, into, question);
    }
    this.#byCluster.delete(from);
  }

  /** Takes questions out: they found a theme, or their note was replaced or erased. */
  remove(gone: ReadonlySet<RecentQuestion>): void {
    for (const week of new Set([...gone].map((question) => question.week))) this.#byWeek.get(week)?.remove(gone);
    for (const cluster of new Set([...gone].map((question) => question.cluster))) drop(this.#byCluster, cluster, gone);
  }

  forgetBefore(number: number): void {
    for (const [old, { questions }] of this.#byWeek) {
      if (old >= number) continue;
      const gone = new Set(questions);
      for (const cluster of new Set(questions.map((question) => question.cluster)))
        drop(this.#byCluster, cluster, gone);
      this.#byWeek.delete(old);
    }
  }

  write(writer: ByteWriter): void {
    const questions = this.all();
    writer.texts(questions.map((question) => question.id));
    for (const question of questions) {
      writer.int(question.noteVersion);
      writer.int(question.caseKey);
      writer.int(question.areaKey);
      writer.int(question.joinsOnly ? 1 : 0);
      writer.float(question.oddsMin);
      writer.int(question.week);
      writer.ints(question.terms);
      writer.ints(question.before);
      writer.int(question.cluster);
    }
  }

  /** `knowsContext`: the bytes tell odds and context of each question, which those of an earlier version do not. `widen`: what its terms are now. */
  read(reader: ByteReader, knowsContext: boolean, widen: (terms: readonly number[]) => readonly number[]): void {
    for (const id of reader.texts()) {
      const noteVersion = reader.int();
      const [caseKey, areaKey, joinsOnly] = [reader.int(), reader.int(), reader.int() === 1];
      const oddsMin = knowsContext ? reader.float() : joiningOddsMin(joinsOnly ? { joinsOnly } : {});
      const week = reader.int();
      const terms = widen([...reader.ints()]);
      const before = knowsContext ? [...reader.ints()] : [];
      this.add({ id, noteVersion, caseKey, areaKey, joinsOnly, oddsMin, week, terms, before, cluster: reader.int() });
    }
  }
}

/** What was said in an area during some weeks. */
export interface SaidInArea {
  readonly stretches: number;
  /** Who used the term, in order of week and arrival. */
  withTerm(term: number): readonly RecentQuestion[];
}

/** What was said in one week, with an index of words. Only rare words are looked up, so one index for all areas is the smallest. */
class Week {
  #questions: RecentQuestion[] = [];
  readonly #byTerm = new Map<number, RecentQuestion[]>();
  readonly #stretches = new Map<number, number>();
  /** They stay in the index until the week is forgotten: common words have long lists, which nobody reads. */
  readonly #gone = new Set<RecentQuestion>();

  get questions(): readonly RecentQuestion[] {
    return this.#questions;
  }

  add(question: RecentQuestion): void {
    this.#questions.push(question);
    for (const term of new Set([...question.terms, ...question.before])) push(this.#byTerm, term, question);
    this.#count(question, 1);
  }

  /** `gone`: perhaps of other weeks too. */
  remove(gone: ReadonlySet<RecentQuestion>): void {
    this.#questions = this.#questions.filter((question) => {
      if (!gone.has(question)) return true;
      this.#gone.add(question);
      this.#count(question, -1);
      return false;
    });
  }

  stretchesIn(areaKey: number): number {
    return this.#stretches.get(areaKey) ?? 0;
  }

  /** Who used the term, or has it in the context before, in order of arrival. */
  withTerm(term: number): readonly RecentQuestion[] {
    return (this.#byTerm.get(term) ?? []).filter((question) => !this.#gone.has(question));
  }

  #count({ areaKey }: RecentQuestion, more: number): void {
    this.#stretches.set(areaKey, this.stretchesIn(areaKey) + more);
  }
}

function push(groups: Map<number, RecentQuestion[]>, key: number, question: RecentQuestion): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [question]);
  else group.push(question);
}

function drop(groups: Map<number, RecentQuestion[]>, key: number, gone: ReadonlySet<RecentQuestion>): void {
  const left = (groups.get(key) ?? []).filter((question) => !gone.has(question));
  if (left.length === 0) groups.delete(key);
  else groups.set(key, left);
}

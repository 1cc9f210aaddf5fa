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
  readonly #byWeek = new Map<number, RecentQuestion[]>();
  /** Week by week and area by area, so that a scan reads only who shares a word with a question there. */
  readonly #byPlace = new Map<number, Map<number, Place>>();
  readonly #byCluster = new Map<number, RecentQuestion[]>();

  add(question: RecentQuestion): void {
    push(this.#byWeek, question.week, question);
    push(this.#byCluster, question.cluster, question);
    this.#placeOf(question).add(question);
  }

  inCluster(cluster: number): readonly RecentQuestion[] {
    return this.#byCluster.get(cluster) ?? [];
  }

  /** What was said in one area from one week to another, both included. O(weeks). */
  inArea(areaKey: number, fromWeek: number, toWeek: number): SaidInArea {
    const places: Place[] = [];
    for (let week = fromWeek; week <= toWeek; week++) {
      const place = this.#byPlace.get(week)?.get(areaKey);
      if (place !== undefined) places.push(place);
    }
    return {
      stretches: places.reduce((sum, place) => sum + place.stretches, 0),
      withTerm: (term) => places.flatMap((place) => place.withTerm(term)),
    };
  }

  /** Who used one of these terms, or has one in the context before; by id. O(weeks × areas × terms, and those found). */
  withAny(terms: readonly number[]): RecentQuestion[] {
    const found = new Set<RecentQuestion>();
    for (const places of this.#byPlace.values()) for (const place of places.values()) place.gather(terms, found);
    return [...found].sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** All, oldest week first. */
  all(): RecentQuestion[] {
    return [...this.#byWeek].sort(([a], [b]) => a - b).flatMap(([, questions]) => questions);
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
    for (const week of new Set([...gone].map((question) => question.week))) drop(this.#byWeek, week, gone);
    for (const cluster of new Set([...gone].map((question) => question.cluster))) drop(this.#byCluster, cluster, gone);
    for (const question of gone) this.#placeOf(question).remove(question, gone);
  }

  forgetBefore(week: number): void {
    for (const [old, questions] of this.#byWeek) {
      if (old >= week) continue;
      const gone = new Set(questions);
      for (const cluster of new Set(questions.map((question) => question.cluster)))
        drop(this.#byCluster, cluster, gone);
      this.#byWeek.delete(old);
      this.#byPlace.delete(old);
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

  #placeOf({ week, areaKey }: RecentQuestion): Place {
    const places = this.#byPlace.get(week) ?? new Map<number, Place>();
    this.#byPlace.set(week, places);
    const place = places.get(areaKey) ?? new Place();
    places.set(areaKey, place);
    return place;
  }
}

/** What was said in an area during some weeks. */
export interface SaidInArea {
  readonly stretches: number;
  /** Who used the term, in order of week and arrival. */
  withTerm(term: number): readonly RecentQuestion[];
}

/** What was said in one area in one week. */
class Place {
  stretches = 0;
  readonly #byTerm = new Map<number, RecentQuestion[]>();
  readonly #byTermBefore = new Map<number, RecentQuestion[]>();

  add(question: RecentQuestion): void {
    this.stretches++;
    for (const term of question.terms) push(this.#byTerm, term, question);
    for (const term of question.before) push(this.#byTermBefore, term, question);
  }

  /** `gone`: whoever is taken out beside it. */
  remove(question: RecentQuestion, gone: ReadonlySet<RecentQuestion>): void {
    this.stretches--;
    for (const term of question.terms) drop(this.#byTerm, term, gone);
    for (const term of question.before) drop(this.#byTermBefore, term, gone);
  }

  withTerm(term: number): readonly RecentQuestion[] {
    return this.#byTerm.get(term) ?? [];
  }

  gather(terms: readonly number[], into: Set<RecentQuestion>): void {
    for (const term of terms) {
      for (const question of this.#byTerm.get(term) ?? []) into.add(question);
      for (const question of this.#byTermBefore.get(term) ?? []) into.add(question);
    }
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

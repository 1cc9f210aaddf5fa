import {
  type CorrectionEvidence,
  type LoggedCorrection,
  PULL_MIN,
  supportOf,
  type TextFeature,
  type ThemeId,
} from "@rode-draad/domain";

/** Lessons less alike than this add nothing but chance; a few that are together may pull. */
const SIMILARITY_MIN = 0.08;

interface Lesson {
  readonly correctionId: string;
  readonly toId: ThemeId | null;
  readonly length: number;
}

/**
 * Finds the lessons that a question resembles, over an inverted index: feature → lessons that hold it (Zobel & Moffat 2006).
 * Building: features of all lessons. A look-up: the entries of the question's own features.
 */
export class LessonIndex {
  readonly #lessons: Lesson[] = [];
  readonly #holders = new Map<number, { readonly lesson: number; readonly weight: number }[]>();

  constructor(corrections: readonly LoggedCorrection[]) {
    for (const correction of corrections) {
      if (correction.kind === "move") this.#add(correction.id, correction.toId, correction.question.features);
      if (correction.kind !== "split") continue;
      for (const { features } of correction.questions) this.#add(correction.id, correction.newThemeId, features);
    }
  }

  get isEmpty(): boolean {
    return this.#lessons.length === 0;
  }

  /** The lessons in the order in which they were given; none of those that could not pull together. */
  evidenceOf(features: readonly TextFeature[]): CorrectionEvidence[] {
    const products = new Map<number, number>();
    for (const [hash, weight] of features) {
      for (const holder of this.#holders.get(hash) ?? []) {
        products.set(holder.lesson, (products.get(holder.lesson) ?? 0) + holder.weight * weight);
      }
    }
    const length = lengthOf(features);
    const alike = [...products]
      .map(([place, product]) => {
        const lesson = this.#lessons[place] as Lesson;
        return { place, lesson, similarity: product / (lesson.length * length) };
      })
      .filter(({ similarity }) => similarity >= SIMILARITY_MIN)
      .sort((a, b) => a.place - b.place);
    const hints = new Map<ThemeId | null, number[]>();
    for (const { lesson, similarity } of alike) hints.set(lesson.toId, [...(hints.get(lesson.toId) ?? []), similarity]);
    return alike
      .filter(({ lesson }) => supportOf(hints.get(lesson.toId) ?? []) >= PULL_MIN)
      .map(({ lesson, similarity }) => ({
        correctionId: lesson.correctionId,
        as: "lesson",
        similarity: Math.min(1, Math.round(similarity * 1000) / 1000),
      }));
  }

  #add(correctionId: string, toId: ThemeId | null, features: readonly TextFeature[]): void {
    if (features.length === 0) return;
    const lesson = this.#lessons.push({ correctionId, toId, length: lengthOf(features) }) - 1;
    for (const [hash, weight] of features) {
      const holders = this.#holders.get(hash) ?? [];
      holders.push({ lesson, weight });
      this.#holders.set(hash, holders);
    }
  }
}

function lengthOf(features: readonly TextFeature[]): number {
  return Math.sqrt(features.reduce((sum, [, weight]) => sum + weight * weight, 0));
}

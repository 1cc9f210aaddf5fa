import type { EmergentTheme, QuestionId, ThemeId } from "@rode-draad/domain";
import { loadBackgroundTerms } from "./background-terms.js";
import { EmergentMemory, type FoundTheme } from "./emergent-memory.js";
import type { EmergentProfile } from "./emergent-profile.js";
import { labelOf } from "./label-of.js";
import { themeIdOf, themeNumberOf } from "./theme-id.js";
import type { UnknownQuestion } from "./unknown-question.js";
import { weekFromNumber } from "./week-number.js";

/** A question that found its emergent theme, and how sure that is (0 to 1). */
export interface EmergentAssignment {
  readonly questionId: QuestionId;
  readonly noteVersion: number;
  readonly themeId: ThemeId;
  readonly confidence: number;
}

/** An emergent theme; one that became part of another says of which, and its earlier assignments stay as they are. */
interface AssignedTheme extends EmergentTheme {
  readonly mergedInto?: ThemeId;
}

export interface EmergentOutcome {
  /** To be saved and handed in with the next questions. */
  readonly state: Uint8Array;
  /** Also earlier questions that joined a theme only now. Whoever is not named may still join a later theme. */
  readonly assignments: readonly EmergentAssignment[];
  /** Every emergent theme of the municipality, in order of their ids. */
  readonly themes: readonly AssignedTheme[];
  /** How many questions were new to the memory. */
  readonly taken: number;
}

const TERMS_SHOWN = 3;

/**
 * Sorts unknown questions into emergent themes, in order of date and id: the order in which they were handed in together does
 * not matter. The result
 * is the same whether sorted questions come in one call or in many, and a question that was handed in before changes nothing.
 * O(questions × (words × living clusters + themes)).
 */
export class EmergentAssigner {
  readonly #memory: EmergentMemory;
  readonly #found = new Map<QuestionId, FoundTheme>();
  #taken = 0;

  /** `held`: themes that people's decisions rest on, which are merged into no other. */
  constructor(state?: Uint8Array, held: Iterable<ThemeId> = []) {
    const numbers = [...held].map(themeNumberOf).filter((number) => number !== undefined);
    this.#memory = new EmergentMemory(loadBackgroundTerms(), state, new Set(numbers));
  }

  take(questions: readonly UnknownQuestion[]): void {
    for (const question of [...questions].sort(byDateAndId)) {
      if (this.#memory.hasTaken(question)) continue;
      this.#taken++;
      for (const found of this.#memory.take(question)) this.#found.set(found.questionId, found);
    }
  }

  finish(): EmergentOutcome {
    return {
      state: this.#memory.save(),
      assignments: [...this.#found.values()].map(({ theme, ...found }) => ({
        ...found,
        themeId: themeIdOf(this.#memory.resolve(theme)),
      })),
      themes: this.#memory.themes.map((theme) => describe(theme, this.#memory)),
      taken: this.#taken,
    };
  }
}

/** All questions in one go. */
export function assignEmergent(state: Uint8Array | undefined, questions: readonly UnknownQuestion[]): EmergentOutcome {
  const assigner = new EmergentAssigner(state);
  assigner.take(questions);
  return assigner.finish();
}

function describe(theme: EmergentProfile, memory: EmergentMemory): AssignedTheme {
  const terms = memory.wordsOf(theme, TERMS_SHOWN);
  return {
    id: themeIdOf(theme.number),
    terms,
    label: labelOf(terms),
    firstWeek: weekFromNumber(theme.firstWeek),
    cases: theme.cases,
    ...(theme.mergedInto !== 0 && { mergedInto: themeIdOf(memory.resolve(theme.number)) }),
  };
}

function byDateAndId(a: UnknownQuestion, b: UnknownQuestion): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

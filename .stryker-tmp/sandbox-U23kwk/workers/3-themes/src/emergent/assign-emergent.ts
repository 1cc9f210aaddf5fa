import type { CaseId, EmergentTheme, QuestionId, ThemeId } from "@rode-draad/domain";
import { loadBackgroundTerms } from "./background-terms.js";
import { EmergentMemory } from "./emergent-memory.js";
import type { EmergentProfile } from "./emergent-profile.js";
import type { ErasedFromThemes, ErasedQuestion } from "./erased-questions.js";
import type { FoundTheme } from "./found-theme.js";
import { labelOf } from "./label-of.js";
import type { ThemeChange } from "./theme-change.js";
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
  /** What happened to themes by these questions, in order. */
  readonly changes: readonly ThemeChange[];
  /** How many questions were new to the memory. */
  readonly taken: number;
}

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

  /** The latest time at which a note of a question taken so far, now or in earlier runs, got its themes. */
  get readUntil(): Date | undefined {
    return this.#memory.readUntil;
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
      themes: shownThemes(this.#memory),
      changes: this.#memory.changes,
      taken: this.#taken,
    };
  }
}

/** What is left of the themes after an erasure. */
export interface ErasedThemes extends Pick<EmergentOutcome, "state" | "themes" | "changes"> {
  /** Themes that nobody else asked about. They are in `themes` no more, and their ids are never used again. */
  readonly erasedIds: readonly ThemeId[];
}

/** Forgets erased questions; see `EmergentMemory.forget`. Without a state it gives an empty one, which fences off a first run. */
export function forgetErased(state: Uint8Array | undefined, erased: ErasedFromThemes): ErasedThemes {
  const memory = new EmergentMemory(loadBackgroundTerms(), state);
  memory.forget(erased);
  const erasedIds = memory.changes.flatMap(({ kind, themeId }) => (kind === "erased" ? [themeId] : []));
  return { state: memory.save(), themes: shownThemes(memory), changes: memory.changes, erasedIds };
}

/** Forgets which cases asked in closed months; see `EmergentMemory.closeCases`. */
export function closeEmergentCases(
  state: Uint8Array,
  known: Iterable<CaseId>,
  questions: readonly Pick<ErasedQuestion, "id" | "noteVersion">[],
): Uint8Array {
  const memory = new EmergentMemory(loadBackgroundTerms(), state);
  memory.closeCases(known, questions);
  return memory.save();
}

/** All questions in one go. */
export function assignEmergent(state: Uint8Array | undefined, questions: readonly UnknownQuestion[]): EmergentOutcome {
  const assigner = new EmergentAssigner(state);
  assigner.take(questions);
  return assigner.finish();
}

/** All but those whose every case was erased. */
function shownThemes(memory: EmergentMemory): AssignedTheme[] {
  const isErased = ({ number }: EmergentProfile): boolean => memory.themes[memory.resolve(number) - 1]?.cases === 0;
  return memory.themes.filter((theme) => !isErased(theme)).map((theme) => describe(theme, memory));
}

function describe(theme: EmergentProfile, memory: EmergentMemory): AssignedTheme {
  const terms = theme.words;
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

import type { EmergentTheme, QuestionId, ThemeId } from "@rode-draad/domain";
import { loadBackgroundTerms } from "./background-terms.js";
import { EmergentMemory } from "./emergent-memory.js";
import type { EmergentProfile } from "./emergent-profile.js";
import { labelOf } from "./label-of.js";
import { themeIdOf } from "./theme-id.js";
import type { UnknownQuestion } from "./unknown-question.js";
import { weekFromNumber } from "./week-number.js";

/** The emergent theme of a question, or none yet: it may still join a theme that takes shape in the coming weeks. */
export interface EmergentAssignment {
  readonly questionId: QuestionId;
  readonly themeId: ThemeId | null;
}

export interface EmergentOutcome {
  /** To be saved and handed in with the next questions. */
  readonly state: Uint8Array;
  /** One for each question handed in, and one for each earlier question that joined a theme now. */
  readonly assignments: readonly EmergentAssignment[];
  /** Every emergent theme of the municipality, in order of their ids. */
  readonly themes: readonly EmergentTheme[];
}

const TERMS_SHOWN = 3;

/**
 * Sorts unknown questions into emergent themes, in the order given (date, then id, as the store reads them). The result
 * is the same whether the questions come in one call or in many. O(questions × (words × living clusters + themes)).
 */
export function assignEmergent(state: Uint8Array | undefined, questions: readonly UnknownQuestion[]): EmergentOutcome {
  const memory = new EmergentMemory(loadBackgroundTerms(), state);
  const themeOf = new Map<QuestionId, ThemeId | null>();
  for (const question of questions) {
    themeOf.set(question.id, null);
    for (const found of memory.take(question)) themeOf.set(found.questionId, themeIdOf(found.theme));
  }
  return {
    state: memory.save(),
    assignments: [...themeOf].map(([questionId, themeId]) => ({ questionId, themeId })),
    themes: memory.themes.map((theme) => describe(theme, memory)),
  };
}

function describe(theme: EmergentProfile, memory: EmergentMemory): EmergentTheme {
  const terms = memory.wordsOf(theme, TERMS_SHOWN);
  return {
    id: themeIdOf(theme.number),
    terms,
    label: labelOf(terms),
    firstWeek: weekFromNumber(theme.firstWeek),
    cases: theme.cases,
  };
}

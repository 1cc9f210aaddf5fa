import type { AreaCode, CaseId, NoteId, QuestionId, ThemeId, Week } from "@rode-draad/domain";
import type { EmergentProfile } from "./emergent-profile.js";
import { hashKey } from "./hash-key.js";
import { themeNumberOf } from "./theme-id.js";
import { weekNumber } from "./week-number.js";

/** A question that is erased, as far as emergent themes have to do with it. */
export interface ErasedQuestion {
  readonly id: QuestionId;
  readonly noteVersion: number;
  readonly week: Week;
  readonly areaCode: AreaCode;
  /** The emergent theme that it was given. */
  readonly givenThemeId?: ThemeId;
  /** It was read as a question and no theme took it. */
  readonly isUsual: boolean;
}

/** What the memory of emergent themes must forget. */
export interface ErasedFromThemes {
  readonly questions: readonly ErasedQuestion[];
  /** The cases whose questions they are. */
  readonly caseIds: readonly CaseId[];
  /** Emergent themes that the same cases still ask about elsewhere. */
  readonly staying: readonly { readonly caseId: CaseId; readonly themeId: ThemeId }[];
}

/**
 * Takes erased questions out of the themes that they were given and of those that these went into. A case that still asks stays
 * as a case, but none of its words do: which of them the erased question brought, nobody knows.
 */
export function takeOutOfThemes(
  themes: readonly EmergentProfile[],
  { questions, caseIds, staying }: ErasedFromThemes,
): void {
  const touched = new Set<EmergentProfile>();
  for (const { givenThemeId, week, areaCode } of questions) {
    for (const theme of chainOf(themes, givenThemeId)) {
      theme.takeOut({ week: weekNumber(week), areaKey: hashKey(areaCode) });
      touched.add(theme);
    }
  }
  const stays = new Set(
    staying.flatMap(({ caseId, themeId }) => chainOf(themes, themeId).map(({ number }) => `${number}|${caseId}`)),
  );
  // All themes, since an earlier wording of the note may have been in another one.
  for (const theme of themes) {
    for (const caseId of caseIds) {
      const isStaying = stays.has(`${theme.number}|${caseId}`);
      if (!isStaying || touched.has(theme)) theme.forgetCase(hashKey(caseId), isStaying);
    }
  }
}

/** A theme and all that it became part of: each knows the question. */
function chainOf(themes: readonly EmergentProfile[], themeId: ThemeId | undefined): EmergentProfile[] {
  const chain: EmergentProfile[] = [];
  let theme = themes[(themeId === undefined ? 0 : (themeNumberOf(themeId) ?? 0)) - 1];
  while (theme !== undefined) {
    chain.push(theme);
    theme = themes[theme.mergedInto - 1];
  }
  return chain;
}

/** Every word that a remembered question or a theme still holds. */
export function termsOf(
  questions: readonly { readonly terms: readonly number[]; readonly before: readonly number[] }[],
  themes: readonly EmergentProfile[],
): Set<number> {
  const terms = new Set(questions.flatMap(({ terms, before }) => [...terms, ...before]));
  for (const theme of themes) for (const term of theme.terms()) terms.add(term);
  return terms;
}

export function noteOf(questionId: QuestionId): NoteId {
  return questionId.slice(0, questionId.lastIndexOf("."));
}

/** An earlier version of a note may have had more stretches than the last one; no note of a page comes near this. */
const STRETCHES_MAX = 256;

/** Every id and version under which a question of these notes may have been read. */
export function* readingsOf(
  questions: readonly Pick<ErasedQuestion, "id" | "noteVersion">[],
): Generator<{ readonly id: QuestionId; readonly noteVersion: number }> {
  const versions = new Map<NoteId, number>();
  for (const { id, noteVersion } of questions) {
    versions.set(noteOf(id), noteVersion);
    yield { id, noteVersion };
  }
  for (const [noteId, latest] of versions) {
    for (let noteVersion = 1; noteVersion <= latest; noteVersion++) {
      for (let place = 0; place < STRETCHES_MAX; place++) yield { id: `${noteId}.${place}`, noteVersion };
    }
  }
}

import type { NoteId, ThemeId } from "./ids.js";

/**
 * What people say of themes, in words that hold for ever: which theme, who, why, when. A correction is never changed; undoing
 * one is a later entry that names it.
 */

/** A hashed stem or compound part with its weight: how rare it is in case notes. No text can be read from a pair. */
export type TextFeature = readonly [hash: number, weight: number];

/** A question that a person pointed at, so that it is found again when its note is read or cut anew. */
export interface PointedQuestion {
  readonly noteId: NoteId;
  readonly start: number;
  readonly end: number;
  readonly features: readonly TextFeature[];
}

/** What keeps a theme that went from coming back under another id. */
export interface GoneTheme {
  /** Its characteristic words; empty for a theme of the catalogue. */
  readonly terms: readonly string[];
  /** The newest theme that the machine had found by then: only a later one can be the same theme found again. */
  readonly newestId: ThemeId | null;
}

/** What a person may say. */
export type CorrectionAction =
  | { readonly kind: "rename"; readonly themeId: ThemeId; readonly name: string }
  | ({ readonly kind: "merge"; readonly themeId: ThemeId; readonly intoId: ThemeId } & GoneTheme)
  /** Questions with one of the words, and the questions pointed at, become a theme of their own. */
  | {
      readonly kind: "split";
      readonly themeId: ThemeId;
      readonly newThemeId: ThemeId;
      readonly name: string;
      readonly words: readonly string[];
      readonly questions: readonly PointedQuestion[];
    }
  /** `fromId` is what the machine gave. `outOfSafety`: a person looked and says that this is no safety matter. */
  | {
      readonly kind: "move";
      readonly question: PointedQuestion;
      readonly fromId: ThemeId | null;
      readonly toId: ThemeId | null;
      readonly outOfSafety: boolean;
    }
  /** The machine never merges or retires it. */
  | { readonly kind: "pin"; readonly themeId: ThemeId }
  | ({ readonly kind: "not-a-theme"; readonly themeId: ThemeId } & GoneTheme)
  /** Ignored until it gets worse; `level` is the number of cases in the four weeks before. */
  | { readonly kind: "sleep"; readonly themeId: ThemeId; readonly level: number };

export type CorrectionKind = CorrectionAction["kind"];

/** What a person may type, in characters and in numbers: a name or a reason is a line, and a long list of words a new catalogue. */
export const CORRECTION_LIMITS = {
  nameCharactersMax: 80,
  reasonCharactersMax: 300,
  splitWordsMax: 20,
  splitWordCharactersMax: 40,
} as const;

/** Who did something, why and when. `why` passed the privacy gate. */
export interface Reasoned {
  readonly who: string;
  readonly why: string;
  readonly at: Date;
}

export type Correction = CorrectionAction & Reasoned & { readonly id: string };

/** A correction as it stands in the log, in the order in which they were made. */
export type LoggedCorrection = Correction & { readonly undone?: Reasoned };

/** All corrections of a municipality. `version` goes up with every entry and every undo. */
export interface CorrectionLog {
  readonly version: number;
  readonly corrections: readonly LoggedCorrection[];
}

/**
 * What a stretch of text says about a correction: it is the very question that was pointed at, it holds a word of a split, or
 * it resembles a question that somebody moved. Read once from the text, so that undoing needs no text.
 */
export interface CorrectionEvidence {
  readonly correctionId: string;
  readonly as: "question" | "word" | "lesson";
  /** 0 to 1; 1 for the question itself and for a word. */
  readonly similarity: number;
}

/** What happened to a theme, for the list that people read. */
export interface ThemeChange {
  readonly kind: ThemeChangeKind;
  readonly themeId: ThemeId;
  /** The theme that it went into or came from. */
  readonly otherId?: ThemeId;
  /** The name it got, or the words it had. */
  readonly name?: string;
  /** Who and why; a change by the machine says so itself. */
  readonly by: "person" | "machine";
  readonly who?: string;
  readonly why?: string;
  readonly at: Date;
  readonly correctionId?: string;
  /** What kind of correction it undoes. */
  readonly undoes?: CorrectionKind;
}

export type ThemeChangeKind =
  | "new"
  | "merged"
  | "split"
  | "renamed"
  | "retired"
  | "quiet"
  | "back"
  | "pinned"
  | "asleep"
  | "woken"
  | "question-moved"
  | "undone";

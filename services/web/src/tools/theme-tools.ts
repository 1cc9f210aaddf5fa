import type { Day } from "@rode-draad/domain";
import type { ThemeGroup, ThemeView } from "@rode-draad/reports";
import type { Choice } from "./frame-tools.js";

/** The themes, and what people do to them. */
export interface ThemeTools {
  listThemes(): Promise<readonly ThemeGroup[]>;
  /** Undefined for an id that never was; a theme that went into another one says where it is now, and one that is none any more who closed it. */
  readTheme(
    themeId: string,
    choice: Choice,
  ): Promise<ThemePageView | { readonly movedTo: string } | { readonly closed: ThemeChangeLine } | undefined>;
  /** Throws `theme-unknown`. */
  correctTheme(draft: CorrectionDraft): Promise<CorrectionOutcome>;
  /** Throws `correction-unknown`. */
  undoCorrection(correctionId: string, reason: Reason): Promise<CorrectionOutcome>;
  /** What people and the program did to the themes, the latest first; with `correctionId` only that correction and its undoing. */
  listChanges(filter?: { readonly correctionId?: string }): Promise<readonly ThemeChangeLine[]>;
}

/** A theme with what happened to it and what a person may do to it. */
export interface ThemePageView {
  readonly theme: ThemeView;
  /** The latest first. */
  readonly changes: readonly ThemeChangeLine[];
  readonly choices: CorrectionChoices;
}

/** What a person may do to a theme as a whole. */
export interface CorrectionChoices {
  /** The kinds that may not be used, with the sentence that says why. */
  readonly whyNot: Readonly<Partial<Record<CorrectionDraft["kind"], string>>>;
  /** The themes that it may be merged into, in groups. */
  readonly mergeInto: readonly {
    readonly group: string;
    readonly themes: readonly { readonly id: string; readonly name: string }[];
  }[];
}

/** Who decides, and why. */
export interface Person {
  readonly who: string;
  readonly why: string;
}

/** Why somebody decides; who it is follows from the sign-in. */
export interface Reason {
  readonly why: string;
}

/** A correction as it was typed: not yet through the gate, nor held against the rules. */
export type CorrectionDraft = Reason & { readonly themeId: string } & (
    | { readonly kind: "rename"; readonly name: string }
    | { readonly kind: "merge"; readonly intoId: string }
    | { readonly kind: "split"; readonly name: string; readonly words: readonly string[] }
    | { readonly kind: "pin" | "not-a-theme" | "sleep" }
  );

export type CorrectionOutcome =
  | { readonly correctionId: string }
  /** The gate held these back: they must be written anew, and this sentence says so. */
  | { readonly heldBack: readonly ("name" | "words" | "why")[]; readonly sentence: string }
  /** The sentence that says why it may not, or not now. */
  | { readonly refused: string };

/** One change of a theme, for the list that people read. */
export interface ThemeChangeLine {
  readonly id: string;
  readonly day: Day;
  /** "3 november 2026". */
  readonly when: string;
  readonly sentence: string;
  /** The theme that it is about, when that has a page. */
  readonly theme?: { readonly id: string; readonly name: string };
  /** Absent when the program did it. */
  readonly person?: Person;
  /** The correction that this line tells of or undoes. */
  readonly correctionId?: string;
  /** On a correction: whether it can be undone, or the sentence that says why not. */
  readonly undo?: "possible" | { readonly whyNot: string };
}

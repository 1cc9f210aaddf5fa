import type { IdentifierType, RawText, Stretch } from "@rode-draad/domain";

/** What the gate did with one note, for its writer. */
export interface NoteTools {
  /**
   * What was taken out of a note, or why it is held back, by its number in the source system. Throws `note-unknown`, also for a note that
   * this person does not see.
   */
  readNote(sourceId: string): Promise<NotePageView>;
  /** Keyed hash of a pasted text, made while it is in hand. */
  hashText(text: string): string;
  /** Takes the writer's own text through the gate again. Throws `note-unknown`. */
  releaseNote(draft: NoteReleaseDraft): Promise<NoteOutcome>;
  /** Throws `note-unknown`. */
  withdrawNote(sourceId: string): Promise<NoteOutcome>;
}

/** What a worker sees of an own note: kinds and places, never text. */
export interface NotePageView {
  readonly state: "stored" | "quarantined" | "withdrawn";
  readonly takenOut: readonly { readonly kind: IdentifierType; readonly times: number }[];
  /** Where in the text that the worker holds, counted in characters from 0, half-open. */
  readonly places: readonly {
    readonly start: number;
    readonly end: number;
    readonly kind: IdentifierType;
    /** The worker cannot say that it is nobody's. */
    readonly isAlwaysMasked: boolean;
  }[];
  /** It is held back because of traits that together may point at somebody. */
  readonly isAboutTraits: boolean;
  /** Why it is held back and what to do about it. */
  readonly reason?: string;
}

/** The pasted text with what its writer says about it. Lives as long as the request. */
export interface NoteReleaseDraft {
  readonly sourceId: string;
  /** The text as it may have been before a browser changed how its lines end. */
  readonly forms: readonly { readonly text: RawText; readonly textHash: string }[];
  readonly isEdited: boolean;
  readonly harmless: readonly Stretch[];
  readonly traitsPointAtNobody: boolean;
}

/** How the note stands now, or the sentence that says why nothing was done. */
export type NoteOutcome = { readonly note: NotePageView } | { readonly refused: string };

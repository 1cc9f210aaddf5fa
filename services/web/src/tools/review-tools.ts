import type { QuestionId, SafeText, ThemeId } from "@rode-draad/domain";

/** Looking at the few questions of which a person's look is worth most. */
export interface ReviewTools {
  /** The question after so many that were passed over. Of the own team, or one's own: never of another. */
  readReview(passedOver: number): Promise<ReviewView>;
  /** Keeps what somebody chose for a question. */
  reviewQuestion(draft: ReviewDraft): Promise<ReviewOutcome>;
}

export type ReviewView =
  /** This person sees no question: figures only here, no team, or no note that is theirs. */
  | { readonly whyNot: "figures-only" | "no-team" | "no-notes" }
  | {
      /** How many are worth a look, this one among them. */
      readonly left: number;
      /** Absent: none, or all were passed over. */
      readonly question?: ReviewQuestion;
      /** What the last hour of checking brought; absent when nothing was checked in it. */
      readonly hour?: ReviewHour;
    };

/** A question by itself: not its note, its day, its case or who wrote it. */
export interface ReviewQuestion {
  readonly id: QuestionId;
  readonly text: SafeText;
  readonly teamName: string;
  /** What it counts as now first, then the themes that come nearest. */
  readonly choices: readonly NamedTheme[];
  /** All themes, in groups. */
  readonly others: readonly { readonly group: string; readonly themes: readonly NamedTheme[] }[];
}

interface NamedTheme {
  readonly id: ThemeId;
  readonly name: string;
}

export interface ReviewHour {
  readonly right: number;
  readonly moved: number;
  readonly noQuestion: number;
  /** Of a hundred questions how many have the right theme, by an estimate; absent when there are too few. */
  readonly gain?: { readonly before: number; readonly now: number };
}

export interface ReviewDraft {
  readonly questionId: QuestionId;
  /** Null: it asks nothing. */
  readonly themeId: ThemeId | null;
}

export type ReviewOutcome = { readonly correctionId: string } | { readonly refused: string };

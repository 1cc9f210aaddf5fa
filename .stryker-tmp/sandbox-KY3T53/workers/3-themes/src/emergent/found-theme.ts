import type { QuestionId } from "@rode-draad/domain";

/** A question that found its theme, by the theme's number. */
export interface FoundTheme {
  readonly questionId: QuestionId;
  readonly noteVersion: number;
  readonly theme: number;
  /** Between 0 and 1, from the odds that the question belongs to the theme. */
  readonly confidence: number;
}

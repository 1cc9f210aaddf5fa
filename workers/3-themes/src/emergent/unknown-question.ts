import type { AreaCode, CaseId, Day, QuestionId, SafeText } from "@rode-draad/domain";

/** A help question that the recogniser left unassigned, with its own stretch of the note's safe text. */
export interface UnknownQuestion {
  readonly id: QuestionId;
  /** The version of the note it was cut from; a question of a newer version is another question. Absent: 1. */
  readonly noteVersion?: number;
  readonly text: SafeText;
  readonly caseId: CaseId;
  readonly date: Day;
  readonly areaCode: AreaCode;
}

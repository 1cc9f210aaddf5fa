import type { AreaCode, CaseId, Day, QuestionId, SafeText } from "@rode-draad/domain";

/**
 * A help question that the recogniser left unassigned or doubted, with its own stretch of the note's safe text; or, marked as
 * such, one that may only join a theme.
 */
export interface UnknownQuestion {
  readonly id: QuestionId;
  /** The version of the note it was cut from; a question of a newer version is another question. Absent: 1. */
  readonly noteVersion?: number;
  readonly text: SafeText;
  readonly caseId: CaseId;
  readonly date: Day;
  readonly areaCode: AreaCode;
  /** When its note got its themes; tells from where the next run has to read. */
  readonly themedAt?: Date;
  /**
   * The recogniser saw no question in it, or is sure of a catalogue theme. It may join a theme whose words it clearly shares, since
   * what no catalogue foresees is easily taken for background or for the nearest theme, and makes one only beside those who ask.
   */
  readonly joinsOnly?: true;
  /** How sure the recogniser is of the catalogue theme that it gave; absent when it gave none. */
  readonly confidence?: number;
  /** The context right before it in the note, of a question that asks: "2 passen gekregen, buurvrouw geen. Kan dat omgeruild worden?" */
  readonly contextBefore?: SafeText;
}

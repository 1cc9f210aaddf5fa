import type { AreaCode, CaseId, NoteId, ProfessionalId, QuestionId, TeamCode, ThemeId } from "./ids.js";
import type { Day } from "./period.js";

/** What a stretch of a note is: a help question, background to it, or the team's own administration. */
export type SegmentKind = "help-question" | "context" | "administration";

/** Why a stretch that names a subject is no question of this case now. */
export type SetAside = "negated" | "past" | "someone-else";

/** A stretch of a safe text with its role. Offsets are UTF-16 units in the safe text, half-open, in order, no overlap. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly kind: SegmentKind;
  readonly setAside?: SetAside;
}

/**
 * Where a question went. `safety` questions count nowhere; `unassigned` ones wait for an emergent theme.
 */
export type Route = "known" | "emergent" | "unassigned" | "safety";

/** A theme given to a question, with the recogniser's calibrated confidence between 0 and 1. */
export interface ThemeAssignment {
  readonly themeId: ThemeId | null;
  readonly confidence: number;
  readonly route: Route;
}

/** A help question with what counting needs, so that it outlives the text of its note. */
export interface Question {
  readonly id: QuestionId;
  readonly noteId: NoteId;
  readonly caseId: CaseId;
  readonly professionalId?: ProfessionalId;
  readonly date: Day;
  readonly teamCode: TeamCode;
  readonly areaCode: AreaCode;
  readonly start: number;
  readonly end: number;
  readonly themeId: ThemeId | null;
  readonly confidence: number;
  readonly route: Route;
}

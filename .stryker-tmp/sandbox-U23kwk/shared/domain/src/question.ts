import type { AreaCode, CaseId, NoteId, ProfessionalId, QuestionId, TeamCode, ThemeId } from "./ids.js";
import type { Day } from "./period.js";

/**
 * Why a stretch of a note could not be read: it is in another language than Dutch, or it has no words of a sentence (signs,
 * numbers, letters without spaces, abbreviations only).
 */
export type UnreadableKind = "other-language" | "no-words";

/** What a stretch of a note is: a help question, background to it, the team's own administration, or nothing that could be read. */
export type SegmentKind = "help-question" | "context" | "administration" | UnreadableKind;

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
 * Rule: a note could not be read when it has such a stretch and beside it at most administration. Rationale: a Dutch sentence
 * next to it tells what the note is about. The store counts by the same rule (`readUnreadableTotals`).
 */
export function couldNotBeRead(segments: readonly Pick<Segment, "kind">[]): boolean {
  const rest = segments.filter(({ kind }) => kind !== "administration");
  return rest.length > 0 && rest.every(({ kind }) => kind === "other-language" || kind === "no-words");
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

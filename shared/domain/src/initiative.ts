import type { ProposedDate } from "./partner-request.js";
import type { Day } from "./period.js";
import type { Proposal } from "./proposal.js";
import type { SafeText } from "./text.js";

/** An initiative: what somebody makes of a proposal, from the idea to what was learned of it. */

/** `cancelled` can be taken up again; what was held never goes back to an idea. */
export const INITIATIVE_STATES = ["idea", "planned", "held", "evaluated", "cancelled"] as const;
export type InitiativeState = (typeof INITIATIVE_STATES)[number];

/** How many people came, as a band. Nobody keeps an exact number or a list of who came. */
export const ATTENDANCE_BANDS = ["minder-dan-10", "10-tot-14", "15-tot-24", "25-tot-49", "50-of-meer"] as const;
export type AttendanceBand = (typeof ATTENDANCE_BANDS)[number];

/** Both bounds included; no upper bound for the open band. */
export const ATTENDANCE_RANGES: Readonly<Record<AttendanceBand, { readonly min: number; readonly max?: number }>> = {
  "minder-dan-10": { min: 0, max: 9 },
  "10-tot-14": { min: 10, max: 14 },
  "15-tot-24": { min: 15, max: 24 },
  "25-tot-49": { min: 25, max: 49 },
  "50-of-meer": { min: 50 },
};

/** "15 tot 24": a band as people read it. */
export function attendanceInWords(band: AttendanceBand): string {
  return band.replaceAll("-", " ");
}

/** The three questions after an evening, each with fixed answers, so that evenings can be compared. */
export const USEFUL_ANSWERS = ["ja", "deels", "nee"] as const;
export const ONWARD_ANSWERS = ["de-meesten", "sommigen", "bijna-niemand"] as const;
export const AGAIN_ANSWERS = ["ja", "anders", "nee"] as const;

export interface Evaluation {
  /** Did it answer what visitors came for? */
  readonly useful: (typeof USEFUL_ANSWERS)[number];
  /** Could visitors go on by themselves afterwards? */
  readonly onward: (typeof ONWARD_ANSWERS)[number];
  /** Would you do it again? */
  readonly again: (typeof AGAIN_ANSWERS)[number];
  /** One line of a colleague, which passed the privacy gate. */
  readonly line?: SafeText;
}

/** Time that colleagues spent, all together: never by worker. In hours, to the quarter. */
export interface HoursSpent {
  /** All preparation of all colleagues together. */
  readonly preparation: number;
  /** How long the evening took, with making ready and clearing up. */
  readonly session: number;
  /** How many colleagues were there. For the sum only; it is not shown. */
  readonly colleagues: number;
}

/** Preparation, and the evening once for each colleague. */
export function hoursInTotal({ preparation, session, colleagues }: HoursSpent): number {
  return preparation + session * colleagues;
}

/** What the initiative is about, as the proposal said when it was picked up; a later run changes the proposal, not this. */
export type InitiativeOffer = Pick<
  Proposal,
  | "areaCode"
  | "teamCodes"
  | "themeIds"
  | "careNeeded"
  | "title"
  | "formatId"
  | "partnerIds"
  | "turnout"
  | "preparationHours"
  | "minutesSavedPerVisitor"
>;

/** When and where. All of it can be open while it is an idea; once planned, it has a date. */
export interface InitiativePlan {
  readonly date?: ProposedDate;
  /** The request whose partner accepted the date; absent when a colleague chose it. */
  readonly dateRequestId?: string;
  /** A public place, which passed the privacy gate. */
  readonly place?: SafeText;
  /** How many people fit. */
  readonly capacity?: number;
}

/** A colleague who carries it. A name on a card, never a sum by colleague. */
export interface Carrier {
  readonly accountId: string;
  /** Absent when the account is gone. */
  readonly name?: string;
  readonly since: Date;
}

export interface Initiative extends InitiativeOffer {
  readonly id: string;
  readonly proposalId: string;
  readonly state: InitiativeState;
  readonly stateSince: Date;
  readonly createdAt: Date;
  /** Who picked it up first stands first. */
  readonly carriers: readonly Carrier[];
  readonly plan: InitiativePlan;
  /** The day on which it was held: present exactly when it is held or evaluated. */
  readonly heldOn?: Day;
  /** Present exactly when it is evaluated, as the two after it. */
  readonly attendance?: AttendanceBand;
  readonly evaluation?: Evaluation;
  readonly hours?: HoursSpent;
  /** The initiative that this one grew out of. */
  readonly followUpOf?: string;
}

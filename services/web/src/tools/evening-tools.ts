import type { AgendaPoint, AttendanceBand, Day, Month, MonthlyRhythm } from "@rode-draad/domain";
import type { FailedMessageView, RequestState, ResultDraft } from "./request-tools.js";

/** The fixed evenings with partners, and their agendas. */
export interface EveningTools {
  listEvenings(): Promise<EveningListView>;
  readEvening(eveningId: string): Promise<EveningView | undefined>;
  /** Partners with whom an evening can be agreed. */
  readEveningChoices(): Promise<EveningChoices>;
  /** Throws `partner-unknown`. A place that holds personal data must be written anew. */
  addEvening(draft: EveningDraft): Promise<{ readonly id: string } | { readonly heldBack: string }>;
  /** Fills the draft from the latest released month; what was decided stays. */
  fillAgenda(eveningId: string, month: Month): Promise<"filled" | "there-already" | "no-report">;
  /** Throws `agenda-sent` when it left in the meantime. */
  decideAgenda(eveningId: string, month: Month, chosen: ReadonlySet<string>): Promise<void>;
  /** Throws `agenda-undecided`, `agenda-empty` or `agenda-sent`. */
  sendAgenda(eveningId: string, month: Month): Promise<void>;
  retryEvening(eveningId: string): Promise<void>;
  skipMonth(eveningId: string, month: Month, isSkipped: boolean): Promise<void>;
  stopEvening(eveningId: string): Promise<void>;
  sendEveningResult(eveningId: string, month: Month, draft: ResultDraft): Promise<void>;
  /** All evenings as a calendar file. */
  readStandingCalendar(eveningId: string): Promise<string | undefined>;
}

export interface EveningRowView {
  readonly id: string;
  readonly partnerName: string;
  /** "elke tweede dinsdag van de maand" */
  readonly rhythm: string;
  readonly time: string;
  readonly location: string;
  readonly isRunning: boolean;
  /** Absent when it stopped. */
  readonly next?: NextEveningView;
}

/** `undecided`: somebody must choose. `ready`: it can leave. */
export type AgendaState = "none" | "undecided" | "ready" | Exclude<RequestState, "withdrawn">;

export interface NextEveningView {
  readonly month: Month;
  readonly day: string;
  /** A public or school holiday: few people come. */
  readonly isFreeDay: boolean;
  readonly agenda: AgendaState;
  /** What the partner said to it, in words. */
  readonly answer?: string;
}

export interface EveningListView {
  readonly evenings: readonly EveningRowView[];
  readonly hasPartners: boolean;
  /** The sentence that says why this person may not agree on evenings. */
  readonly whyNotAsk?: string;
}

export interface EveningView extends EveningRowView {
  readonly contact: EveningDraft["contact"] & { readonly role: string; readonly team: string };
  readonly points: readonly AgendaPoint[];
  /** "oktober 2026": the month from which the agenda was filled. */
  readonly reportMonth?: string;
  /** A later month that was released since. */
  readonly newerMonth?: string;
  /** Whether a month is released from which an agenda can be filled. */
  readonly canFill: boolean;
  readonly skipped: readonly { readonly month: Month; readonly day: string }[];
  readonly failedMessages: readonly FailedMessageView[];
  /** The last evening that was held, of which the partner can still be told how it was. */
  readonly toTell?: {
    readonly month: Month;
    readonly day: string;
    readonly subjects: readonly { readonly id: string; readonly name: string }[];
  };
  readonly told: readonly { readonly day: string; readonly attendance: AttendanceBand }[];
  readonly whyNotAsk?: string;
}

export interface EveningChoices {
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  readonly today: Day;
}

export interface EveningDraft {
  readonly organisationId: string;
  readonly rhythm: MonthlyRhythm;
  readonly firstMonth: Month;
  readonly from: string;
  readonly until: string;
  readonly location: string;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
}

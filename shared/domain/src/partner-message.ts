import type { AttendanceBand } from "./initiative.js";
import type { PartnerRequest, ProposedDate } from "./partner-request.js";
import type { Day, Month } from "./period.js";
import type { MonthlyRhythm } from "./standing-evening.js";

/**
 * What a partner may receive besides a request, each an allow-list of its own as `PartnerRequest` is: no count, no case and no
 * text from a note fits in them.
 */

interface ToPartner {
  /** Also the name of a letter's file. */
  readonly id: string;
  readonly partnerId: string;
  readonly partnerName: string;
  /** Absent: the letter is written as a file and sent by hand. */
  readonly partnerEmail?: string;
  readonly contact: PartnerRequest["contact"];
}

/** One reminder of what was not answered: a request, or the open parts of a series. */
export interface PartnerReminder extends ToPartner {
  readonly kind: "reminder";
  readonly askedOn: Day;
  readonly requests: readonly PartnerRequest[];
}

/** The agenda of one standing evening, with what a calendar needs for the whole series. */
export interface PartnerAgenda extends ToPartner {
  readonly kind: "agenda";
  readonly eveningId: string;
  readonly revision: number;
  readonly rhythm: MonthlyRhythm;
  readonly firstMonth: Month;
  readonly skippedMonths: readonly Month[];
  readonly day: Day;
  readonly from: string;
  readonly until: string;
  readonly location: string;
  /** Neutral titles from the catalogue, in an order that says nothing. */
  readonly points: readonly string[];
}

/** How an evening went: a band, catalogue words, thanks. */
export interface PartnerResult extends ToPartner {
  readonly kind: "result";
  readonly subject: string;
  readonly day: Day;
  readonly attendance: AttendanceBand;
  /** What was asked most, in words of the catalogue. */
  readonly asked: readonly string[];
}

/** What was asked is called off. */
export interface PartnerWithdrawal extends ToPartner {
  readonly kind: "withdrawal";
  readonly askedOn: Day;
  /** The evening on which both had agreed. */
  readonly agreed?: ProposedDate;
  readonly request: PartnerRequest;
}

/** For the colleague who asked, not for the partner: nobody answered. */
export interface SilenceNotice extends ToPartner {
  readonly kind: "silence";
  readonly askedOn: Day;
  readonly remindedOn?: Day;
  readonly request: PartnerRequest;
}

export type PartnerMessage = PartnerReminder | PartnerAgenda | PartnerResult | PartnerWithdrawal | SilenceNotice;

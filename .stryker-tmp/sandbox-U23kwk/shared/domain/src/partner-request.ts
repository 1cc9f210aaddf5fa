import type { Day } from "./period.js";
import type { TurnoutBand } from "./proposal.js";

/** An evening that is offered: a day and two clock times, `HH:MM`, in Dutch local time. */
export interface ProposedDate {
  readonly day: Day;
  readonly from: string;
  readonly until: string;
}

/**
 * Everything a partner may receive, and nothing else. The type is the allow-list: no count of signals, no case, no text
 * from a note fits in it. Source: domain report chapters 3 and 6.3.
 */
export interface PartnerRequest {
  readonly id: string;
  readonly partnerId: string;
  readonly partnerName: string;
  /** The partner's own address, as the sender filled it in; absent: the letter is written as a file and sent by hand. */
  readonly partnerEmail?: string;
  /** Neutral title from the catalogue. */
  readonly subject: string;
  /** Plain name of the theme, from the catalogue. */
  readonly topic: string;
  readonly areaName: string;
  readonly formatId: string;
  readonly dates: readonly ProposedDate[];
  readonly location: string;
  readonly turnout: TurnoutBand;
  readonly contact: {
    readonly name: string;
    readonly role: string;
    readonly team: string;
    readonly phone: string;
    readonly email: string;
  };
  readonly asks: readonly string[];
  readonly offers: readonly string[];
}

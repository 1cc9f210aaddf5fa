import type { Activity, Day, InitiativeState, ProposedDate, RefusalReason } from "@rode-draad/domain";
import type { ProposalCard } from "@rode-draad/reports";
import type { Choice } from "./frame-tools.js";
import type { RequestLineView } from "./request-tools.js";

/** The proposals, what is decided on them, and the letter to a partner. */
export interface ProposalTools {
  /** The proposals of a part, best first, in every state. */
  listProposals(choice: Choice): Promise<readonly DecidedCard[]>;
  readProposal(proposalId: string): Promise<ProposalPageView | undefined>;
  /** Refuses with a ProductError what may not be decided, such as a theme with care that was not discussed. */
  decide(decision: Decision): Promise<void>;
  /** The letter as the partner would get it. Sends and stores nothing. */
  previewRequest(proposalId: string, draft: RequestDraft): Promise<LetterView>;
  sendRequest(proposalId: string, draft: RequestDraft): Promise<void>;
}

export type Decision =
  | { readonly kind: "pick-up"; readonly proposalId: string; readonly discussedInTeam: boolean }
  | { readonly kind: "later"; readonly proposalId: string }
  | {
      readonly kind: "refuse";
      readonly proposalId: string;
      readonly reason: RefusalReason;
      readonly remark?: string;
    };

/** A proposal with, when it was refused, the reason and the line that a colleague gave; the line passed the gate. */
export interface DecidedCard extends ProposalCard {
  readonly refusal?: { readonly reason: RefusalReason; readonly remark?: string };
  /** What a colleague makes of it, once it is picked up. */
  readonly initiative?: {
    readonly id: string;
    readonly state: InitiativeState;
    readonly carriedBy: string;
    readonly isYours: boolean;
    /** The planned day, or the day on which it was held. */
    readonly day?: Day;
  };
  /** What is there already for these themes, in this wijk or everywhere. */
  readonly existing?: readonly Pick<Activity, "id" | "name" | "organisation" | "meets" | "url">[];
  /** The sentence that says why this person may not decide on it. */
  readonly whyNotDecide?: string;
}

export interface ProposalPageView {
  readonly card: DecidedCard;
  /** Whom a request can go to: first those in the municipality's list. Empty: this offer needs no partner. */
  readonly partners: readonly PartnerChoice[];
  /** What the form for a request starts with, so that nobody types twice what is known. */
  readonly opening: {
    /** The evening that is planned, and others that suit most partners; fewer than two when the calendar holds none. */
    readonly dates: readonly ProposedDate[];
    readonly place?: string;
    /** This person, with number and address of the last letter that they signed; empty before the first. */
    readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  };
  /** The sentence that says why this person may not ask a partner. */
  readonly whyNotAsk?: string;
  /** Requests that went out already. */
  readonly requests: readonly RequestLineView[];
  /** The sentence that says why this person may not keep the list of partners. */
  readonly whyNotManagePartners?: string;
}

/** A partner of the list, or a kind of partner of which none is in the list yet: then an address is typed. */
export interface PartnerChoice {
  readonly id: string;
  readonly name: string;
  readonly isInList: boolean;
}

/** What a colleague fills in for a request; everything else in the letter comes from the catalogue. */
export interface RequestDraft {
  /** A partner of the list; its kind, name and address follow. Absent: `partnerId` is a kind. */
  readonly organisationId?: string;
  readonly partnerId?: string;
  /** Absent: the letter is written as a file, to be sent by hand. */
  readonly partnerEmail?: string;
  readonly dates: readonly [ProposedDate, ProposedDate];
  readonly location: string;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
}

export interface LetterView {
  readonly subject: string;
  readonly text: string;
  /** Another team asks the same partner the same: the partner gets one letter. */
  readonly joinsSeries: boolean;
}

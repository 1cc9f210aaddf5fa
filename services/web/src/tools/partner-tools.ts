import type { DeclineReason, ProposedDate } from "@rode-draad/domain";

/** What the pages behind the links in letters need. Nobody signs in there: the link is all that a partner has. */
export interface PartnerTools {
  /** What stands behind the link of a letter; undefined when the link does not work here and now. Uses nothing up. */
  readPartnerPage(token: string): Promise<PartnerPageView | undefined>;
  /**
   * Answers one request behind the link, once. "gone": the link does not work, or the request was answered. A remark that the
   * gate holds back must be written anew.
   */
  answerPartner(
    token: string,
    requestId: string,
    draft: AnswerDraft,
  ): Promise<"done" | "gone" | { readonly heldBack: string }>;
  /** Says to the agenda behind the link whether the partner comes, once. The outcome is as that of `answerPartner`. */
  answerAgenda(token: string, draft: AgendaDraft): Promise<"done" | "gone" | { readonly heldBack: string }>;
  /** The standing evenings as a calendar file; undefined when the link leads to none. */
  readPartnerCalendar(token: string): Promise<string | undefined>;
}

export type PartnerPageView = RequestPageView | AgendaPageView;

/** What several pages behind links have: who is asked, and until when the link works. */
interface BehindLink {
  readonly partnerName: string;
  /** "4 december 2026" */
  readonly worksUntil: string;
}

/** A request, or the parts of a series: what a partner may receive, in words, and nothing else. */
export interface RequestPageView extends BehindLink {
  readonly kind: "request";
  /** One, or one for each team that asks. */
  readonly parts: readonly RequestPartView[];
}

export interface RequestPartView {
  readonly id: string;
  /** The neutral title of the catalogue. */
  readonly title: string;
  readonly topic: string;
  readonly areaName: string;
  readonly form: string;
  readonly location: string;
  readonly turnout: { readonly min: number; readonly max: number };
  readonly asks: readonly string[];
  readonly offers: readonly string[];
  readonly dates: readonly string[];
  readonly contact: ContactView;
  readonly pleaseDoNotAsk: string;
  /** The answer that was given. */
  readonly answered?: string;
  /** Its last evening is over, so there is nothing left to answer. */
  readonly isOver: boolean;
  /** The evening was called off, so there is nothing to answer any more. */
  readonly isWithdrawn: boolean;
}

/** The agenda of a standing evening: where and when, and the neutral titles that a colleague confirmed. */
export interface AgendaPageView extends BehindLink {
  readonly kind: "agenda";
  readonly day: string;
  readonly time: string;
  /** "elke tweede dinsdag van de maand" */
  readonly rhythm: string;
  readonly location: string;
  readonly points: readonly string[];
  readonly contact: ContactView;
  readonly pleaseDoNotAsk: string;
  /** The answer that was given. */
  readonly answered?: string;
}

/** The colleague who asks, as the partner may know them. */
export interface ContactView {
  readonly name: string;
  readonly role: string;
  readonly team: string;
  readonly phone: string;
  readonly email: string;
}

/** What is said to an agenda, as it was typed: not yet through the gate. */
export type AgendaDraft =
  | { readonly kind: "come" }
  | { readonly kind: "cannot"; readonly remark?: string }
  | { readonly kind: "call"; readonly remark?: string };

/** An answer as it was typed: not yet through the gate. */
export type AnswerDraft =
  | { readonly kind: "accept"; readonly dateIndex: number }
  | { readonly kind: "other-date"; readonly date: ProposedDate; readonly remark?: string }
  | { readonly kind: "decline"; readonly reason: DeclineReason; readonly remark?: string }
  | { readonly kind: "call"; readonly remark?: string };

import type { DeclineReason, ProposedDate } from "@rode-draad/domain";

/** What the pages behind the links in letters need. Nobody signs in there: the link is all that a partner has. */
export interface PartnerTools {
  /** What stands behind the link of a letter; undefined when the link does not work here and now. Uses nothing up. */
  readPartnerPage(token: string): Promise<PartnerPageView | undefined>;
  /** Answers once. "gone": the link does not work, or was used. A remark that the gate holds back must be written anew. */
  answerPartner(token: string, draft: AnswerDraft): Promise<"done" | "gone" | { readonly heldBack: string }>;
}

/** The fields of a `PartnerRequest` in words, and nothing that a partner may not have. */
export interface PartnerPageView {
  readonly title: string;
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly asks: readonly string[];
  readonly offers: readonly string[];
  readonly dates: readonly string[];
  readonly contact: {
    readonly name: string;
    readonly role: string;
    readonly team: string;
    readonly phone: string;
    readonly email: string;
  };
  readonly pleaseDoNotAsk: string;
  /** The answer that was given. */
  readonly answered?: string;
}

/** An answer as it was typed: not yet through the gate. */
export type AnswerDraft =
  | { readonly kind: "accept"; readonly dateIndex: number }
  | { readonly kind: "other-date"; readonly date: ProposedDate; readonly remark?: string }
  | { readonly kind: "decline"; readonly reason: DeclineReason; readonly remark?: string }
  | { readonly kind: "call"; readonly remark?: string };

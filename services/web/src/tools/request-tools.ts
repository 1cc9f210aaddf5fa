import type { AttendanceBand } from "@rode-draad/domain";

/** What was asked of partners, and what came of it. */
export interface RequestTools {
  readRequest(requestId: string): Promise<RequestView | undefined>;
  /** The letter as a mail file, for a partner that gets it by hand. It holds the partner's link. */
  readLetterFile(requestId: string): Promise<{ readonly fileName: string; readonly content: Uint8Array } | undefined>;
  /** What could not be delivered is tried again, to the address that the partner has now. */
  retryRequest(requestId: string): Promise<void>;
  /** Tells the partner how the evening was, once. */
  sendResult(requestId: string, draft: ResultDraft): Promise<void>;
}

/** How far a request came. `retrying`: a try failed, and the next one comes by itself. `withdrawn`: its evening was called off. */
export type RequestState = "waiting" | "retrying" | "sent" | "ready-as-file" | "failed" | "withdrawn";

/** Why something did not leave, as far as it matters for what helps. */
export type FailureKind = "address" | "mail-server" | "webhook" | "webhook-missing" | "too-late" | "other";

/** One request, as the pages of its proposal and its initiative name it. */
export interface RequestLineView {
  readonly id: string;
  readonly partnerName: string;
  readonly state: RequestState;
  readonly failure?: FailureKind;
  /** "12 november 2026" */
  readonly remindedOn?: string;
  /** Since when it is plain that nobody answers. */
  readonly silentSince?: string;
  /** The partner got it together with what other teams asked. */
  readonly isInSeries: boolean;
  /** What the partner said, in words. */
  readonly answer?: string;
}

export interface RequestView extends RequestLineView {
  readonly proposalId: string;
  readonly subject: string;
  readonly areaName: string;
  readonly dates: readonly string[];
  readonly sentOn?: string;
  /** The sentence that says why this person may not ask partners. */
  readonly whyNotAsk?: string;
  /** A letter that a colleague brings. */
  readonly hasLetterFile: boolean;
  /** A reminder or a result that did not arrive. */
  readonly failedMessages: readonly FailedMessageView[];
  readonly result: ResultView;
}

export interface FailedMessageView {
  readonly kind: "reminder" | "agenda" | "result" | "withdrawal" | "silence";
  readonly failure: FailureKind;
}

/** Whether the partner can be told how it was. */
export type ResultView =
  | { readonly state: "not-yet" }
  | { readonly state: "sent"; readonly on: string }
  | {
      readonly state: "ready";
      /** "dinsdag 12 januari 2027" */
      readonly day: string;
      /** As it was said in the evaluation; absent: still to be chosen. */
      readonly attendance?: AttendanceBand;
      /** What people can have asked about, in words of the catalogue. */
      readonly subjects: readonly { readonly id: string; readonly name: string }[];
    };

export interface ResultDraft {
  readonly attendance: AttendanceBand;
  readonly askedThemeIds: readonly string[];
}

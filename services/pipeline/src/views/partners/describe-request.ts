import { answerInWords, dayInWords } from "@rode-draad/delivery";
import type { StoredPartnerMessage, StoredPartnerRequest } from "@rode-draad/store";
import type { FailedMessageView, FailureKind, RequestLineView, RequestState } from "@rode-draad/web";
import { dutchDay } from "../../door/receive-notes.js";
import type { Product } from "../../open-product.js";

/** Our codes of failures, by what helps. */
const FAILURES: Readonly<Record<string, FailureKind>> = {
  "mail-refused": "address",
  "mail-server-unreachable": "mail-server",
  "mail-folder-unwritable": "mail-server",
  "webhook-refused": "webhook",
  "webhook-unreachable": "webhook",
  "webhook-address-refused": "webhook",
  "webhook-missing": "webhook-missing",
  "message-too-late": "too-late",
};

function failureKind(code: string): FailureKind {
  return FAILURES[code] ?? "other";
}

type Sent = Pick<StoredPartnerRequest, "state" | "failure"> & { readonly address: string | undefined };

/**
 * How far something came. What was "sent" without an address, or without a mail server, stands ready as a file: as the mailer
 * decides. A partner with a program of its own has an address too, or an organisation with an endpoint.
 */
export function stateOf(
  { configuration }: Pick<Product, "configuration">,
  { state, failure, address }: Sent,
  hasEndpoint: boolean,
): Exclude<RequestState, "withdrawn"> {
  if (state === "waiting") return failure === undefined ? "waiting" : "retrying";
  if (state === "failed") return "failed";
  const left = hasEndpoint || (configuration.smtpUrl !== undefined && address !== undefined);
  return left ? "sent" : "ready-as-file";
}

export function describeRequest(
  product: Pick<Product, "configuration">,
  stored: StoredPartnerRequest,
  hasEndpoint: boolean,
): RequestLineView {
  const { request, answer, failure, remindedAt, toldAt, seriesId, withdrawnAt } = stored;
  const state = stateOf(product, { ...stored, address: request.partnerEmail }, hasEndpoint);
  return {
    id: request.id,
    partnerName: request.partnerName,
    state: withdrawnAt === undefined ? state : "withdrawn",
    ...(failure !== undefined && { failure: failureKind(failure) }),
    ...(remindedAt !== undefined && { remindedOn: dayInWords(dutchDay(remindedAt)) }),
    ...(toldAt !== undefined &&
      answer === undefined &&
      withdrawnAt === undefined && { silentSince: dayInWords(dutchDay(toldAt)) }),
    isInSeries: seriesId !== undefined,
    ...(answer !== undefined && { answer: answerInWords(answer.answer) }),
  };
}

export function failedMessages(messages: readonly StoredPartnerMessage[]): readonly FailedMessageView[] {
  return messages
    .filter(({ state }) => state === "failed")
    .map(({ message, failure }) => ({ kind: message.kind, failure: failureKind(failure ?? "") }));
}

import { messageKeyOf, type OutgoingRequest } from "../make-mail.js";

/** A message for an endpoint; every try of it carries the same id. */
export interface OutgoingWebhook {
  readonly id: string;
  readonly sentAt: Date;
  readonly body: string;
}

/**
 * A request as a program receives it, in the form that Standard Webhooks asks for: type, timestamp, data. The data are the
 * fields of `PartnerRequest`, which the caller held against the allow-list, and the address of the answer.
 */
export function makeWebhook(outgoing: OutgoingRequest): OutgoingWebhook {
  const { request, answerAddress, madeAt } = outgoing;
  return {
    id: `msg_${messageKeyOf(outgoing)}`,
    sentAt: madeAt,
    body: JSON.stringify({
      type: "partner-request.created",
      timestamp: madeAt.toISOString(),
      data: { request, answerAddress },
    }),
  };
}

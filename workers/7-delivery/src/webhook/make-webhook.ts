import type { MunicipalityId, PartnerMessage, SilenceNotice } from "@rode-draad/domain";
import { keyOf, messageKeyOf, type OutgoingRequest } from "../make-mail.js";

/** A message for an endpoint; every try of it carries the same id. */
export interface OutgoingWebhook {
  readonly id: string;
  readonly sentAt: Date;
  readonly body: string;
}

/**
 * A request as a program receives it, in the form that Standard Webhooks asks for: type, timestamp, data. The data are the
 * fields of `PartnerRequest`, which the caller held against the allow-list, and the address of the answer. A series comes as
 * the requests that are new in it, with the ids of those that came before.
 */
export function makeWebhook(outgoing: OutgoingRequest): OutgoingWebhook {
  const { now, earlier, answerAddress, madeAt } = outgoing;
  const isSeries = now.length + earlier.length > 1;
  const data = isSeries
    ? { requests: now, earlierRequestIds: earlier.map(({ id }) => id), answerAddress }
    : { request: now[0], answerAddress };
  const type = isSeries ? "partner-series.changed" : "partner-request.created";
  return webhookOf(messageKeyOf(outgoing), type, data, madeAt);
}

const TYPES = {
  reminder: "partner-request.reminder",
  agenda: "standing-evening.agenda",
  result: "partner-request.result",
  withdrawal: "partner-request.withdrawal",
} as const;

/** Any other message, as its allowed fields, with the address of its page where it has one. */
export function makeMessageWebhook(
  municipalityId: MunicipalityId,
  message: Exclude<PartnerMessage, SilenceNotice>,
  pageAddress: string | undefined,
  madeAt: Date,
): OutgoingWebhook {
  const { kind, ...fields } = message;
  const data = { ...fields, ...(pageAddress !== undefined && { pageAddress }) };
  return webhookOf(keyOf(municipalityId, message.id), TYPES[kind], data, madeAt);
}

function webhookOf(key: string, type: string, data: unknown, madeAt: Date): OutgoingWebhook {
  return { id: `msg_${key}`, sentAt: madeAt, body: JSON.stringify({ type, timestamp: madeAt.toISOString(), data }) };
}

import { createHash } from "node:crypto";
import type { Catalogue } from "@rode-draad/catalogue";
import type { MunicipalityId, PartnerRequest } from "@rode-draad/domain";
import type { OutgoingMail } from "./open-mailer.js";
import { writeCalendar } from "./write-calendar.js";
import { writeLetter } from "./write-letter.js";

/** A request that passed the allow-list, with the page on which the partner answers. */
export interface OutgoingRequest {
  readonly municipalityId: MunicipalityId;
  readonly request: PartnerRequest;
  readonly answerAddress: string;
  readonly madeAt: Date;
}

export function makeMail(outgoing: OutgoingRequest, catalogue: Catalogue): OutgoingMail {
  const { request, answerAddress, madeAt } = outgoing;
  const formatLabel = catalogue.format(request.formatId)?.label ?? request.formatId;
  return {
    id: request.id,
    messageId: `<aanvraag-${messageKeyOf(outgoing)}@${request.contact.email.split("@").at(-1)}>`,
    date: madeAt,
    from: { name: request.contact.name, address: request.contact.email },
    to: {
      name: request.partnerName,
      ...(request.partnerEmail === undefined ? {} : { address: request.partnerEmail }),
    },
    ...writeLetter(request, catalogue, answerAddress),
    calendar: writeCalendar(request, formatLabel, madeAt),
  };
}

/** Follows from the request, so that every try carries the same one, by which the receiver knows a second try for the first. */
export function messageKeyOf({ municipalityId, request }: Pick<OutgoingRequest, "municipalityId" | "request">): string {
  return createHash("sha256").update(`${municipalityId}\0${request.id}`, "utf8").digest("hex").slice(0, 32);
}

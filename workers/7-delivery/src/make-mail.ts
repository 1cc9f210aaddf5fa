import { createHash } from "node:crypto";
import type { Catalogue } from "@rode-draad/catalogue";
import type { MunicipalityId, PartnerRequest } from "@rode-draad/domain";
import type { OutgoingMail } from "./open-mailer.js";
import { writeCalendar } from "./write-calendar.js";
import { writeLetter } from "./write-letter.js";
import { type SeriesParts, writeSeriesLetter } from "./write-series-letter.js";

/** What leaves in one letter: a request, or the parts of a series. All of it passed the allow-list. */
export interface OutgoingRequest extends SeriesParts {
  readonly municipalityId: MunicipalityId;
  /** The page on which the partner answers. */
  readonly answerAddress: string;
  readonly madeAt: Date;
}

export function makeMail(outgoing: OutgoingRequest, catalogue: Catalogue): OutgoingMail {
  const { now, earlier, answerAddress, madeAt } = outgoing;
  const [request] = now;
  const isSeries = now.length + earlier.length > 1;
  return {
    id: request.id,
    messageId: `<aanvraag-${messageKeyOf(outgoing)}@${request.contact.email.split("@").at(-1)}>`,
    date: madeAt,
    from: { name: request.contact.name, address: request.contact.email },
    to: partnerAddress(request),
    ...(isSeries
      ? writeSeriesLetter(outgoing, catalogue, answerAddress)
      : writeLetter(request, catalogue, answerAddress)),
    calendar: {
      fileName: "voorgestelde-data.ics",
      content: writeCalendar(now, (formatId) => catalogue.format(formatId)?.label ?? formatId, madeAt),
    },
  };
}

export function partnerAddress(to: Pick<PartnerRequest, "partnerName" | "partnerEmail">): OutgoingMail["to"] {
  return {
    name: to.partnerName,
    ...(to.partnerEmail === undefined ? {} : { address: to.partnerEmail }),
  };
}

/** Follows from what leaves, so that every try carries the same one, by which the receiver knows a second try for the first. */
export function messageKeyOf({ municipalityId, now }: Pick<OutgoingRequest, "municipalityId" | "now">): string {
  return keyOf(municipalityId, ...now.map(({ id }) => id));
}

export function keyOf(municipalityId: MunicipalityId, ...ids: readonly string[]): string {
  return createHash("sha256")
    .update([municipalityId, ...ids].join("\0"), "utf8")
    .digest("hex")
    .slice(0, 32);
}

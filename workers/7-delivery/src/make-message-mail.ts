import type { Catalogue } from "@rode-draad/catalogue";
import type { MunicipalityId, PartnerMessage } from "@rode-draad/domain";
import { keyOf, partnerAddress } from "./make-mail.js";
import type { OutgoingMail } from "./open-mailer.js";
import { writeCancelledCalendar, writeStandingCalendar } from "./write-calendar.js";
import {
  writeAgendaLetter,
  writeReminder,
  writeResultLetter,
  writeSilenceLetter,
  writeWithdrawalLetter,
} from "./write-message-letter.js";

/** A message that passed the allow-list, with the address of its page. */
export interface OutgoingMessage {
  readonly municipalityId: MunicipalityId;
  readonly message: PartnerMessage;
  /** Where the partner answers or reads, or the colleague sees the request; empty for what leads nowhere. */
  readonly address: string;
  readonly madeAt: Date;
}

export function makeMessageMail(outgoing: OutgoingMessage, catalogue: Catalogue): OutgoingMail {
  const { municipalityId, message, madeAt } = outgoing;
  const { contact } = message;
  return {
    id: message.id,
    messageId: `<bericht-${keyOf(municipalityId, message.id)}@${contact.email.split("@").at(-1)}>`,
    date: madeAt,
    from: { name: contact.name, address: contact.email },
    // The colleague who asked is the one to whom nobody answered.
    to: message.kind === "silence" ? { name: contact.name, address: contact.email } : partnerAddress(message),
    ...wordsOf(outgoing, catalogue),
    ...calendarOf(outgoing, catalogue),
  };
}

function calendarOf({ message, madeAt }: OutgoingMessage, catalogue: Catalogue): Pick<OutgoingMail, "calendar"> {
  if (message.kind === "agenda") {
    return { calendar: { fileName: "vaste-avonden.ics", content: writeStandingCalendar(message, madeAt) } };
  }
  if (message.kind !== "withdrawal") return {};
  const content = writeCancelledCalendar(message.request, (id) => catalogue.format(id)?.label ?? id, madeAt);
  return { calendar: { fileName: "gaat-niet-door.ics", content } };
}

function wordsOf({ message, address }: OutgoingMessage, catalogue: Catalogue) {
  switch (message.kind) {
    case "reminder":
      return writeReminder(message, catalogue, address);
    case "agenda":
      return writeAgendaLetter(message, catalogue, address);
    case "result":
      return writeResultLetter(message, catalogue);
    case "withdrawal":
      return writeWithdrawalLetter(message, catalogue);
    case "silence":
      return writeSilenceLetter(message, catalogue, address);
  }
}

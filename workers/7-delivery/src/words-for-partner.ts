import type { Catalogue } from "@rode-draad/catalogue";
import type { AgendaAnswer, DeclineReason, PartnerAgenda, PartnerAnswer, PartnerRequest } from "@rode-draad/domain";
import { pleaseDoNotAsk } from "./asks-and-offers.js";
import { clock, dateInWords, dayInWords } from "./dates-in-words.js";
import { rhythmInWords } from "./rhythm-in-words.js";
import { formInWords } from "./words-of-request.js";

/** A request as the page behind its link shows it: the fields of `PartnerRequest` in words, and no other. */
export interface RequestInWords {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  readonly areaName: string;
  readonly form: string;
  readonly location: string;
  readonly turnout: { readonly min: number; readonly max: number };
  readonly asks: readonly string[];
  readonly offers: readonly string[];
  readonly dates: readonly string[];
  readonly contact: PartnerRequest["contact"];
  readonly pleaseDoNotAsk: string;
}

export function requestInWords(request: PartnerRequest, catalogue: Catalogue): RequestInWords {
  const { turnout, contact } = request;
  return {
    id: request.id,
    title: request.subject,
    topic: request.topic,
    areaName: request.areaName,
    form: formInWords(catalogue.format(request.formatId)?.label ?? "Bijeenkomst"),
    location: request.location,
    turnout: { min: turnout.min, max: turnout.max },
    asks: request.asks.map(withoutMark),
    offers: request.offers.map(withoutMark),
    dates: request.dates.map(dateInWords),
    contact: {
      name: contact.name,
      role: contact.role,
      team: contact.team,
      phone: contact.phone,
      email: contact.email,
    },
    pleaseDoNotAsk: pleaseDoNotAsk(request.partnerId),
  };
}

/** The agenda of a standing evening as the page behind its link shows it. */
export interface AgendaInWords {
  readonly day: string;
  readonly time: string;
  readonly rhythm: string;
  readonly location: string;
  readonly points: readonly string[];
  readonly contact: PartnerRequest["contact"];
  readonly pleaseDoNotAsk: string;
}

export function agendaInWords(agenda: PartnerAgenda): AgendaInWords {
  const { name, role, team, phone, email } = agenda.contact;
  return {
    day: dayInWords(agenda.day),
    time: `${clock(agenda.from)} tot ${clock(agenda.until)} uur`,
    rhythm: rhythmInWords(agenda.rhythm),
    location: agenda.location,
    points: [...agenda.points],
    contact: { name, role, team, phone, email },
    pleaseDoNotAsk: pleaseDoNotAsk(agenda.partnerId),
  };
}

/** The marks at the end make a sentence of the list in a letter; on a page each point stands by itself. */
function withoutMark(point: string): string {
  return point.replace(/[;.]$/, "");
}

/** The same for what was said to an agenda. */
export function agendaAnswerInWords(answer: AgendaAnswer): string {
  const remark = "remark" in answer && answer.remark !== undefined ? ` Toelichting: ${answer.remark}` : "";
  switch (answer.kind) {
    case "come":
      return "Ja, wij komen.";
    case "cannot":
      return `Nee, deze keer niet.${remark}`;
    case "call":
      return `Bel ons eerst even.${remark}`;
  }
}

const REASONS: Readonly<Record<DeclineReason, string>> = {
  "geen-tijd": "wij hebben hier geen tijd voor",
  "niet-onze-taak": "dit is niet onze taak",
  "later-in-het-jaar": "vraag het later in het jaar nog eens",
  "iets-anders": "iets anders",
};

/** An answer in one or two sentences, the same for the partner and for the colleague who asked. */
export function answerInWords(answer: PartnerAnswer): string {
  const remark = "remark" in answer && answer.remark !== undefined ? ` Toelichting: ${answer.remark}` : "";
  switch (answer.kind) {
    case "accept":
      return `Ja, op ${dateInWords(answer.date)}.`;
    case "other-date":
      return `Liever op ${dateInWords(answer.date)}.${remark}`;
    case "call":
      return `Bel ons eerst even.${remark}`;
    case "decline":
      return `Nee: ${REASONS[answer.reason]}.${remark}`;
  }
}

import type { Catalogue } from "@rode-draad/catalogue";
import {
  attendanceInWords,
  type PartnerAgenda,
  type PartnerReminder,
  type PartnerResult,
  type PartnerWithdrawal,
  type SilenceNotice,
} from "@rode-draad/domain";
import { clock, dateInWords, dayInWords } from "./dates-in-words.js";
import { type Letter, letterOf, link, list, paragraph } from "./letter-blocks.js";
import { rhythmInWords } from "./rhythm-in-words.js";
import { formInWords, inOneSentence, lowerFirst, partnerInWords, topicsOf } from "./words-of-request.js";
import { privacyBlock, signature } from "./write-letter.js";

/** The short letters beside a request: one message each, B1, nothing about residents. */

/** Asks once more. "No" is as good an answer as "yes", and the letter says so. */
export function writeReminder(reminder: PartnerReminder, catalogue: Catalogue, answerAddress: string): Letter {
  const { requests, contact, askedOn } = reminder;
  const [first] = requests;
  const topic = first === undefined ? "" : (topicsOf(first)[0] ?? first.topic);
  const form = lowerFirst(formInWords(catalogue.format(first?.formatId ?? "")?.label ?? "Bijeenkomst"));
  const areas = inOneSentence([...new Set(requests.map(({ areaName }) => areaName))]);
  return letterOf(`Herinnering: ${form} over ${topic} in ${areas}`, [
    paragraph(`Beste collega van ${partnerInWords(reminder, catalogue)},`),
    paragraph(
      `Op ${dayInWords(askedOn)} vroegen wij u om mee te doen in ${areas}.`,
      `Het gaat om een ${form} over ${topic}.`,
      "Wij hebben nog geen antwoord van u.",
    ),
    ...requests.map((request) =>
      list(`${request.areaName}, ${request.contact.team}:`, [
        `voorstel: ${request.dates.map(dateInWords).join(" of ")};`,
        `plaats: ${request.location}.`,
      ]),
    ),
    link("Geef hier uw antwoord. Het is dezelfde vraag als in onze eerste brief:", answerAddress),
    paragraph("Kunt u niet meedoen? Zeg dan gerust nee. Dan vragen wij het iemand anders."),
    paragraph(`Liever even bellen? U bereikt mij op ${contact.phone} of ${contact.email}.`),
    ...signature(contact),
  ]);
}

/** Where and when, and the way to the agenda. The points stand behind the link only, so that an old mail tells nothing. */
export function writeAgendaLetter(agenda: PartnerAgenda, catalogue: Catalogue, pageAddress: string): Letter {
  const { contact, day, from, until, location, rhythm } = agenda;
  return letterOf(`De agenda voor onze vaste avond op ${dayInWords(day)}`, [
    paragraph(`Beste collega van ${partnerInWords(agenda, catalogue)},`),
    paragraph(
      `Onze vaste avond is ${rhythmInWords(rhythm)}.`,
      `De volgende is op ${dayInWords(day)}, ${clock(from)} tot ${clock(until)} uur.`,
      `Plaats: ${location}.`,
    ),
    link("De onderwerpen staan klaar. U leest ze hier:", pageAddress),
    paragraph("Bij deze mail zit een agendabestand met alle avonden."),
    privacyBlock(agenda.partnerId),
    paragraph("Op die pagina zegt u ook of u komt.", `Liever bellen? Dat kan op ${contact.phone}.`),
    ...signature(contact),
  ]);
}

/** How it went, in a band and in catalogue words, and thanks. */
export function writeResultLetter(result: PartnerResult, catalogue: Catalogue): Letter {
  const { contact, day, attendance, asked, subject } = result;
  return letterOf(`Dank u wel: zo was de avond op ${dayInWords(day)}`, [
    paragraph(`Beste collega van ${partnerInWords(result, catalogue)},`),
    paragraph(
      `Op ${dayInWords(day)} was onze avond: "${subject}"`,
      `Er kwamen ${attendanceInWords(attendance)} mensen.`,
      ...(asked.length === 0 ? [] : [`Mensen vroegen het meest naar: ${asked.join(", ")}.`]),
    ),
    paragraph("Dank u wel voor uw hulp."),
    paragraph("Wij geven een bereik en geen precies aantal. Wij houden niet bij wie er kwam."),
    paragraph(`Wilt u nog iets vragen? U bereikt mij op ${contact.phone} of ${contact.email}.`),
    ...signature(contact),
  ]);
}

/** Says that what was asked is off, and that nothing needs to be done. */
export function writeWithdrawalLetter(withdrawal: PartnerWithdrawal, catalogue: Catalogue): Letter {
  const { request, contact, askedOn, agreed } = withdrawal;
  const topic = topicsOf(request)[0] ?? request.topic;
  const form = lowerFirst(formInWords(catalogue.format(request.formatId)?.label ?? "Bijeenkomst"));
  return letterOf(`Gaat niet door: ${form} over ${topic} in ${request.areaName}`, [
    paragraph(`Beste collega van ${partnerInWords(withdrawal, catalogue)},`),
    paragraph(
      `Op ${dayInWords(askedOn)} vroegen wij u om mee te doen in ${request.areaName}.`,
      `Het ging om een ${form} over ${topic}.`,
    ),
    paragraph(
      ...(agreed === undefined
        ? ["Dit gaat nu niet door. U hoeft niet meer te antwoorden."]
        : [`U zei ja tegen ${dateInWords(agreed)}.`, "Die avond gaat niet door. Het spijt ons."]),
    ),
    paragraph("Bij deze mail zit een agendabestand. Daarmee haalt u de data uit uw agenda."),
    paragraph(`Wilt u nog iets vragen? U bereikt mij op ${contact.phone} of ${contact.email}.`),
    ...signature(contact),
  ]);
}

/** To the colleague who asked: nobody answers, and what helps now. */
export function writeSilenceLetter(notice: SilenceNotice, catalogue: Catalogue, requestAddress: string): Letter {
  const { request, askedOn, remindedOn } = notice;
  return letterOf(`Nog geen antwoord: ${request.topic} in ${request.areaName}`, [
    paragraph("Hallo,"),
    paragraph(
      `Je vroeg iets aan ${partnerInWords(notice, catalogue)} op ${dayInWords(askedOn)}.`,
      ...(remindedOn === undefined ? [] : [`Op ${dayInWords(remindedOn)} stuurden wij een herinnering.`]),
      "Er is nog geen antwoord. Wij sturen geen tweede herinnering.",
    ),
    paragraph("Bel de partner, of vraag een andere partner."),
    link("Hier staat je aanvraag:", requestAddress),
  ]);
}

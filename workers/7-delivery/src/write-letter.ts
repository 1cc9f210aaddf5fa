import type { Catalogue } from "@rode-draad/catalogue";
import { type PartnerRequest, sayOver } from "@rode-draad/domain";
import { pleaseDoNotAsk } from "./asks-and-offers.js";
import { dateInWords } from "./dates-in-words.js";
import { type Block, type Letter, letterOf, link, list, paragraph } from "./letter-blocks.js";
import { audienceOf, formInWords, lowerFirst, partnerInWords, seasonOf, topicsOf } from "./words-of-request.js";

/**
 * The letter to a partner, in the words of domain report 6.3: one page, B1, no statistics, nothing about residents.
 * `answerAddress` is the page on which the partner answers; a letter that is only looked at has words in its place.
 */
export function writeLetter(request: PartnerRequest, catalogue: Catalogue, answerAddress: string): Letter {
  const form = formInWords(catalogue.format(request.formatId)?.label ?? "Bijeenkomst");
  const [first, ...more] = topicsOf(request);
  const subject = `${form} over ${first}${more.length === 0 ? "" : " en meer"} in ${request.areaName}`;
  return letterOf(subject, blocksOf(request, form, catalogue, answerAddress));
}

/** Stands in every letter: what no partner gets, and what we ask them to leave. */
export function privacyBlock(partnerId: string): Block {
  return paragraph(
    "Wij delen geen gegevens van bewoners met u. Ook niet wie er komt of waarom.",
    "Iedereen is welkom en niemand hoeft zijn situatie te vertellen.",
    pleaseDoNotAsk(partnerId),
  );
}

export function signature({ name, role, team }: PartnerRequest["contact"]): readonly Block[] {
  return [paragraph("Met vriendelijke groet,"), paragraph(name, `${role}, ${team}`)];
}

function blocksOf(
  request: PartnerRequest,
  form: string,
  catalogue: Catalogue,
  answerAddress: string,
): readonly Block[] {
  const { areaName, contact, topic, turnout } = request;
  const season = seasonOf(request, catalogue);
  // Several topics stand in the sentence before; naming them again makes a sentence that nobody reads to the end.
  const about = topicsOf(request).length === 1 ? topic : "deze vragen";
  return [
    paragraph(`Beste collega van ${partnerInWords(request, catalogue)},`),
    paragraph(
      sayOver(`In ${areaName} horen wij veel vragen`, topicsOf(request)),
      ...(season === undefined ? [] : [season]),
      `Wij willen daarom samen met u een ${lowerFirst(form)} over ${about} houden.`,
      `Die is voor ${audienceOf(request, catalogue)} in de wijk. Op de uitnodiging staat: "${request.subject}"`,
    ),
    list("Wat wij vragen:", request.asks),
    list("Wat wij doen:", request.offers),
    paragraph(
      `Voorstel: ${request.dates.map(dateInWords).join(" of ")}.`,
      `Plaats: ${request.location}.`,
      `Wij verwachten ${turnout.min} tot ${turnout.max} mensen.`,
      "Deze data staan nog niet vast. U vindt ze ook in het agendabestand bij deze mail.",
    ),
    link("Geef hier uw antwoord. De link werkt één keer:", answerAddress),
    privacyBlock(request.partnerId),
    paragraph(`Kunnen wij deze week even bellen? U bereikt mij op ${contact.phone} of ${contact.email}.`),
    ...signature(contact),
  ];
}

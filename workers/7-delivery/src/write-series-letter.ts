import type { Catalogue } from "@rode-draad/catalogue";
import type { PartnerRequest } from "@rode-draad/domain";
import { dateInWords } from "./dates-in-words.js";
import { type Block, type Letter, letterOf, link, list, paragraph } from "./letter-blocks.js";
import { formInWords, inOneSentence, lowerFirst, partnerInWords, seasonOf, topicsOf } from "./words-of-request.js";
import { privacyBlock } from "./write-letter.js";

/** The parts of a series that leave in one letter, and those that the partner has already. All are about one theme. */
export interface SeriesParts {
  readonly now: readonly [PartnerRequest, ...PartnerRequest[]];
  readonly earlier: readonly PartnerRequest[];
}

/**
 * One letter for several teams that ask the same: what it is about once, then each team with its wijk, evenings and whom to
 * call. A partner that has some of it already reads what is new.
 */
export function writeSeriesLetter(parts: SeriesParts, catalogue: Catalogue, answerAddress: string): Letter {
  const [first] = parts.now;
  const form = formInWords(catalogue.format(first.formatId)?.label ?? "Bijeenkomst");
  const topic = topicsOf(first)[0] ?? first.topic;
  const subject = `${form} over ${topic} in ${inOneSentence(areaNames(parts.now))}`;
  return letterOf(subject, blocksOf(parts, form, topic, catalogue, answerAddress));
}

function blocksOf(
  { now, earlier }: SeriesParts,
  form: string,
  topic: string,
  catalogue: Catalogue,
  answerAddress: string,
): readonly Block[] {
  const [first] = now;
  const season = seasonOf(first, catalogue);
  const more = now.length > 1 ? "vragen nog andere wijkteams" : `vraagt ook ${first.contact.team}`;
  const why =
    earlier.length === 0
      ? [
          `In ${inOneSentence(areaNames(now))} horen wij veel vragen over ${topic}.`,
          "Meer wijkteams vragen u hetzelfde. U krijgt daarom één brief.",
        ]
      : [
          `U kreeg al onze vraag over ${inOneSentence(areaNames(earlier))}.`,
          `Nu ${more} u hetzelfde. Alles staat op één pagina.`,
        ];
  return [
    paragraph(`Beste collega van ${partnerInWords(first, catalogue)},`),
    paragraph(
      ...why,
      ...(season === undefined ? [] : [season]),
      `Elk wijkteam wil samen met u een ${lowerFirst(form)} houden. Op de uitnodiging staat: "${first.subject}"`,
    ),
    ...now.map((part) =>
      list(`${part.areaName}, ${part.contact.team}:`, [
        `voorstel: ${part.dates.map(dateInWords).join(" of ")};`,
        `plaats: ${part.location};`,
        `wij verwachten ${part.turnout.min} tot ${part.turnout.max} mensen;`,
        `vragen? Bel ${part.contact.name}, ${part.contact.phone}, of mail ${part.contact.email}.`,
      ]),
    ),
    list("Wat wij vragen:", first.asks),
    list("Wat wij doen:", first.offers),
    paragraph("Deze data staan nog niet vast. U vindt ze ook in het agendabestand bij deze mail."),
    link("Geef hier uw antwoord. U antwoordt één keer voor elke wijk:", answerAddress),
    privacyBlock(first.partnerId),
    paragraph("Met vriendelijke groet,"),
    paragraph(...now.map(({ contact }) => `${contact.name}, ${contact.role}, ${contact.team}`)),
  ];
}

function areaNames(parts: readonly PartnerRequest[]): readonly string[] {
  return [...new Set(parts.map(({ areaName }) => areaName))];
}

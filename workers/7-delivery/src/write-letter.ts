import type { Catalogue } from "@rode-draad/catalogue";
import { type PartnerRequest, sayOver } from "@rode-draad/domain";
import { pleaseDoNotAsk } from "./asks-and-offers.js";
import { dateInWords } from "./dates-in-words.js";
import { audienceOf, formInWords, partnerInWords, seasonOf, topicsOf } from "./words-of-request.js";

/** The letter to a partner, in the words of domain report 6.3: one page, B1, no statistics, nothing about residents. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

type Block =
  | { readonly kind: "paragraph"; readonly lines: readonly string[] }
  | { readonly kind: "list"; readonly title: string; readonly points: readonly string[] }
  | { readonly kind: "link"; readonly title: string; readonly address: string };

/**
 * Plain text and HTML come from the same blocks, so that neither can say more than the other. `answerAddress` is the page
 * on which the partner answers; a letter that is only looked at has words in its place.
 */
export function writeLetter(request: PartnerRequest, catalogue: Catalogue, answerAddress: string): Letter {
  const form = formInWords(catalogue.format(request.formatId)?.label ?? "Bijeenkomst");
  const blocks = blocksOf(request, form, catalogue, answerAddress);
  const [first, ...more] = topicsOf(request);
  const subject = `${form} over ${first}${more.length === 0 ? "" : " en meer"} in ${request.areaName}`;
  return { subject, text: asText(blocks), html: asHtml(subject, blocks) };
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
    { kind: "paragraph", lines: [`Beste collega van ${partnerInWords(request)},`] },
    {
      kind: "paragraph",
      lines: [
        sayOver(`In ${areaName} horen wij veel vragen`, topicsOf(request)),
        ...(season === undefined ? [] : [season]),
        `Wij willen daarom samen met u een ${lowerFirst(form)} over ${about} houden.`,
        `Die is voor ${audienceOf(request, catalogue)} in de wijk. Op de uitnodiging staat: "${request.subject}"`,
      ],
    },
    { kind: "list", title: "Wat wij vragen:", points: request.asks },
    { kind: "list", title: "Wat wij doen:", points: request.offers },
    {
      kind: "paragraph",
      lines: [
        `Voorstel: ${request.dates.map(dateInWords).join(" of ")}.`,
        `Plaats: ${request.location}.`,
        `Wij verwachten ${turnout.min} tot ${turnout.max} mensen.`,
        "Deze data staan nog niet vast. U vindt ze ook in het agendabestand bij deze mail.",
      ],
    },
    { kind: "link", title: "Geef hier uw antwoord. De link werkt één keer:", address: answerAddress },
    {
      kind: "paragraph",
      lines: [
        "Wij delen geen gegevens van bewoners met u. Ook niet wie er komt of waarom.",
        "Iedereen is welkom en niemand hoeft zijn situatie te vertellen.",
        pleaseDoNotAsk(request.partnerId),
      ],
    },
    {
      kind: "paragraph",
      lines: [`Kunnen wij deze week even bellen? U bereikt mij op ${contact.phone} of ${contact.email}.`],
    },
    { kind: "paragraph", lines: ["Met vriendelijke groet,"] },
    { kind: "paragraph", lines: [contact.name, `${contact.role}, ${contact.team}`] },
  ];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function asText(blocks: readonly Block[]): string {
  const parts = blocks.map((block) => {
    if (block.kind === "paragraph") return block.lines.join("\n");
    if (block.kind === "link") return `${block.title}\n${block.address}`;
    return [block.title, ...block.points.map((point) => `- ${point}`)].join("\n");
  });
  return `${parts.join("\n\n")}\n`;
}

/** Headings would promise a structure that one page of letter does not have; paragraphs and lists are enough for a reader. */
function asHtml(subject: string, blocks: readonly Block[]): string {
  const parts = blocks.map((block) => {
    if (block.kind === "paragraph") return `<p>${block.lines.map(escapeHtml).join("<br>\n")}</p>`;
    const title = escapeHtml(block.title);
    if (block.kind === "link") return `<p>${title}<br>\n${anchor(block.address)}</p>`;
    return `<p>${title}</p>\n<ul>\n${block.points.map((point) => `<li>${escapeHtml(point)}</li>`).join("\n")}\n</ul>`;
  });
  return [
    "<!doctype html>",
    '<html lang="nl">',
    `<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    '<body style="font-family: sans-serif; font-size: 1rem; line-height: 1.5; max-width: 40em">',
    ...parts,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** The whole address shows, so that a reader sees where it leads before clicking. */
function anchor(address: string): string {
  const shown = escapeHtml(address);
  return URL.canParse(address) ? `<a href="${shown}" rel="noreferrer">${shown}</a>` : shown;
}

const HTML_ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => HTML_ESCAPES[character] ?? character);
}

import { monthName } from "../dutch-words.js";
import { shortProposalFacts } from "../proposal-facts.js";
import type { Sentence, ThemeReport, ThemeRow } from "../theme-report.js";
import { aboutReport } from "./about-report.js";

/** A part of a document that is nothing but text. */
export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** The report as text in reading order, the same eight sections as the page: for a document without charts. */
export function outlineReport(report: ThemeReport): readonly Block[] {
  const { glance, recurring, changes, proposals, running, lookAhead, hidden, quality } = report.sections;
  const sections: readonly (readonly [string, readonly Block[]])[] = [
    ["In één oogopslag", [list(glance.sentences.map(plain))]],
    ["Thema’s die vaak terugkomen", themes(report, recurring.all)],
    [
      "Wat verandert er?",
      changes.groups.flatMap(({ word, items }) => [
        heading(3, word),
        list(items.map(({ name, note }) => (note === undefined ? name : `${name}. ${note}`))),
      ]),
    ],
    [
      "Dit kunnen wij samen aanbieden",
      proposals.cards.length === 0
        ? [paragraph("Er is nu geen voorstel dat sterk genoeg is.")]
        : proposals.cards.flatMap((card) => [
            heading(3, card.title),
            paragraph(`${card.form}, ${card.area.name}${card.careNeeded ? ". Alleen met zorg" : ""}.`),
            list(shortProposalFacts(card).map(({ term, value }) => `${term}: ${value}`)),
          ]),
    ],
    [
      "Wat loopt er?",
      running.rows.length === 0
        ? [paragraph("Er loopt nu nog geen aanbod.")]
        : [
            {
              kind: "table",
              head: ["Aanbod", "Vorm", "Bezoekers", "Mening", "Hierna"],
              rows: running.rows.map((row) => [row.title, row.form, row.visitors, row.opinion, row.next]),
            },
          ],
    ],
    [
      "Vooruitblik: de komende acht weken",
      lookAhead.items.length === 0
        ? [paragraph("De kalender voorspelt geen drukte.")]
        : [list(lookAhead.items.map(({ when, text }) => `Vanaf ${when}. ${text}`))],
    ],
    ["Wat je niet ziet", [list(hidden.items.map(({ term, text }) => `${term}: ${text}`)), paragraph(hidden.safety)]],
    ["Kwaliteit", [list(quality.items.map(({ term, text }) => `${term}: ${text}`))]],
  ];
  return [
    paragraph(`Maandrapport ${monthName(report.month)}`),
    heading(1, report.title),
    paragraph(aboutReport(report)),
    ...sections.flatMap(([title, blocks], index) => [heading(2, `${index + 1} ${title}`), ...blocks]),
    paragraph(report.colophon),
  ].filter((block) => block.kind !== "list" || block.items.length > 0);
}

function themes({ window, knots = [] }: ThemeReport, rows: readonly ThemeRow[]): readonly Block[] {
  if (rows.length === 0) {
    return [paragraph("Nog geen thema komt bij 10 huishoudens of meer. Dat betekent niet dat er niets speelt.")];
  }
  const together: readonly Block[] = [
    paragraph("Deze thema’s komen in de gemeente vaker samen voor dan je zou verwachten:"),
    list(knots.map(({ themes: [first, second] }) => `${first.name} samen met ${second.name}`)),
  ];
  return [
    paragraph("Wij tellen huishoudens. Een bereik is geen precies aantal."),
    {
      kind: "table",
      head: ["Thema", `Nu (${window.short})`, `Eerder (${window.earlierShort})`, "Richting"],
      rows: rows.map(({ name, now, earlier, directionWord }) => [
        name,
        now.label,
        "band" in earlier ? earlier.band.label : "niet getoond",
        directionWord,
      ]),
    },
    ...(knots.length === 0 ? [] : together),
  ];
}

const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: "heading", level, text });
const paragraph = (text: string): Block => ({ kind: "paragraph", text });
const list = (items: readonly string[]): Block => ({ kind: "list", items });

function plain(sentence: Sentence): string {
  return sentence.map(({ text }) => text).join("");
}

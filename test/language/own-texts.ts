import { loadCatalogue } from "@rode-draad/catalogue";
import { composeRequest, makeReportMail, requestInWords, writeLetter } from "@rode-draad/delivery";
import { ACTIONS, addMonths, type Proposal, ROLES, type ThemeChange, whyNotMay } from "@rode-draad/domain";
import {
  composeScopeReport,
  composeTheme,
  describeThemeChange,
  proposalCard,
  releaseMonth,
  renderReportHtml,
  reportScopes,
  themeNamer,
} from "@rode-draad/reports";
import { count, propose, rise } from "../../workers/5-proposals/test/build-input.js";
import { sampleEmergent } from "../../workers/6-reports/test/sample-input.js";
import { SAMPLE_MONTH, sampleLine, sampleMonth } from "../../workers/6-reports/test/sample-month.js";
import { PAGES } from "../accessibility/pages.js";
import { sampleWeb } from "../accessibility/sample-web-tools.js";
import { serveWeb } from "../accessibility/serve-web.js";
import { inlineWords } from "./inline-words.js";
import { readMessages, writtenOut } from "./messages.js";
import { parseFiles } from "./syntax-tree.js";

const catalogue = loadCatalogue();
const nameOf = themeNamer(catalogue, sampleEmergent);
const MONTHS = Array.from({ length: 12 }, (_, index) => addMonths("2026-01", index));

/** Every text in a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

type Texts = readonly string[];

/** What the product itself says, by where it is said: made by the code that makes it, over the whole catalogue. */
export const OWN_TEXTS: Readonly<Record<string, () => Texts | Promise<Texts>>> = {
  "the message catalogue": () => readMessages("nl").flatMap(({ parsed }) => writtenOut(parsed)),
  "the catalogue of themes": () => [
    ...catalogue.themes.flatMap(({ definition, season, collectiveReason, ruleNote }) => [
      definition,
      season.note,
      ...(season.moments ?? []).map(({ text }) => text),
      collectiveReason,
      ruleNote ?? "",
    ]),
    ...catalogue.ruleChanges.map(({ note }) => note),
    ...catalogue.formats.map(({ notWhen }) => notWhen),
  ],
  "the monthly report": () => {
    const facts = sampleMonth();
    const released = releaseMonth(facts);
    return reportScopes(facts).flatMap((scope) => {
      const report = composeScopeReport(facts, released, scope);
      return [...textsIn(report), wordsOfPage(renderReportHtml(report))];
    });
  },
  "the pages": async () => {
    const web = await serveWeb(sampleWeb().tools);
    const pages = await Promise.all(PAGES.map(async ([, path]) => (await web.open(path)).text()));
    await web.close();
    return pages.map(wordsOfPage);
  },
  "the page of a theme": () => catalogue.themes.flatMap(({ id }) => textsIn(themePage(id))),
  proposals: () => proposals().flatMap((proposal) => textsIn(cardOf(proposal))),
  "letters and mails": () => [...letters(), reportMail()],
  "changes of themes": () => changes().map((change) => describeThemeChange(change, nameOf)),
  "who may what": () =>
    ROLES.flatMap((role) =>
      ACTIONS.flatMap((action) => {
        const actor = { kind: "account", id: "a", name: "A", roles: [role], teamCodes: [] } as const;
        return whyNotMay(actor, action, { policy: "own-cases" }) ?? [];
      }),
    ),
  "the sentences in the code": () => sentencesInCode(),
};

function themePage(themeId: string) {
  return composeTheme({
    themeId,
    catalogue,
    emergent: sampleEmergent,
    isNamed: false,
    month: SAMPLE_MONTH,
    place: "Sterrenwijk",
    months: catalogue.neverThemeIds.has(themeId) ? [] : sampleLine(themeId),
    direction: "rising",
    held: [{ day: "2026-03-11", title: "Informatieavond" }],
    proposals: [],
    knots: [],
    changes: [],
    reasons: {
      themeId,
      words: ["huurtoeslag", "kale huur"],
      typical: ["huurtoeslag", "kale huur"],
      doubtful: ["servicekosten"],
      nearest: { themeId: "huurverhoging-servicekosten", words: ["toeslag"] },
    },
    nowShownAs: (id) => id,
    dayOf: (at) => at.toISOString().slice(0, 10),
  });
}

/** A need for every theme alone and for all together, in each month of a year, rising and not. */
function proposals(): Proposal[] {
  const needs = catalogue.themes.map(({ id }) => count(id, { cases: 40 }));
  const signals = catalogue.themes.map(({ id }) => rise(id));
  return MONTHS.flatMap((month) => [
    ...needs.flatMap((need) => propose([need], { month })),
    ...propose(needs, { month, signals }),
  ]);
}

function cardOf(proposal: Proposal) {
  return proposalCard({ proposal, state: "open", areaName: "Sterrenwijk" }, catalogue, nameOf);
}

/** The text of a page as it is read, a line for each block; choices of a list are no sentences. */
function wordsOfPage(html: string): string {
  return html
    .replace(/<(style|svg|select)\b.*?<\/\1>/gs, "\n")
    .replace(/<\/?(?:strong|em|a|b|i)\b[^>]*>/g, "")
    .replace(/<[^>]+>/g, "\n")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

function reportMail(): string {
  const place = "https://rodedraad.example/maandrapport";
  const notice = {
    municipalityName: "Voorbeeldstad",
    month: "2026-10",
    monthName: "oktober 2026",
    madeAt: new Date(0),
  };
  const { subject, text } = makeReportMail({
    ...notice,
    address: place,
    accountAddress: place,
    from: "rodedraad@rodedraad.example",
    to: "sam@voorbeeldstad.nl",
  });
  return `${subject}\n${text}`;
}

function letters(): string[] {
  const details = {
    id: "aanvraag-1",
    areaName: "Sterrenwijk",
    location: "buurthuis De Ster",
    dates: [
      { day: "2027-01-12", from: "19:00", until: "21:00" },
      { day: "2027-07-07", from: "19:30", until: "21:00" },
    ],
    contact: {
      name: "Noor",
      role: "opbouwwerker",
      team: "wijkteam Oost",
      phone: "06-0000 0000",
      email: "noor@wijkteam.example",
    },
    careConfirmed: true,
  };
  const byTopics = new Map(proposals().map((proposal) => [proposal.themeIds.join(), proposal]));
  return [...byTopics.values()].flatMap((proposal) =>
    proposal.partnerIds.flatMap((partnerId) => {
      const request = composeRequest(proposal, { ...details, partnerId }, catalogue);
      const { subject, text } = writeLetter(request, catalogue, "https://rodedraad.example/aanvraag/x");
      return [subject, text, ...textsIn(requestInWords(request, catalogue))];
    }),
  );
}

function changes() {
  const kinds = [
    "new",
    "merged",
    "split",
    "renamed",
    "retired",
    "quiet",
    "back",
    "pinned",
    "asleep",
    "woken",
    "question-moved",
  ] as const;
  const undoes = ["rename", "merge", "split", "move", "pin", "not-a-theme", "sleep"] as const;
  const base = {
    themeId: "huurtoeslag",
    otherId: "energierekening",
    name: "Geld voor de huur",
    formerName: "Huur",
    at: new Date(0),
  };
  return (["person", "machine"] as const).flatMap((by) => [
    ...kinds.map((kind) => ({ ...base, kind, by })),
    ...undoes.map((what) => ({ ...base, kind: "undone", undoes: what, by }) as const),
  ]) satisfies ThemeChange[];
}

/** Words without which hardly a Dutch sentence is made. */
const DUTCH =
  /(?<![\p{L}-])(?:de|het|een|en|van|niet|geen|wij|je|zijn|voor|naar|bij|dit|deze|wordt|worden|aan|uit|meer|met|om|nog)(?![\p{L}-])/iu;

/** Whatever stands in the code as a sentence, wherever it is said: on the command line, in the API, in an error. */
function sentencesInCode(): string[] {
  return parseFiles((path) => /^(?:services|workers|shared)\//.test(path))
    .flatMap(inlineWords)
    .map((found) => found.replace(/^\S+ /, "").replaceAll("…", " woord "))
    .filter((text) => DUTCH.test(text) && /[.!?:]$/.test(text.trim()));
}

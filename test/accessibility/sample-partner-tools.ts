import { loadCatalogue } from "@rode-draad/catalogue";
import { agendaInWords, dateInWords, requestInWords } from "@rode-draad/delivery";
import type { PartnerOrganisation } from "@rode-draad/domain";
import type {
  AnswerDraft,
  DirectoryTools,
  EveningDraft,
  EveningTools,
  EveningView,
  PartnerDraft,
  PartnerPageView,
  PartnerRowView,
  PartnerTools,
  RequestLineView,
  RequestPartView,
  RequestTools,
  RequestView,
  ResultDraft,
} from "@rode-draad/web";
import { buildAgenda, buildOrganisation } from "../../workers/7-delivery/test/build-messages.js";
import { buildRequest } from "../../workers/7-delivery/test/build-request.js";

/** Everything about partners, as pages show it: one of each state. */

export const HELD_BACK = "Hier lijken persoonsgegevens in te staan. Schrijf het zonder namen en nummers.";
const TWICE = "Bel ons eerst even. Toelichting: na de vakantie";
const catalogue = loadCatalogue();
const titleOf = (themeId: string) => catalogue.theme(themeId)?.invitationTitle ?? themeId;

const part = (more: Partial<RequestPartView> = {}): RequestPartView => ({
  ...requestInWords(buildRequest(), catalogue),
  isOver: false,
  isWithdrawn: false,
  ...more,
});

const pageWith = (...parts: RequestPartView[]): PartnerPageView => ({
  kind: "request",
  partnerName: "De Haard",
  worksUntil: "woensdag 20 januari 2027",
  parts,
});

const inWest = requestInWords(
  buildRequest({
    id: "aanvraag-2",
    areaName: "West",
    location: "bibliotheek West",
    contact: { ...buildRequest().contact, name: "Sam Voorbeeld", team: "wijkteam West" },
  }),
  catalogue,
);

const AGENDA_PAGE: PartnerPageView = {
  kind: "agenda",
  partnerName: "De Haard",
  worksUntil: "dinsdag 8 december 2026",
  ...agendaInWords(buildAgenda({ points: [titleOf("huurtoeslag"), titleOf("energierekening")] })),
};

const PARTNER_PAGES: Readonly<Record<string, PartnerPageView>> = {
  voorbeeld: pageWith(part()),
  beantwoord: pageWith(part({ answered: TWICE })),
  reeks: pageWith(
    part({ answered: "Ja, op dinsdag 12 januari 2027, 19.00 tot 21.00 uur." }),
    part(inWest),
    part({ ...inWest, id: "aanvraag-3", areaName: "Zuid", isOver: true }),
  ),
  ingetrokken: pageWith(part({ isWithdrawn: true })),
  agenda: AGENDA_PAGE,
  "agenda-beantwoord": { ...AGENDA_PAGE, answered: "Nee, deze keer niet. Toelichting: wij hebben dan overleg" },
};

/** The pages behind links; `answers` keeps what was answered. */
export function samplePartner(answers: AnswerDraft[]): PartnerTools {
  return {
    readPartnerPage: async (token) =>
      token === "voorbeeld" && answers.length > 0 ? PARTNER_PAGES.beantwoord : PARTNER_PAGES[token],
    async answerPartner(token, _requestId, draft) {
      if ((token !== "voorbeeld" && token !== "reeks") || answers.length > 0) return "gone";
      if ("remark" in draft && draft.remark?.includes("06-") === true) return { heldBack: HELD_BACK };
      answers.push(draft);
      return "done";
    },
    async answerAgenda(token, { kind }) {
      return token === "agenda" && kind === "come" ? "done" : "gone";
    },
    readPartnerCalendar: async (token) => (token === "agenda" ? "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" : undefined),
  };
}

const LINE: RequestLineView = { id: "a-1", partnerName: "De Haard", state: "sent", isInSeries: false };

export const REQUEST_LINES: readonly RequestLineView[] = [
  { ...LINE, isInSeries: true, remindedOn: "donderdag 12 november 2026", silentSince: "donderdag 19 november 2026" },
  { ...LINE, id: "a-2", partnerName: "Bibliotheek", state: "failed", failure: "address" },
  { ...LINE, id: "a-3", partnerName: "Sociaal raadslieden", answer: "Bel ons eerst even." },
  { ...LINE, id: "a-5", partnerName: "Buurthuis De Ster", state: "withdrawn" },
];

const REQUEST: RequestView = {
  ...LINE,
  proposalId: "v-0003",
  subject: titleOf("huurtoeslag"),
  areaName: "Sterrenwijk",
  dates: buildRequest().dates.map(dateInWords),
  sentOn: "maandag 2 november 2026",
  hasLetterFile: false,
  failedMessages: [],
  result: { state: "not-yet" },
};

const SUBJECTS = ["huurtoeslag", "energierekening", "woning-zoeken"].map((id) => ({
  id,
  name: catalogue.theme(id)?.label ?? id,
}));

const REQUESTS: readonly RequestView[] = [
  { ...REQUEST, ...REQUEST_LINES[0] } as RequestView,
  {
    ...REQUEST,
    ...REQUEST_LINES[1],
    failedMessages: [{ kind: "reminder", failure: "mail-server" }],
    hasLetterFile: true,
  } as RequestView,
  {
    ...REQUEST,
    id: "a-3",
    answer: "Ja, op dinsdag 12 januari 2027, 19.00 tot 21.00 uur.",
    result: { state: "ready", day: "dinsdag 12 januari 2027", subjects: SUBJECTS },
  },
  {
    ...REQUEST,
    id: "a-4",
    answer: "Ja, op dinsdag 12 januari 2027, 19.00 tot 21.00 uur.",
    result: { state: "ready", day: "dinsdag 12 januari 2027", attendance: "15-tot-24", subjects: SUBJECTS },
  },
  { ...REQUEST, ...REQUEST_LINES[3], failedMessages: [{ kind: "withdrawal", failure: "address" }] } as RequestView,
];

export function sampleRequests(results: ResultDraft[], retried: string[]): RequestTools {
  return {
    readRequest: async (id) => REQUESTS.find((request) => request.id === id),
    readLetterFile: async (id) =>
      id === "a-2" ? { fileName: "a-2.eml", content: Buffer.from("Subject: x\r\n\r\nbrief") } : undefined,
    retryRequest: async (id) => void retried.push(id),
    sendResult: async (_id, draft) => void results.push(draft),
  };
}

const ROW = { partnerName: "De Haard", rhythm: "elke tweede dinsdag van de maand", time: "19.00 tot 21.00 uur" };
const { contact } = buildRequest();

const EVENING: EveningView = {
  ...ROW,
  id: "e-1",
  location: "buurthuis De Ster",
  isRunning: true,
  next: { month: "2026-12", day: "dinsdag 8 december 2026", isFreeDay: false, agenda: "undecided" },
  contact,
  points: [
    { themeId: "huurtoeslag", title: titleOf("huurtoeslag"), careNeeded: false, choice: "proposed" },
    { themeId: "energierekening", title: titleOf("energierekening"), careNeeded: false, choice: "off" },
    { themeId: "urgentieverklaring", title: titleOf("urgentieverklaring"), careNeeded: true, choice: "proposed" },
  ],
  reportMonth: "oktober 2026",
  newerMonth: "november 2026",
  canFill: true,
  skipped: [{ month: "2027-02", day: "dinsdag 9 februari 2027" }],
  failedMessages: [],
  toTell: { month: "2026-11", day: "dinsdag 10 november 2026", subjects: SUBJECTS },
  told: [{ day: "dinsdag 13 oktober 2026", attendance: "15-tot-24" }],
};
const { next: _next, toTell: _toTell, newerMonth: _newer, reportMonth: _report, ...QUIET } = EVENING;
const NEXT = { month: "2027-01", day: "dinsdag 12 januari 2027", isFreeDay: true } as const;

const EVENINGS: readonly EveningView[] = [
  EVENING,
  {
    ...QUIET,
    id: "e-2",
    partnerName: "Bibliotheek",
    next: { ...NEXT, agenda: "ready" },
    reportMonth: "november 2026",
    points: EVENING.points.map((point) => ({ ...point, choice: point.themeId === "huurtoeslag" ? "on" : "off" })),
    failedMessages: [{ kind: "result", failure: "address" }],
  },
  { ...QUIET, id: "e-3", points: [], canFill: false, next: { ...NEXT, agenda: "none" } },
  {
    ...QUIET,
    id: "e-4",
    next: { ...NEXT, isFreeDay: false, agenda: "sent" },
    points: EVENING.points.map((point) => ({ ...point, choice: "on" })),
  },
  { ...QUIET, id: "e-5", isRunning: false, points: [] },
];

export interface SampleEvenings {
  readonly tools: EveningTools;
  readonly added: EveningDraft[];
  readonly chosen: string[][];
  readonly did: string[];
}

export function sampleEvenings(results: ResultDraft[]): SampleEvenings {
  const added: EveningDraft[] = [];
  const chosen: string[][] = [];
  const did: string[] = [];
  const tools: EveningTools = {
    listEvenings: async () => ({ evenings: EVENINGS, hasPartners: true }),
    readEvening: async (id) => EVENINGS.find((evening) => evening.id === id),
    readEveningChoices: async () => ({ partners: [{ id: "o-haard", name: "De Haard" }], today: "2026-11-22" }),
    async addEvening(draft) {
      if (draft.location.includes("06-")) return { heldBack: HELD_BACK };
      added.push(draft);
      return { id: "e-1" };
    },
    fillAgenda: async (id) => (id === "e-3" ? "no-report" : "filled"),
    decideAgenda: async (_id, _month, points) => void chosen.push([...points]),
    sendAgenda: async (id) => void did.push(`send ${id}`),
    retryEvening: async (id) => void did.push(`retry ${id}`),
    skipMonth: async (id, month, isSkipped) => void did.push(`${isSkipped ? "skip" : "hold"} ${id} ${month}`),
    stopEvening: async (id) => void did.push(`stop ${id}`),
    sendEveningResult: async (_id, _month, draft) => void results.push(draft),
    readStandingCalendar: async (id) => (id === "e-1" ? "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" : undefined),
  };
  return { tools, added, chosen, did };
}

const CHOICES = {
  kinds: ["woningcorporatie", "bibliotheek-ido"].map((id) => ({ id, name: catalogue.partner(id)?.label ?? id })),
  areas: [
    { code: "WK012301", name: "Sterrenwijk" },
    { code: "WK012302", name: "West" },
  ],
};

const PARTNERS: readonly PartnerOrganisation[] = [
  buildOrganisation(),
  { ...buildOrganisation(), id: "o-bieb", partnerId: "bibliotheek-ido", name: "Bibliotheek", channel: "by-hand" },
  { ...buildOrganisation(), id: "o-oud", name: "Oude Haard", channel: "webhook", isActive: false },
];

export function sampleDirectory(saved: PartnerDraft[]): DirectoryTools {
  return {
    listPartners: async () =>
      PARTNERS.map(
        ({ partnerId, areaCodes: _areaCodes, ...row }): PartnerRowView => ({
          ...row,
          kind: catalogue.partner(partnerId)?.label ?? partnerId,
          areas: row.id === "o-bieb" ? ["Sterrenwijk"] : [],
        }),
      ),
    readPartner: async (id) => {
      const partner = PARTNERS.find((one) => one.id === id);
      return partner && { ...CHOICES, partner, webhookUrl: "https://haard.example/haak" };
    },
    readPartnerChoices: async () => CHOICES,
    async savePartner(draft) {
      if (draft.name.includes("06-")) return { heldBack: "name", sentence: HELD_BACK };
      saved.push(draft);
      return { id: "o-haard", ...(draft.channel === "webhook" && { secret: "whsec_voorbeeld" }) };
    },
  };
}

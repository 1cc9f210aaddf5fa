import { ACTIONS, ProductError, type ProposalState, type ThemeReasons } from "@rode-draad/domain";
import {
  composeScopeReport,
  composeTheme,
  composeThemeList,
  proposalCard,
  type ReportScope,
  releaseMonth,
  themeNamer,
} from "@rode-draad/reports";
import type {
  AnswerDraft,
  ChoicePart,
  CorrectionDraft,
  DecidedCard,
  Decision,
  NotePageView,
  NoteReleaseDraft,
  PartnerDraft,
  PartnerTools,
  Reason,
  RequestDraft,
  ResultDraft,
  ThemeChangeLine,
  WebTools,
} from "@rode-draad/web";
import { sampleCatalogue, sampleEmergent, sampleProposals } from "../../workers/6-reports/test/sample-input.js";
import { SAMPLE_MONTH, sampleLine, sampleMonth } from "../../workers/6-reports/test/sample-month.js";
import { SAMPLE_EXISTING, sampleActivityTools } from "./sample-activities.js";
import { sampleEffectTools } from "./sample-effects.js";
import { type SampleUpload, sampleImportTools } from "./sample-imports.js";
import { type SampleInitiatives, sampleInitiatives } from "./sample-initiatives.js";
import { sampleOperation } from "./sample-operation.js";
import {
  HELD_BACK,
  REQUEST_LINES,
  type SampleEvenings,
  sampleDirectory,
  sampleEvenings,
  samplePartner,
  sampleRequests,
} from "./sample-partner-tools.js";
import { sampleOverviewTools, sampleReportTools } from "./sample-report.js";
import { sampleReview } from "./sample-review.js";
import { sampleSettingsTools } from "./sample-settings.js";

export interface SampleWeb {
  readonly initiatives: SampleInitiatives;
  readonly tools: WebTools;
  readonly partner: PartnerTools;
  readonly decisions: Decision[];
  readonly corrections: CorrectionDraft[];
  readonly undone: Reason[];
  readonly sent: RequestDraft[];
  readonly answers: AnswerDraft[];
  readonly results: ResultDraft[];
  readonly retried: string[];
  readonly evenings: SampleEvenings;
  readonly savedPartners: PartnerDraft[];
  readonly noteReleases: NoteReleaseDraft[];
  readonly withdrawn: string[];
  readonly uploads: SampleUpload[];
}

const REASONS: ThemeReasons = {
  themeId: "huurtoeslag",
  words: ["huurtoeslag", "kale huur", "proefberekening"],
  typical: ["huurtoeslag", "kale huur"],
  doubtful: ["servicekosten"],
  nearest: { themeId: "huurverhoging-servicekosten", words: ["toeslag"] },
};

const PERSON = { who: "Sam", why: "Het gaat om dezelfde vraag." };
const HUURTOESLAG = { id: "huurtoeslag", name: "Huurtoeslag" };

/** Why there is no page of this theme any more. */
const CLOSED: ThemeChangeLine = {
  id: "5",
  day: "2026-11-03",
  when: "3 november 2026",
  sentence: "‘Lift en trap’ is geen thema meer.",
  person: { who: "Noor", why: "Dit is te weinig." },
  correctionId: "c-0003",
  undo: "possible",
};

/** One of each kind: by a person, undone by a person, and by the program; the latest first. */
const CHANGES: readonly ThemeChangeLine[] = [
  {
    id: "4",
    day: "2026-09-12",
    when: "12 september 2026",
    sentence: "Het vastzetten van ‘Huurtoeslag’ is ongedaan gemaakt.",
    theme: HUURTOESLAG,
    person: { who: "Kim", why: "Toch niet." },
    correctionId: "c-0002",
  },
  {
    id: "3",
    day: "2026-09-11",
    when: "11 september 2026",
    sentence: "‘Huurtoeslag’ is vastgezet.",
    theme: HUURTOESLAG,
    person: PERSON,
    correctionId: "c-0002",
    undo: { whyNot: "Deze correctie is al ongedaan gemaakt." },
  },
  {
    id: "2",
    day: "2026-09-10",
    when: "10 september 2026",
    sentence: "‘Afvalpas, container, pasje’ is samengevoegd met ‘Huurtoeslag’.",
    theme: HUURTOESLAG,
    person: PERSON,
    correctionId: "c-0001",
    undo: "possible",
  },
  {
    id: "1",
    day: "2026-08-30",
    when: "30 augustus 2026",
    sentence: "‘Afvalpas, container, pasje’ is een nieuw thema in de notities.",
  },
];

const OF_SAFETY = "Dit thema gaat over veiligheid. Je mag het alleen een andere naam geven of vastzetten.";

/** The text that was held back, as its writer has it. */
export const HELD_TEXT = "Een tekst over Roos.\nEn nog een regel.";
const OTHER_TEXT = "Dit is niet de tekst die wij tegenhielden. Plak dezelfde tekst, of zeg dat je haar hebt aangepast.";
const NOT_HELD = "Deze notitie houden wij niet tegen. Je hoeft niets te doen.";

/** A note that counts, one that is held back, one that was taken back and one with rare traits. */
const NOTES: Readonly<Record<string, NotePageView>> = {
  "N-1": {
    state: "stored",
    takenOut: [
      { kind: "PERSON", times: 2 },
      { kind: "ADDRESS", times: 1 },
    ],
    isAboutTraits: false,
    places: [{ start: 15, end: 19, kind: "PERSON", isAlwaysMasked: false }],
  },
  "N-2": {
    state: "quarantined",
    takenOut: [],
    isAboutTraits: false,
    reason: "Na het weglakken stond er nog iets herkenbaars in. Haal namen en nummers uit de tekst.",
    places: [
      { start: 15, end: 19, kind: "PERSON", isAlwaysMasked: false },
      { start: 30, end: 39, kind: "BSN", isAlwaysMasked: true },
    ],
  },
  "N-3": {
    state: "withdrawn",
    takenOut: [],
    isAboutTraits: false,
    reason: "Na het weglakken stond er nog iets herkenbaars in.",
    places: [],
  },
  "N-4": {
    state: "quarantined",
    takenOut: [],
    isAboutTraits: true,
    reason: "Samen wijzen de kenmerken misschien één persoon aan. Maak de tekst algemener.",
    places: [],
  },
};

/** The pages' tools over invented counts that went through the real release gate and the real composers. */
export function sampleWeb(): SampleWeb {
  const facts = sampleMonth();
  const released = releaseMonth(facts);
  const decisions: Decision[] = [];
  const corrections: CorrectionDraft[] = [];
  const undone: Reason[] = [];
  const sent: RequestDraft[] = [];
  const releases: unknown[] = [];
  const answers: AnswerDraft[] = [];
  const results: ResultDraft[] = [];
  const retried: string[] = [];
  const savedPartners: PartnerDraft[] = [];
  const evenings = sampleEvenings(results);
  const uploads: SampleWeb["uploads"] = [];
  const noteReleases: NoteReleaseDraft[] = [];
  const withdrawn: string[] = [];
  const initiatives = sampleInitiatives();
  const nameOf = themeNamer(sampleCatalogue, sampleEmergent);
  const states: Readonly<Record<string, ProposalState>> = { "v-0003": "picked-up", "v-0009": "refused" };
  const refusal = { reason: "bestaat-al", remark: "Dit zit al in De Ster" } as const;
  // Enough open proposals for the list behind the whole cards.
  const more = ["v-0004", "v-0005", "v-0006", "v-0007", "v-0008", "v-0009"].flatMap((id) =>
    sampleProposals.slice(0, 1).map((proposal) => ({ ...proposal, id })),
  );
  const cards: readonly DecidedCard[] = [...sampleProposals, ...more].map((proposal) => {
    const state = states[proposal.id] ?? "open";
    const made = proposalCard({ proposal, state, areaName: "Sterrenwijk" }, sampleCatalogue, nameOf);
    const card = { ...made, existing: proposal.id === "v-0001" ? SAMPLE_EXISTING : [] };
    if (state === "refused") return { ...card, refusal };
    const initiative = { id: "i-idee", state: "idea", carriedBy: "Sam", isYours: true } as const;
    return state === "picked-up" ? { ...card, initiative } : card;
  });
  const scopeOf = (part: ChoicePart): ReportScope => {
    if (part.kind === "municipality") return { kind: "municipality", name: facts.municipality.name };
    const list = part.kind === "area" ? facts.areas : facts.teams;
    return { kind: part.kind, code: part.code, name: list.find(({ code }) => code === part.code)?.name ?? part.code };
  };
  const tools: WebTools = {
    readFrame: async () => ({
      municipality: "Voorbeeldstad",
      productVersion: "0.1.0",
      limits: { households: 10, colleagues: 3 },
      account: { name: "Sam", actions: ACTIONS },
    }),
    readAccount: async () => ({
      name: "Sam",
      roles: ["team-lead"],
      teams: ["Wijkteam Oost"],
      reach: "own-cases",
      secondStep: { isOn: true, recoveryCodes: 7 },
    }),
    readChoices: async () => ({ months: [SAMPLE_MONTH, "2026-09"], areas: facts.areas, teams: facts.teams }),
    readReport: async ({ month, part }) =>
      month === SAMPLE_MONTH ? composeScopeReport(facts, released, scopeOf(part)) : undefined,
    ...sampleReportTools(releases),
    ...sampleOverviewTools,
    listThemes: async () => composeThemeList(sampleCatalogue),
    readTheme: async (themeId, { month, part }) => {
      if (themeId === "t-0002") return { closed: CLOSED };
      if (themeId === "t-0001") return { movedTo: "huurtoeslag" };
      const theme = composeTheme({
        themeId,
        catalogue: sampleCatalogue,
        emergent: sampleEmergent,
        isNamed: false,
        month,
        place: scopeOf(part).name,
        months: themeId === "huurtoeslag" ? sampleLine(themeId) : [],
        direction: "rising",
        held: [{ day: "2026-03-11", title: "Informatieavond" }],
        proposals: cards
          .map(({ id, title, area, themes }) => ({
            id,
            title,
            areaName: area.name,
            themeIds: themes.map((one) => one.id),
          }))
          .filter(({ themeIds }) => themeIds.includes(themeId)),
        ...(themeId === "huurtoeslag" && { reasons: REASONS }),
        knots: composeScopeReport(facts, released, scopeOf(part)).knots ?? [],
        changes: [],
        nowShownAs: (id) => id,
        dayOf: (at) => at.toISOString().slice(0, 10),
      });
      const isSafety = theme?.collective === "never";
      const ofSafety = { merge: OF_SAFETY, split: OF_SAFETY, "not-a-theme": OF_SAFETY, sleep: OF_SAFETY };
      const mergeInto = composeThemeList(sampleCatalogue).map(({ domain, themes }) => ({ group: domain, themes }));
      return (
        theme && {
          theme,
          changes: themeId === "huurtoeslag" ? CHANGES : [],
          choices: { whyNot: isSafety ? ofSafety : {}, mergeInto: isSafety ? [] : mergeInto },
        }
      );
    },
    async correctTheme(draft) {
      if (draft.why.includes("06-")) return { heldBack: ["why"], sentence: HELD_BACK };
      if (draft.kind === "merge" && draft.intoId === "huiselijk-geweld") return { refused: OF_SAFETY };
      corrections.push(draft);
      return { correctionId: "c-0001" };
    },
    async undoCorrection(correctionId, reason) {
      if (reason.why.includes("06-")) return { heldBack: ["why"], sentence: HELD_BACK };
      undone.push(reason);
      return { correctionId };
    },
    listChanges: async ({ correctionId } = {}) =>
      CHANGES.filter((change) => correctionId === undefined || change.correctionId === correctionId),
    listProposals: async () => cards,
    readProposal: async (proposalId) => {
      const card = cards.find(({ id }) => id === proposalId);
      return (
        card && {
          card,
          partners: [
            { id: "o-haard", name: "De Haard", isInList: true },
            { id: "woningcorporatie", name: "Woningcorporatie", isInList: false },
          ],
          opening: { dates: [], contact: { name: "Sam", phone: "", email: "" } },
          requests: proposalId === "v-0003" ? REQUEST_LINES : [],
        }
      );
    },
    decide: async (decision) => void decisions.push(decision),
    previewRequest: async (_proposalId, draft) => ({
      subject: "Informatieavond over huurtoeslag",
      text: `Beste collega,\n\nWij willen samen met u een avond houden in ${draft.location}.`,
      joinsSeries: draft.location === "buurthuis De Ster",
    }),
    sendRequest: async (_proposalId, draft) => void sent.push(draft),
    ...initiatives.tools,
    ...sampleImportTools(uploads),
    ...sampleReview().tools,
    async readNote(sourceId) {
      const found = NOTES[sourceId];
      if (found === undefined) throw new ProductError("note-unknown", "Deze notitie kennen wij niet.");
      return found;
    },
    hashText: (text) => text.trim(),
    async releaseNote(draft) {
      const { forms, harmless, isEdited } = draft;
      if (!isEdited && !forms.some(({ textHash }) => textHash === HELD_TEXT)) return { refused: OTHER_TEXT };
      if (!isEdited && harmless.length === 0) return { note: NOTES["N-2"] as NotePageView };
      noteReleases.push(draft);
      return { note: NOTES["N-1"] as NotePageView };
    },
    async withdrawNote(sourceId) {
      if (sourceId === "N-1") return { refused: NOT_HELD };
      withdrawn.push(sourceId);
      return { note: NOTES["N-3"] as NotePageView };
    },
    ...sampleEffectTools,
    ...sampleSettingsTools,
    ...sampleActivityTools,
    ...sampleOperation,
    ...sampleRequests(results, retried),
    ...evenings.tools,
    ...sampleDirectory(savedPartners),
  };
  const partner = samplePartner(answers);
  const kept = { decisions, corrections, undone, sent, answers, results, retried, savedPartners };
  return { tools, partner, initiatives, evenings, ...kept, uploads, noteReleases, withdrawn };
}

import { loadQuestionSheet, loadRunSheets } from "@rode-draad/catalogue";
import { writeEveningCalendar } from "@rode-draad/delivery";
import type { Initiative, InitiativeState } from "@rode-draad/domain";
import type {
  EvaluationDraft,
  InitiativePageView,
  InitiativeTools,
  PlanDraft,
  RunSheetDraft,
  SheetState,
  StepOutcome,
} from "@rode-draad/web";
import { listView } from "../../services/pipeline/src/views/initiatives/list-initiatives.js";
import { sampleCatalogue } from "../../workers/6-reports/test/sample-input.js";

/** Initiatives in every state, with the real list, sheets and calendar; the rest of a page is written out. */

export interface SampleInitiatives {
  readonly tools: InitiativeTools;
  readonly plans: PlanDraft[];
  readonly evaluations: EvaluationDraft[];
  readonly runSheets: RunSheetDraft[];
  /** What was done with which initiative, such as `join i-2`. */
  readonly acts: string[];
}

const AREA = { code: "WK012301", name: "Sterrenwijk" };
const EVENING = { day: "2027-01-12", from: "19:00", until: "21:00" } as const;
const SINCE = new Date("2026-11-01T09:00:00Z");

function initiative(id: string, state: InitiativeState, changes: Partial<Initiative> = {}): Initiative {
  return {
    id,
    proposalId: "v-0003",
    areaCode: AREA.code,
    teamCodes: ["oost"],
    themeIds: ["jonge-ouders"],
    careNeeded: false,
    title: "Koffie met baby: ouders ontmoeten elkaar",
    formatId: "oudergroep",
    partnerIds: ["ggd-jgz"],
    turnout: { min: 10, max: 12 },
    preparationHours: { min: 6, max: 12 },
    minutesSavedPerVisitor: { min: 30, max: 60 },
    state,
    stateSince: SINCE,
    createdAt: SINCE,
    carriers: [{ accountId: "sam", name: "Sam", since: SINCE }],
    plan: {},
    ...changes,
  };
}

const HELD = { heldOn: "2026-11-18", attendance: "10-tot-14" } as const;
const ALL: readonly Initiative[] = [
  initiative("i-idee", "idea"),
  initiative("i-gepland", "planned", { plan: { date: EVENING }, title: "Huurtoeslag: heeft u er recht op?" }),
  initiative("i-vandaag", "planned", { plan: { date: { ...EVENING, day: "2026-11-22" } } }),
  initiative("i-gehouden", "held", { heldOn: HELD.heldOn, carriers: [] }),
  initiative("i-klaar", "evaluated", HELD),
  initiative("i-gestopt", "cancelled"),
  ...Array.from({ length: 60 }, (_, index) =>
    initiative(`i-${index}`, "evaluated", { ...HELD, formatId: "kledingruil", title: "Kledingruil of weggeefpunt" }),
  ),
];

const PAGE: InitiativePageView = {
  id: "i-idee",
  proposalId: "v-0003",
  title: "Koffie met baby: ouders ontmoeten elkaar",
  form: "Oudergroep of verse-oudersgroep",
  area: AREA,
  state: "idea",
  careNeeded: false,
  themes: [{ id: "jonge-ouders", name: "Verse ouders: ontmoeten, slaapgebrek, nieuw leven" }],
  carriedBy: [{ name: "Sam", isYou: true }],
  plan: {},
  otherDates: [],
  turnout: { min: 10, max: 12 },
  preparationHours: { min: 6, max: 12 },
  requests: [],
  mayJoin: false,
  questionSheets: [sheet("jonge-ouders", "valid")],
  themesWithoutSheet: [],
  chain: [],
  growsInto: [
    { formatId: "kledingruil", label: "Kledingruil of weggeefpunt" },
    { formatId: "doorgeefgroep", label: "Doorgeefgroep (app of prikbord)" },
  ],
  whyNotFollowUp: "Een vervolg kan pas als de avond is geweest.",
  ownFit: { cases: 3 },
};
const step = (view: InitiativePageView) => ({
  id: view.id,
  title: view.title,
  form: view.form,
  state: view.state,
  isThis: true,
  ...(view.heldOn !== undefined && { day: view.heldOn }),
});
const FOLLOWED = {
  id: "i-0",
  title: "Kledingruil of weggeefpunt",
  form: "Kledingruil of weggeefpunt",
  state: "evaluated",
  isThis: false,
  day: "2026-11-18",
  attendance: "25-tot-49",
} as const;

const { whyNotFollowUp: _whyNot, ...AFTER } = PAGE;
const VIEWS: readonly InitiativePageView[] = [
  PAGE,
  {
    ...PAGE,
    id: "i-gepland",
    state: "planned",
    title: "Huurtoeslag: heeft u er recht op?",
    form: "Informatieavond met partner",
    careNeeded: true,
    themes: [{ id: "huurtoeslag", name: "Huurtoeslag", formerName: "huur, toeslag en aanvraag" }],
    carriedBy: [{ name: "Noor", isYou: false }, { isYou: false }],
    plan: { date: EVENING, acceptedBy: "Woningcorporatie", place: "buurthuis De Ster", capacity: 40 },
    otherDates: [{ partnerName: "Bibliotheek", date: { ...EVENING, day: "2027-01-20" } }],
    requests: [
      {
        id: "a-3",
        partnerName: "Woningcorporatie",
        state: "sent",
        isInSeries: false,
        answer: "Ja, op dinsdag 12 januari 2027, 19.00 tot 21.00 uur.",
      },
      { id: "a-2", partnerName: "Bibliotheek", state: "failed", failure: "address", isInSeries: false },
    ],
    whyNotChange: "Noor en een collega hebben dit opgepakt. Doe eerst mee.",
    mayJoin: true,
    questionSheets: [sheet("huurtoeslag", "expires-before"), sheet("energierekening", "expired")],
    themesWithoutSheet: ["Vervoer"],
    ownFit: { whyNot: "not-linked" },
  },
  {
    ...PAGE,
    id: "i-vandaag",
    state: "planned",
    plan: { date: { ...EVENING, day: "2026-11-22" } },
    ownFit: { whyNot: "no-cases-here" },
  },
  { ...AFTER, id: "i-gehouden", state: "held", heldOn: HELD.heldOn, carriedBy: [], careNeeded: true },
  {
    ...AFTER,
    id: "i-klaar",
    state: "evaluated",
    heldOn: HELD.heldOn,
    outcome: {
      attendance: HELD.attendance,
      evaluation: { useful: "ja", onward: "sommigen", again: "anders" },
      hours: { preparation: 7.5, session: 2.25, colleagues: 3 },
      hoursInTotal: 14.25,
    },
    chain: [FOLLOWED],
  },
  { ...PAGE, id: "i-gestopt", state: "cancelled", carriedBy: [] },
].map((view) => ({ ...view, chain: [step(view as InitiativePageView), ...view.chain] }) as InitiativePageView);

function sheet(themeId: string, state: SheetState["state"]): SheetState {
  const validUntil = loadQuestionSheet(themeId)?.validUntil ?? "2026-12-31";
  return { themeId, themeName: sampleCatalogue.theme(themeId)?.label ?? themeId, validUntil, state };
}

/** What somebody else carries is refused, as the real tools do; a telephone number is held back as by the real gate. */
export function sampleInitiatives(): SampleInitiatives {
  const plans: PlanDraft[] = [];
  const evaluations: EvaluationDraft[] = [];
  const runSheets: RunSheetDraft[] = [];
  const acts: string[] = [];
  const viewOf = (id: string) => VIEWS.find((view) => view.id === id);
  const names = {
    layer: { resolve: (id: string) => id },
    area: () => AREA.name,
    theme: (id: string) => id,
    firstTheme: (id: string) => id,
    form: ({ formatId }: { readonly formatId: string }) => sampleCatalogue.format(formatId)?.label ?? formatId,
  } as never;
  const act = async (what: string, id: string): Promise<StepOutcome> => {
    const refused = viewOf(id)?.whyNotChange;
    if (refused !== undefined && what !== "join") return { refused };
    acts.push(`${what} ${id}`);
    return { id };
  };
  const tools: InitiativeTools = {
    listInitiatives: async (filter) => listView(ALL, filter, names, { id: "sam" }),
    readInitiative: async (id) => viewOf(id),
    async planInitiative(id, draft) {
      if (draft.place?.includes("Kerkstraat") === true && !draft.isPublicPlace) return { heldBack: "place" };
      plans.push(draft);
      return await act("plan", id);
    },
    holdInitiative: (id) => act("hold", id),
    takeBackInitiative: (id) => act("take-back", id),
    async evaluateInitiative(id, draft) {
      if (draft.line?.includes("06-") === true) return { heldBack: "line" };
      evaluations.push(draft);
      return await act("evaluate", id);
    },
    joinInitiative: (id) => act("join", id),
    handBackInitiative: (id) => act("hand-back", id),
    startFollowUp: async (id, { formatId }) => act(`follow-up ${formatId}`, id),
    async readRunSheet(id) {
      const view = viewOf(id);
      return (
        view && {
          id,
          title: view.title,
          form: view.form,
          areaName: view.area.name,
          ...view.plan,
          steps: loadRunSheets().find(({ formatId }) => formatId === "oudergroep")?.steps ?? [],
          origin:
            view.state === "idea"
              ? "form"
              : {
                  copiedFrom: {
                    id: "i-klaar",
                    title: "Koffie met baby: ouders ontmoeten elkaar",
                    areaName: "Westerwijk",
                  },
                },
          ...(view.whyNotChange !== undefined && { whyNotChange: view.whyNotChange }),
          sources: [
            { id: "i-klaar", title: "Koffie met baby", areaName: "Westerwijk", heldOn: "2026-11-18" },
            { id: "i-0", title: "Ouders op de koffie", areaName: "Sterrenwijk" },
          ],
        }
      );
    },
    async saveRunSheet(id, draft) {
      if (draft.kind === "steps") {
        const index = draft.steps.findIndex(({ what }) => what.includes("06-"));
        if (index >= 0) return { heldBack: `step-${index}` };
      }
      runSheets.push(draft);
      return await act("run-sheet", id);
    },
    async readQuestionSheets(id) {
      const view = viewOf(id);
      return (
        view && {
          id,
          title: view.title,
          areaName: view.area.name,
          ...(view.plan.date !== undefined && { day: view.plan.date.day }),
          sheets: view.questionSheets.flatMap((state) => {
            const content = loadQuestionSheet(state.themeId);
            return content === undefined ? [] : [{ ...content, ...state }];
          }),
          themesWithoutSheet: view.themesWithoutSheet,
        }
      );
    },
    async readEveningCalendar(id) {
      const view = viewOf(id);
      return view?.plan.date === undefined
        ? undefined
        : writeEveningCalendar(
            { id, title: view.title, form: view.form, areaName: view.area.name, date: view.plan.date },
            SINCE,
          );
    },
    listOwnFits: async () => ({
      rows: [
        {
          id: "i-gepland",
          title: "Huurtoeslag: heeft u er recht op?",
          areaName: AREA.name,
          day: EVENING.day,
          cases: 3,
        },
        { id: "i-idee", title: "Koffie met baby: ouders ontmoeten elkaar", areaName: AREA.name, cases: 1 },
      ],
    }),
  };
  return { tools, plans, evaluations, runSheets, acts };
}

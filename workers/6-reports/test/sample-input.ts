import { loadCatalogue } from "@rode-draad/catalogue";
import type { Direction, Proposal, ThemeId } from "@rode-draad/domain";
import {
  type CountCell,
  DEFAULT_RELEASE_PARAMETERS,
  EMERGENT_THEME_FACTS,
  type ReleasedTable,
  releaseCount,
  releaseNeed,
  releaseShare,
  releaseTable,
} from "@rode-draad/privacy";
import type {
  EmergentName,
  ReleasedTheme,
  ReleasedValue,
  ReportInput,
  RunningInitiative,
} from "../src/report-input.js";
import { windowsOf } from "../src/report-window.js";

/** Invented counts of one municipality, sent through the real release gate with the real catalogue. */

const MONTH = "2026-10";
const PARAMETERS = DEFAULT_RELEASE_PARAMETERS;
export const sampleCatalogue = loadCatalogue();

export const sampleEmergent: readonly EmergentName[] = [
  {
    id: "t-0007",
    label: "afvalpas, container en pasje",
    terms: ["afvalpas", "container", "pasje"],
    firstWeek: "2026-W37",
  },
];

/** Households this window and the one before, with the direction the trends gave. */
const COUNTS: readonly (readonly [ThemeId, number, number, Direction])[] = [
  ["huurtoeslag", 31, 12, "rising"],
  ["zorgtoeslag-zorgverzekering", 12, 13, "steady"],
  ["energierekening", 21, 19, "steady"],
  ["geldzorgen", 26, 30, "steady"],
  ["bijstand-aanvragen", 16, 11, "rising"],
  ["meedoen-kinderen-armoede", 11, 22, "falling"],
  ["taal-inburgering", 33, 28, "steady"],
  ["vocht-schimmel-onderhoud", 18, 16, "steady"],
  ["jonge-ouders", 17, 11, "rising"],
  ["kind-wordt-18", 13, 4, "new"],
  ["digitale-vaardigheden", 64, 41, "unclear"],
  ["eenzaamheid", 14, 12, "steady"],
  ["alimentatie", 4, 6, "unclear"],
  ["huiselijk-geweld", 40, 20, "rising"],
  ["t-0007", 12, 0, "new"],
];

const facts = (id: ThemeId) => {
  const theme = sampleCatalogue.theme(id);
  return theme ?? (sampleEmergent.some((known) => known.id === id) ? EMERGENT_THEME_FACTS : undefined);
};

function release(column: 1 | 2): ReleasedTable {
  const cells = COUNTS.map(
    (row): CountCell => ({ themeId: row[0], cases: row[column], professionals: 6, denominator: 420 }),
  );
  const window = column === 1 ? windowsOf(MONTH).now : windowsOf(MONTH).earlier;
  return releaseTable(cells, {
    audience: "team",
    window: { first: window.from, last: window.to },
    parameters: PARAMETERS,
    themeFacts: facts,
  });
}

function sampleThemes(): ReleasedTheme[] {
  const now = release(1);
  const earlier = new Map(release(2).cells.map((cell) => [cell.themeId, cell]));
  return now.cells.map((cell) => ({
    themeId: cell.themeId,
    now: cell,
    earlier: earlier.get(cell.themeId) ?? lowest(),
    direction: COUNTS.find(([id]) => id === cell.themeId)?.[3] ?? "unclear",
  }));
}

function lowest(): ReleasedValue {
  return releaseNeed({ cases: 0, professionals: 0 }, PARAMETERS);
}

function proposal(id: string, themeIds: readonly ThemeId[], formatId: string, more: Partial<Proposal>): Proposal {
  const theme = sampleCatalogue.theme(themeIds[0] ?? "");
  const format = sampleCatalogue.format(formatId);
  if (theme === undefined || format === undefined)
    throw new Error(`the sample names an unknown theme or format: ${id}`);
  return {
    id,
    needKey: `${themeIds.join("+")}|WK012301|${formatId}`,
    month: MONTH,
    areaCode: "WK012301",
    teamCodes: ["oost"],
    themeIds,
    careNeeded: theme.collective === "only-with-care",
    title: theme.invitationTitle ?? theme.label,
    formatId,
    partnerIds: theme.partnerIds.slice(0, 3),
    whyNow: "In januari komen nieuwe bedragen. Dit onderwerp komt hier vaker terug.",
    forWhom: "Alle huurders in de wijk. Ook als je niet zeker weet of je recht hebt.",
    turnout: { min: 20, max: 40 },
    preparationHours: format.preparationHours,
    minutesSavedPerVisitor: theme.individualMinutes,
    growsInto: format.followUpFormatIds.slice(0, 2),
    avoid: "Noem geen namen. Vraag niemand om zijn situatie in de groep.",
    evidence: {
      rule: "thema-stijgt",
      band: "25 tot 49",
      windowMonths: 3,
      reasons: ["Het thema stijgt twee periodes achter elkaar.", "Het seizoen komt eraan."],
    },
    score: 1,
    ...more,
  };
}

export const sampleProposals: readonly Proposal[] = [
  proposal("v-0001", ["huurtoeslag"], "infoavond", { score: 9 }),
  proposal("v-0002", ["bijstand-aanvragen"], "koffie-themaochtend", {
    score: 8,
    whyNow: "Sinds januari 2026 zijn er nieuwe regels.",
    forWhom: "Iedereen die wil weten hoe het werkt. Niemand hoeft iets te vertellen.",
    turnout: { min: 6, max: 15 },
  }),
  proposal("v-0003", ["energierekening"], "energiecafe", {
    score: 7,
    whyNow: "Het stookseizoen is begonnen.",
    forWhom: "Alle bewoners van de wijk.",
  }),
];

const HERE = { areaCode: "WK012301", teamCodes: ["oost"] };

/** One in each state. */
export const sampleRunning: readonly RunningInitiative[] = [
  { ...HERE, title: "Digihulp: samen achter de computer", formatId: "digicafe", state: "idea", followUps: [] },
  {
    ...HERE,
    title: "Koffie met baby",
    formatId: "oudergroep",
    state: "planned",
    plannedOn: "2026-11-18",
    followUps: [],
  },
  {
    ...HERE,
    title: "Geldcafé in de wijk",
    formatId: "geldcafe",
    state: "evaluated",
    heldOn: "2026-09-30",
    attendance: "15-tot-24",
    evaluation: { useful: "ja", onward: "sommigen", again: "ja" },
    followUps: [],
  },
];

export function sampleInput(more: Partial<ReportInput> = {}): ReportInput {
  return {
    month: MONTH,
    municipality: { id: "voorbeeldstad", name: "Voorbeeldstad" },
    scope: { kind: "municipality", name: "Voorbeeldstad" },
    themes: sampleThemes(),
    knots: [],
    emergent: sampleEmergent,
    signals: [
      { themeId: "huurtoeslag", kind: "rising", explanation: { kind: "season", note: "Voorschotbrief in november." } },
      { themeId: "energierekening", kind: "rising", explanation: { kind: "unexplained" } },
      { themeId: "huiselijk-geweld", kind: "rising", explanation: { kind: "unexplained" } },
    ],
    proposals: sampleProposals.map((item) => ({ proposal: item, state: "open", areaName: "Sterrenwijk" })),
    running: sampleRunning,
    quality: {
      municipality: {
        assigned: releaseShare(344, 420, PARAMETERS),
        households: releaseCount(420, PARAMETERS),
        colleagues: releaseNeed({ cases: 17, professionals: 17 }, PARAMETERS),
      },
      unreadable: releaseNeed({ cases: 12, professionals: 5 }, PARAMETERS),
      modelVersion: "2026-10",
    },
    madeOn: "2026-11-03",
    productVersion: "0.1.0",
    catalogue: sampleCatalogue,
    ...more,
  };
}

import { addMonths, type Direction, type ThemeId } from "@rode-draad/domain";
import {
  type CountCell,
  DEFAULT_RELEASE_PARAMETERS,
  type ReleaseRecord,
  recordRelease,
  releaseTable,
} from "@rode-draad/privacy";
import type { MonthFacts } from "../src/month-facts.js";
import type { ReleasedValue } from "../src/report-input.js";
import { windowsOf } from "../src/report-window.js";
import { sampleCatalogue, sampleEmergent, sampleProposals, sampleRunning } from "./sample-input.js";

/** A whole month of an invented municipality: everything, two wijken and two teams, as exact counts for the gate. */

export const SAMPLE_MONTH = "2026-10";

const AREAS = [
  { code: "WK012301", name: "Sterrenwijk" },
  { code: "WK012302", name: "Bloemenwijk" },
];
const TEAMS = [
  { code: "oost", name: "Wijkteam Oost" },
  { code: "west", name: "Wijkteam West" },
];

/** Theme, households in Sterrenwijk and Bloemenwijk now, and before. The teams split the same households two to one. */
const THEMES: readonly (readonly [ThemeId, readonly [number, number], readonly [number, number], Direction])[] = [
  ["huurtoeslag", [31, 20], [12, 14], "rising"],
  ["zorgtoeslag-zorgverzekering", [12, 18], [13, 16], "steady"],
  ["energierekening", [21, 30], [19, 28], "steady"],
  ["geldzorgen", [26, 11], [30, 12], "steady"],
  ["bijstand-aanvragen", [16, 13], [11, 10], "rising"],
  ["meedoen-kinderen-armoede", [11, 14], [22, 26], "falling"],
  ["taal-inburgering", [33, 10], [28, 11], "steady"],
  ["vocht-schimmel-onderhoud", [18, 15], [16, 12], "steady"],
  ["jonge-ouders", [17, 19], [11, 10], "rising"],
  ["kind-wordt-18", [13, 12], [4, 3], "new"],
  ["digitale-vaardigheden", [64, 31], [41, 30], "unclear"],
  ["eenzaamheid", [14, 22], [12, 18], "steady"],
  ["alimentatie", [2, 3], [2, 4], "unclear"],
  ["huiselijk-geweld", [25, 20], [12, 10], "rising"],
  ["t-0007", [18, 17], [0, 0], "new"],
];

function cellsOf(households: (theme: (typeof THEMES)[number]) => readonly [number, number]): CountCell[] {
  return THEMES.flatMap((theme) => {
    const [first, second] = households(theme);
    const all = first + second;
    const cell = (cases: number, denominator: number, scope: object): CountCell => ({
      themeId: theme[0],
      cases,
      professionals: Math.min(cases, 6),
      denominator,
      ...scope,
    });
    return [
      cell(all, 420, {}),
      cell(first, 230, { areaCode: "WK012301" }),
      cell(second, 190, { areaCode: "WK012302" }),
      cell(Math.round(all / 1.5), 260, { teamCode: "oost" }),
      cell(all - Math.round(all / 1.5), 160, { teamCode: "west" }),
    ];
  });
}

export function sampleMonth(): MonthFacts {
  const scopes = [{}, { areaCode: "WK012301" }, { areaCode: "WK012302" }, { teamCode: "oost" }, { teamCode: "west" }];
  return {
    month: SAMPLE_MONTH,
    municipality: { id: "voorbeeldstad", name: "Voorbeeldstad" },
    areas: AREAS,
    teams: TEAMS,
    catalogue: sampleCatalogue,
    parameters: DEFAULT_RELEASE_PARAMETERS,
    counts: cellsOf(([, now]) => now),
    earlierCounts: cellsOf(([, , before]) => before),
    pairs: [
      { themeIds: ["geldzorgen", "huurtoeslag"], cases: 20, professionals: 5 },
      { themeIds: ["energierekening", "huurtoeslag"], cases: 5, professionals: 5 },
    ],
    directions: scopes.flatMap((scope) => THEMES.map(([themeId, , , direction]) => ({ themeId, direction, ...scope }))),
    signals: [
      {
        id: "s-1",
        themeId: "huurtoeslag",
        kind: "rising",
        week: "2026-W43",
        cases: 14,
        expected: 6,
        explanation: { kind: "season", note: "Voorschotbrief in november." },
      },
    ],
    emergent: sampleEmergent,
    proposals: [...sampleProposals.map((proposal) => ({ proposal, state: "open" as const, areaName: "Sterrenwijk" }))],
    running: sampleRunning,
    totals: scopes.map((scope) => ({ cases: 420, assigned: 344, professionals: 17, ...scope })),
    unreadable: [
      { cases: 12, professionals: 5 },
      { cases: 3, professionals: 2, areaCode: "WK012301" },
    ],
    modelVersion: "2026-10",
    productVersion: "0.1.0",
    madeOn: "2026-11-03",
  };
}

/** Two years of one theme, each month released after the one before, so that the bands hold still as they do in use. */
export function sampleLine(themeId: ThemeId): { readonly month: string; readonly value: ReleasedValue }[] {
  const households = [11, 16, 18, 17, 13, 11, 7, 6, 11, 12, 12, 11, 17, 19, 28, 33, 31, 19, 12, 11, 12, 13, 18, 31];
  let previous: ReleaseRecord | undefined;
  return households.map((cases, index) => {
    const month = addMonths(SAMPLE_MONTH, index - (households.length - 1));
    const { now } = windowsOf(month);
    const context = {
      audience: "team" as const,
      window: { first: now.from, last: now.to },
      parameters: DEFAULT_RELEASE_PARAMETERS,
      themeFacts: (id: ThemeId) => sampleCatalogue.theme(id),
      ...(previous !== undefined && { previous }),
    };
    // One month with too few contributors shows what a gap in the line looks like.
    const cells: CountCell[] = [{ themeId, cases, professionals: index === 9 ? 2 : 6, denominator: 420 }];
    previous = recordRelease(cells, context);
    const [cell] = releaseTable(cells, context).cells;
    if (cell === undefined) throw new Error(`the gate has no cell for ${themeId} in ${month}`);
    return { month, value: cell };
  });
}

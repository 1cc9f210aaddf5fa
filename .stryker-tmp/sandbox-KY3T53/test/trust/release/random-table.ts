import { KNOT_LIFT_MIN } from "@rode-draad/domain";
import { type CountCell, DEFAULT_RELEASE_PARAMETERS, type ReleaseContext } from "@rode-draad/privacy";

/** How many wijken and teams a random table may have. */
export interface TableSize {
  readonly areasMax: number;
  readonly teamsMax: number;
  readonly themes: number;
}

/** Most tables of a municipality; small ones, for which every choice can be tried. */
export const ANY_TABLE: TableSize = { areasMax: 8, teamsMax: 5, themes: 3 };
export const SMALL_TABLE: TableSize = { areasMax: 4, teamsMax: 3, themes: 2 };

/**
 * A month's table of an invented municipality: every theme crossed by wijk and team, and the margins of that. Small, middling
 * and large counts all occur, some places are empty, and some cells come from few colleagues.
 */
export function randomTable(random: () => number, { areasMax, teamsMax, themes }: TableSize): readonly CountCell[] {
  const upTo = (max: number) => Math.floor(random() * (max + 1));
  const areas = Array.from({ length: 1 + upTo(areasMax - 1) }, (_, at) => `WK01230${at + 1}`);
  const teams = Array.from({ length: 1 + upTo(teamsMax - 1) }, (_, at) => `team-${at + 1}`);
  return Array.from({ length: themes }, (_, at) => `thema-${at + 1}`).flatMap((themeId) => {
    const scale = [3, 8, 20][upTo(2)] ?? 3;
    const crossed = areas.map(() => teams.map(() => (random() < 0.25 ? 0 : upTo(scale))));
    const cell = (cases: number, place: Partial<CountCell>): CountCell => ({
      themeId,
      ...place,
      cases,
      professionals: Math.min(cases, 1 + upTo(8)),
      denominator: Math.max(cases, random() < 0.05 ? cases + upTo(10) : 3 * cases + 40),
      ...(random() < 0.5 && { largestProfessionalShare: 0.2 + 0.75 * random() }),
    });
    const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
    // A place where nobody asked about the theme has no row in what the store counts.
    const parts = [
      ...areas.map((areaCode, area) => cell(sum(crossed[area] ?? []), { areaCode })),
      ...teams.map((teamCode, team) => cell(sum(crossed.map((row) => row[team] ?? 0)), { teamCode })),
    ].filter(({ cases }) => cases > 0);
    return [cell(sum(crossed.flat()), {}), ...parts];
  });
}

/** A release of the autumn to the team, by the shipped parameters; sensitive and ordinary themes take turns. */
export const RANDOM_TABLE_CONTEXT: ReleaseContext = {
  audience: "team",
  window: { first: "2026-08", last: "2026-10" },
  parameters: DEFAULT_RELEASE_PARAMETERS,
  themeFacts: (themeId) => ({ collective: "suitable", sensitivity: themeId.endsWith("2") ? "hoog" : "laag" }),
};

/** What every reader can look up of the shipped parameters. */
export const PUBLIC_RULES = {
  casesMin: DEFAULT_RELEASE_PARAMETERS.caseMinShared,
  openCasesMin: DEFAULT_RELEASE_PARAMETERS.openCasesMin,
  knotLiftMin: KNOT_LIFT_MIN,
};

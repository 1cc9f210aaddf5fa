import type { OverviewTools, ReportTools } from "@rode-draad/web";

const TOO_MUCH = "Samen met eerdere rapporten is een klein aantal van 1 thema te berekenen.";

/** A draft that was refused once before, the comparison with the month before, and a mail that did not arrive. */
export function sampleReportTools(releases: unknown[]): Omit<ReportTools, "readReport"> {
  return {
    readReportState: async () => ({
      kind: "draft",
      madeAt: "2026-11-03T09:00:00.000Z",
      refusals: [{ day: "2026-11-02", sentence: TOO_MUCH }],
    }),
    // The first try is refused, as it is when a small count would follow from earlier reports.
    async releaseMonth(order) {
      releases.push(order);
      return releases.length === 1 ? { refused: TOO_MUCH } : {};
    },
    compareReport: async ({ month }) => ({
      before: "2026-09",
      now: month,
      same: 4,
      rows: [
        { themeId: "huurtoeslag", name: "Huurtoeslag", change: "more", before: TEN, now: FIFTEEN },
        { themeId: "energietoeslag", name: "Energietoeslag", change: "appeared", now: TEN },
        { themeId: "vervoer", name: "Vervoer en mobiliteit", change: "disappeared", before: TEN },
      ],
    }),
    readSubscription: async () => ({ email: "sam@voorbeeldstad.nl", hasFailed: true }),
    changeSubscription: async (email) => (email === "demo@voorbeeldstad.nl" ? { refused: "no-account" } : {}),
  };
}

const TEN = { label: "10-14", min: 10, max: 14 };
const FIFTEEN = { label: "15-24", min: 15, max: 24 };

/** A year of which one month is not shown, a season, a rule, and an evening that waits for its evaluation. */
export const sampleOverviewTools: OverviewTools = {
  readOverview: async () => ({
    laneCount: 5,
    lines: new Map([
      [
        "huurtoeslag",
        [1, 1, undefined, 2, 3].map((lane, index) => ({
          month: `2026-0${index + 5}`,
          ...(lane !== undefined && { lane }),
        })),
      ],
    ]),
    notes: new Map([
      ["huurtoeslag", ["Dit is een drukke tijd voor dit thema.", "Vanaf januari 2026 geldt een nieuwe regel."]],
    ]),
    named: new Set(),
    toEvaluate: 1,
  }),
};

import { findKnots, type ProposalState, type Scope } from "@rode-draad/domain";
import {
  EMERGENT_THEME_FACTS,
  type ReleasedCell,
  type ReleasedKnot,
  type ReleasedTable,
  type ReleaseRecord,
  recordRelease,
  releaseCount,
  releaseKnots,
  releaseNeed,
  releaseShare,
  releaseTable,
} from "@rode-draad/privacy";
import { composeReport } from "./compose-report.js";
import type { MonthFacts } from "./month-facts.js";
import type { ReleasedTheme, ReportInput, ReportQuality, RunningInitiative } from "./report-input.js";
import { type MonthSpan, windowsOf } from "./report-window.js";
import { concerns, placeOf } from "./scope-place.js";
import type { ReportScope, ThemeReport } from "./theme-report.js";

/** The two tables of a month after the gate. They hold all scopes at once, because what one shows bears on the others. */
export interface ReleasedMonth {
  readonly now: ReleasedTable;
  readonly earlier: ReleasedTable;
  /** Themes that go together in the municipality, in words. They passed the gate beside the table of now. */
  readonly knots: readonly ReleasedKnot[];
  /** The line for the release ledger. Exact, so it goes to the store and nowhere else. */
  readonly record: ReleaseRecord;
}

/** What the stage writes a report about: the municipality first, then each team and each area. */
export function reportScopes(facts: Pick<MonthFacts, "municipality" | "teams" | "areas">): ReportScope[] {
  return [
    { kind: "municipality", name: facts.municipality.name },
    ...facts.teams.map(({ code, name }): ReportScope => ({ kind: "team", code, name })),
    ...facts.areas.map(({ code, name }): ReportScope => ({ kind: "area", code, name })),
  ];
}

/** Passes a month's counts through the release gate. Cost: that of the gate, linear in the cells. */
export function releaseMonth(facts: MonthFacts): ReleasedMonth {
  const { now, earlier } = windowsOf(facts.month);
  const emergent = new Set(facts.emergent.map((theme) => theme.id));
  const context = (span: MonthSpan) => ({
    audience: "team" as const,
    window: { first: span.from, last: span.to },
    parameters: facts.parameters,
    themeFacts: (id: string) => facts.catalogue.theme(id) ?? (emergent.has(id) ? EMERGENT_THEME_FACTS : undefined),
  });
  const withPrevious = (previous: MonthFacts["previousRelease"]) => (previous === undefined ? {} : { previous });
  const nowContext = { ...context(now), ...withPrevious(facts.previousRelease) };
  const table = releaseTable(facts.counts, nowContext);
  const total = facts.totals.find((item) => isIn(item, {}))?.assigned ?? 0;
  const found = findKnots(
    facts.pairs,
    facts.counts.filter((cell) => isIn(cell, {})),
    total,
  );
  const { knots, record } = releaseKnots(found, total, table, nowContext);
  return {
    now: table,
    knots,
    record: { ...recordRelease(facts.counts, nowContext), knots: record },
    earlier: releaseTable(facts.earlierCounts, { ...context(earlier), ...withPrevious(facts.earlierRelease) }),
  };
}

/** The report of a month for one audience. */
export function composeScopeReport(facts: MonthFacts, released: ReleasedMonth, scope: ReportScope): ThemeReport {
  return composeReport(reportInput(facts, released, scope));
}

function reportInput(facts: MonthFacts, released: ReleasedMonth, scope: ReportScope): ReportInput {
  const place = placeOf(scope);
  const proposals = facts.proposals.filter((item) => concerns(item.proposal, scope));
  return {
    month: facts.month,
    municipality: facts.municipality,
    scope,
    themes: releasedThemes(facts, released, place),
    knots: released.knots,
    emergent: facts.emergent,
    signals: facts.signals.filter((signal) => isIn(signal, place)),
    proposals,
    running: proposals.filter(({ state }) => RUNNING.has(state)).map(runningInitiative),
    quality: quality(facts, place),
    madeOn: facts.madeOn,
    productVersion: facts.productVersion,
    catalogue: facts.catalogue,
  };
}

const RUNNING: ReadonlySet<ProposalState> = new Set(["picked-up", "requested"]);

function runningInitiative(item: MonthFacts["proposals"][number]): RunningInitiative {
  return item.runs ?? { title: item.proposal.title, formatId: item.proposal.formatId, state: item.state };
}

function releasedThemes(facts: MonthFacts, released: ReleasedMonth, place: Scope): ReleasedTheme[] {
  const earlier = byTheme(released.earlier.cells, place);
  const directions = new Map(
    facts.directions.filter((item) => isIn(item, place)).map(({ themeId, direction }) => [themeId, direction]),
  );
  return [...byTheme(released.now.cells, place)].map(([themeId, now]) => ({
    themeId,
    now,
    // A theme without an earlier cell had no cases, or too few to be named: the gate's lowest band says no more than that.
    earlier: earlier.get(themeId) ?? releaseNeed({ cases: 0, professionals: 0 }, facts.parameters),
    direction: directions.get(themeId) ?? "unclear",
  }));
}

function byTheme(cells: readonly ReleasedCell[], place: Scope): Map<string, ReleasedCell> {
  return new Map(cells.filter((cell) => isIn(cell, place)).map((cell) => [cell.themeId, cell]));
}

function quality(facts: MonthFacts, place: Scope): ReportQuality {
  const totals = facts.totals.find((item) => isIn(item, place)) ?? { cases: 0, assigned: 0, professionals: 0 };
  const unreadable = facts.unreadable.find((item) => isIn(item, place)) ?? { cases: 0, professionals: 0 };
  const { parameters } = facts;
  return {
    assigned: releaseShare(totals.assigned, totals.cases, parameters),
    households: releaseCount(totals.cases, parameters),
    colleagues: releaseNeed({ cases: totals.professionals, professionals: totals.professionals }, parameters),
    unreadable: releaseNeed(unreadable, parameters),
    modelVersion: facts.modelVersion,
  };
}

function isIn(item: Scope, place: Scope): boolean {
  return item.areaCode === place.areaCode && item.teamCode === place.teamCode;
}

import { findKnots, type Scope } from "@rode-draad/domain";
import {
  type CountCell,
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
import type { ReleasedTheme, ReleasedValue, ReportInput, ReportQuality } from "./report-input.js";
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

/**
 * Stands in the table for notes that cannot be read, so that their numbers keep still and add up as safely as those of a
 * theme. No theme can have this id.
 */
const UNREADABLE_ROW = "~niet-te-lezen";

/** Passes a month's counts through the release gate. Cost: that of the gate, linear in the cells. */
export function releaseMonth(facts: MonthFacts): ReleasedMonth {
  const { now, earlier } = windowsOf(facts.month);
  const emergent = new Set([...facts.emergent.map((theme) => theme.id), UNREADABLE_ROW]);
  const context = (span: MonthSpan, previous: MonthFacts["previousRelease"]) => ({
    audience: "team" as const,
    window: { first: span.from, last: span.to },
    parameters: facts.parameters,
    themeFacts: (id: string) => facts.catalogue.theme(id) ?? (emergent.has(id) ? EMERGENT_THEME_FACTS : undefined),
    ...(previous !== undefined && { previous }),
  });
  const nowContext = { ...context(now, facts.previousRelease), ...(facts.withhold && { withhold: facts.withhold }) };
  const counts = [...facts.counts, ...unreadableCells(facts)];
  const table = releaseTable(counts, nowContext);
  const total = facts.totals.find((item) => isIn(item, {}))?.assigned ?? 0;
  const found = findKnots(
    facts.pairs,
    facts.counts.filter((cell) => isIn(cell, {})),
    total,
  );
  const { knots, record } = releaseKnots(found, total, table, nowContext);
  const earlierContext = context(earlier, facts.earlierRelease);
  return {
    now: table,
    knots,
    record: {
      ...recordRelease(counts, nowContext),
      knots: record,
      figures: figuresOf(municipalityQuality(facts)),
      madeWith: {
        parameters: facts.parameters,
        productVersion: facts.productVersion,
        modelVersion: facts.modelVersion,
      },
      // Shown for the first time beside this month, so a reader gets to know it now.
      ...(facts.earlierRelease === undefined && {
        earlier: recordRelease(facts.earlierCounts, earlierContext).released,
      }),
    },
    earlier: releaseTable(facts.earlierCounts, earlierContext),
  };
}

function unreadableCells(facts: MonthFacts): readonly CountCell[] {
  return facts.unreadable.map((cell) => ({
    ...cell,
    themeId: UNREADABLE_ROW,
    denominator: facts.totals.find((total) => isIn(total, cell))?.cases ?? 0,
  }));
}

/** The figures as they are shown, for the ledger: a reader knows them too. */
function figuresOf({ assigned, households, colleagues }: MunicipalityQuality): Readonly<Record<string, string>> {
  return {
    ...(assigned.status === "share" && { assigned: assigned.share.label }),
    ...(households.status === "number" && { households: households.number.label }),
    ...(colleagues.status === "band" && { colleagues: colleagues.band.label }),
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
    running: facts.running.filter((initiative) => concerns(initiative, scope)),
    quality: quality(facts, released, place),
    madeOn: facts.madeOn,
    productVersion: facts.productVersion,
    catalogue: facts.catalogue,
  };
}

function releasedThemes(facts: MonthFacts, released: ReleasedMonth, place: Scope): ReleasedTheme[] {
  const earlier = byPlace(released.earlier.cells, place);
  const directions = new Map(
    facts.directions.filter((item) => isIn(item, place)).map(({ themeId, direction }) => [themeId, direction]),
  );
  return [...byPlace(released.now.cells, place)]
    .filter(([themeId]) => themeId !== UNREADABLE_ROW)
    .map(([themeId, now]) => ({
      themeId,
      now,
      earlier: earlier.get(themeId) ?? lowestBand(facts),
      direction: directions.get(themeId) ?? "unclear",
    }));
}

/** The cells of one place, by theme. */
function byPlace(cells: readonly ReleasedCell[], place: Scope): Map<string, ReleasedCell> {
  return new Map(cells.filter((cell) => isIn(cell, place)).map((cell) => [cell.themeId, cell]));
}

type MunicipalityQuality = NonNullable<ReportQuality["municipality"]>;

function quality(facts: MonthFacts, released: ReleasedMonth, place: Scope): ReportQuality {
  const isMunicipality = place.areaCode === undefined && place.teamCode === undefined;
  return {
    unreadable: byPlace(released.now.cells, place).get(UNREADABLE_ROW) ?? lowestBand(facts),
    ...(isMunicipality && { municipality: municipalityQuality(facts) }),
    modelVersion: facts.modelVersion,
  };
}

function municipalityQuality({ totals, parameters }: MonthFacts): MunicipalityQuality {
  const { cases, assigned, professionals } = totals.find((item) => isIn(item, {})) ?? NOBODY;
  return {
    assigned: releaseShare(assigned, cases, parameters),
    households: releaseCount(cases, parameters),
    colleagues: releaseNeed({ cases: professionals, professionals }, parameters),
  };
}

const NOBODY = { cases: 0, assigned: 0, professionals: 0 };

/** What the gate says of a theme without a cell: it had no cases, or too few to be named. */
function lowestBand({ parameters }: MonthFacts): ReleasedValue {
  return releaseNeed({ cases: 0, professionals: 0 }, parameters);
}

function isIn(item: Scope, place: Scope): boolean {
  return item.areaCode === place.areaCode && item.teamCode === place.teamCode;
}

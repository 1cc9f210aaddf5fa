import { type Month, ProductError, type Scope, type ThemeId } from "@rode-draad/domain";
import { complementaryKeys, type Shown } from "./complementary-suppression.js";
import { hasTooManyDimensions, mayAppear, namedRowFloor, primaryReason, thresholdOf } from "./primary-rules.js";
import {
  type CountCell,
  cellKey,
  placeOf,
  type RecordedCell,
  type ReleaseContext,
  type ReleasedCell,
  type ReleasedTable,
  type ReleaseRecord,
  type ReleaseRecordCell,
  themeOfKey,
} from "./release-context.js";
import { bandsFor, type ReleaseParameters } from "./release-parameters.js";
import { type WithheldReason, withheld } from "./released.js";
import { type SteadyBand, steadyBand } from "./steady-band.js";

interface Judged {
  readonly cell: CountCell;
  readonly steady: SteadyBand;
  readonly reason: WithheldReason | undefined;
  readonly lowestBand: boolean;
  readonly shown: Shown;
}

/**
 * The release gate: the one function that every published table passes. In: exact counts. Out: bands and reasons.
 * A window that was released before to this audience is shown again as it was; what arrived since waits for the next one.
 *
 * @throws ProductError `release-table-malformed` when a cell stands in the table twice or holds an impossible number.
 */
export function releaseTable(table: readonly CountCell[], context: ReleaseContext): ReleasedTable {
  const { audience, window } = context;
  if (isFrozen(context)) return { audience, window, cells: frozenCells(context) };
  const judged = judge(table, context);
  const extra = complementaryKeys(judged, context.parameters.caseMinShared);
  const cells = [...judged].map(([key, entry]): ReleasedCell => {
    const place = placeOf(entry.cell);
    if (context.withhold?.has(key)) return { ...place, ...withheld("differencing") };
    if (extra.has(key)) return { ...place, ...withheld("complementary") };
    if (entry.reason !== undefined) return { ...place, ...withheld(entry.reason) };
    return { ...place, status: "band", band: entry.steady.band };
  });
  return { audience, window, cells };
}

/**
 * The line for the release ledger that belongs to a table: call it with the same arguments as `releaseTable`, store it
 * with the release, and hand it back as `previous` next time. It holds exact counts and never leaves the store.
 */
export function recordRelease(table: readonly CountCell[], context: ReleaseContext): ReleaseRecord {
  if (isFrozen(context)) return context.previous;
  const { audience, window, cells } = releaseTable(table, context);
  const named = namedThemes(table, context);
  // Themes that may not be named yet are kept too, so that a count that crosses an edge is known to have crossed it.
  const all = new Set(table.map(({ themeId }) => themeId).filter((id) => mayAppear(context.themeFacts(id))));
  const recorded = [...judge(table, context, new Set([...all, ...named.keys()])).values()].map(
    ({ cell, steady }): ReleaseRecordCell => ({
      ...placeOf(cell),
      anchorCases: steady.anchorCases,
      shownBand: steady.band.label,
      ownBand: steady.ownBand.label,
      ...withNamedIn(named.get(cell.themeId)),
    }),
  );
  const released = cells.map(
    (cell): RecordedCell => (cell.status === "band" ? { ...cell, band: { label: cell.band.label } } : cell),
  );
  return { audience, window, cells: recorded, released };
}

/** Rule: a window is released once per audience. Later and corrected notes go into the next release, not an old one. */
function isFrozen(context: ReleaseContext): context is ReleaseContext & { readonly previous: ReleaseRecord } {
  return context.previous !== undefined && standsFor(context.previous, context);
}

/** True when this window is shown as the record says, so that nobody has to count it. */
export function standsFor(record: ReleaseRecord, of: Pick<ReleaseContext, "audience" | "window">): boolean {
  const { audience, window } = record;
  return audience === of.audience && window.first === of.window.first && window.last === of.window.last;
}

function frozenCells(context: ReleaseContext & { readonly previous: ReleaseRecord }): readonly ReleasedCell[] {
  const { parameters, themeFacts, previous } = context;
  return previous.released.flatMap((cell): ReleasedCell[] => {
    // A theme that became `never` after the release goes, even from a frozen window.
    if (!mayAppear(themeFacts(cell.themeId))) return [];
    if (cell.status === "withheld") return [cell];
    const bands = bandsFor(
      thresholdOf({ ...cell, cases: 0, professionals: 0, denominator: 0 }, parameters),
      parameters,
    );
    const band = bands.find(({ label }) => label === cell.band.label);
    return [band === undefined ? { ...placeOf(cell), ...withheld("below-threshold") } : { ...cell, band }];
  });
}

/**
 * The themes that may be named, with the last month of the latest window in which they reached the floor for it.
 * Rule: a theme stays named as long as the window overlaps that one. Rationale: leaving a theme out says that it is small
 * again, to a reader who saw in an overlapping window that it was not.
 */
function namedThemes(table: readonly CountCell[], context: ReleaseContext): ReadonlyMap<ThemeId, Month | undefined> {
  const { parameters, themeFacts, audience, window, withhold } = context;
  const named = new Map<ThemeId, Month | undefined>();
  for (const { themeId, namedIn } of earlierCells(context)) {
    if (namedIn !== undefined && namedIn >= window.first && mayAppear(themeFacts(themeId))) named.set(themeId, namedIn);
  }
  for (const cell of table) {
    assertSound(cell);
    const facts = themeFacts(cell.themeId);
    if (mayAppear(facts) && cell.cases >= namedRowFloor(facts, audience, parameters)) {
      named.set(cell.themeId, window.last);
    }
  }
  // What is withheld for the sake of an earlier release was named there.
  for (const themeId of [...(withhold ?? [])].map(themeOfKey)) {
    if (!named.has(themeId) && mayAppear(themeFacts(themeId))) named.set(themeId, undefined);
  }
  return named;
}

/**
 * Rule: a theme that is named has a cell in every place, also where nobody asked about it. Rationale: the number of open
 * cases in a place is known to its readers, so a cell that is left out would say "nobody here" where 0 to 9 must look alike.
 */
function completed(
  table: readonly CountCell[],
  named: Iterable<ThemeId>,
  context: ReleaseContext,
): readonly CountCell[] {
  const places = new Map<string, Scope & { denominator: number }>();
  for (const cell of [...earlierCells(context), ...table]) {
    const { themeId: _theme, ...place } = placeOf(cell);
    if (hasTooManyDimensions(place)) continue;
    const key = cellKey({ themeId: "", ...place });
    const denominator = Math.max("denominator" in cell ? cell.denominator : 0, places.get(key)?.denominator ?? 0);
    places.set(key, { ...place, denominator });
  }
  const present = new Set(table.map(cellKey));
  const absent = [...named].flatMap((themeId) =>
    [...places.values()]
      .filter((place) => !present.has(cellKey({ ...place, themeId })))
      .map((place): CountCell => ({ ...place, themeId, cases: 0, professionals: 0 })),
  );
  return [...table, ...absent].sort(byPlace);
}

function earlierCells({ previous, audience }: ReleaseContext): readonly ReleaseRecordCell[] {
  return previous?.audience === audience ? previous.cells : [];
}

function judge(
  table: readonly CountCell[],
  context: ReleaseContext,
  themes: ReadonlySet<ThemeId> = new Set(namedThemes(table, context).keys()),
): ReadonlyMap<string, Judged> {
  const { parameters } = context;
  const earlier = new Map(earlierCells(context).map((cell) => [cellKey(cell), cell] as const));
  const judged = new Map<string, Judged>();
  for (const cell of completed(table, themes, context)) {
    if (!themes.has(cell.themeId)) continue;
    const key = cellKey(cell);
    if (judged.has(key)) throw malformed("the same theme and scope stand in the table twice");
    const k = thresholdOf(cell, parameters);
    const bands = bandsFor(k, parameters);
    const steady = steadyBand(cell.cases, bands, k, earlier.get(key));
    const reason = primaryReason(cell, parameters);
    const shown: Shown =
      reason === undefined
        ? { kind: "band", band: steady.band }
        : { kind: "hidden", ...boundsFromReason(reason, k, parameters) };
    judged.set(key, { cell, steady, reason, shown, lowestBand: reason === undefined && steady.band === bands[0] });
  }
  return judged;
}

/** What a reader learns from the reason alone. The contributor rules only speak once a count reached k; a crossing stands in no sum. */
function boundsFromReason(reason: WithheldReason, k: number, parameters: ReleaseParameters) {
  if (reason === "denominator-too-small") return { min: 0, max: parameters.openCasesMin - 1 };
  return { min: k, max: Number.POSITIVE_INFINITY };
}

function withNamedIn(namedIn: Month | undefined): Pick<ReleaseRecordCell, "namedIn"> {
  return namedIn === undefined ? {} : { namedIn };
}

/** The order of the input must not show, so cells are put in one order: by theme, area, team. */
function byPlace(a: CountCell, b: CountCell): number {
  const left = [a.themeId, a.areaCode ?? "", a.teamCode ?? ""];
  const right = [b.themeId, b.areaCode ?? "", b.teamCode ?? ""];
  for (const [index, value] of left.entries()) {
    const other = right[index] ?? "";
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}

function assertSound(cell: CountCell): void {
  const whole = [cell.cases, cell.professionals, cell.denominator];
  if (whole.every((value) => Number.isInteger(value) && value >= 0)) return;
  throw malformed("cases, professionals and denominator must be whole numbers of 0 or more");
}

function malformed(detail: string): ProductError {
  return new ProductError("release-table-malformed", "Dit overzicht klopt niet. Daarom geven wij het niet vrij.", {
    detail,
  });
}

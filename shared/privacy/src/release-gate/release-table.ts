import { ProductError } from "@rode-draad/domain";
import { complementaryKeys, type Shown } from "./complementary-suppression.js";
import { mayAppear, namedRowFloor, primaryReason, thresholdOf } from "./primary-rules.js";
import {
  type CountCell,
  cellKey,
  type RecordedCell,
  type ReleaseContext,
  type ReleasedCell,
  type ReleasedTable,
  type ReleaseRecord,
  type ReleaseRecordCell,
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
  const extra = complementaryKeys(judged, context.parameters.caseMinShared - 1);
  const cells = [...judged].map(([key, entry]): ReleasedCell => {
    const place = placeOf(entry.cell);
    if (entry.reason !== undefined) return { ...place, ...withheld(entry.reason) };
    if (extra.has(key)) return { ...place, ...withheld("complementary") };
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
  const recorded = [...judge(table, context).values()].map(
    ({ cell, steady }): ReleaseRecordCell => ({
      ...placeOf(cell),
      anchorCases: steady.anchorCases,
      shownBand: steady.band.label,
      ownBand: steady.ownBand.label,
    }),
  );
  const released = cells.map(
    (cell): RecordedCell => (cell.status === "band" ? { ...cell, band: { label: cell.band.label } } : cell),
  );
  return { audience, window, cells: recorded, released };
}

/** Rule: a window is released once per audience. Later and corrected notes go into the next release, not an old one. */
function isFrozen(context: ReleaseContext): context is ReleaseContext & { readonly previous: ReleaseRecord } {
  const { previous, window, audience } = context;
  return (
    previous?.audience === audience && previous.window.first === window.first && previous.window.last === window.last
  );
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

function judge(table: readonly CountCell[], context: ReleaseContext): ReadonlyMap<string, Judged> {
  const { parameters, themeFacts, audience, previous } = context;
  const earlier = new Map(
    (previous?.audience === audience ? previous.cells : []).map((cell) => [cellKey(cell), cell] as const),
  );
  const named = new Set<string>();
  for (const cell of table) {
    assertSound(cell);
    const facts = themeFacts(cell.themeId);
    if (mayAppear(facts) && cell.cases >= namedRowFloor(facts, audience, parameters)) named.add(cell.themeId);
  }
  const judged = new Map<string, Judged>();
  for (const cell of [...table].sort(byPlace)) {
    if (!named.has(cell.themeId)) continue;
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

/** What a reader learns from the reason alone. The contributor rules only speak once a count reached k. */
function boundsFromReason(reason: WithheldReason, k: number, parameters: ReleaseParameters) {
  if (reason === "denominator-too-small") return { min: 0, max: parameters.openCasesMin - 1 };
  if (reason === "too-many-dimensions") return { min: 0, max: Number.POSITIVE_INFINITY };
  return { min: k, max: Number.POSITIVE_INFINITY };
}

function placeOf(cell: Pick<CountCell, "themeId" | "areaCode" | "teamCode">) {
  return {
    themeId: cell.themeId,
    ...(cell.areaCode === undefined ? {} : { areaCode: cell.areaCode }),
    ...(cell.teamCode === undefined ? {} : { teamCode: cell.teamCode }),
  };
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

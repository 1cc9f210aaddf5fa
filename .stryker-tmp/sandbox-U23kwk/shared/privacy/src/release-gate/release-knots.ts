import { KNOT_LIFT_MIN, type Knot, type ThemeId } from "@rode-draad/domain";
import { mayAppear } from "./primary-rules.js";
import type { KnotRecord, ReleaseContext, ReleasedTable } from "./release-context.js";
import type { ReleaseParameters } from "./release-parameters.js";
import { makeKnot, type ReleasedKnot } from "./released.js";

/**
 * The release gate for knots: which two themes may be said to go together in a municipality.
 *
 * A knot leaves in words, without a number. With a band, the pair and its two themes would be a table of three sums, and the
 * cells beside it (households with the one theme and not the other) follow from it by subtraction; with the knots of
 * several pairs and the bands of earlier months that is a system of bounds that no rule of one sum at a time can prove
 * safe. In words a reader learns one thing about a pair: it holds at least k households, and at least `KNOT_LIFT_MIN` times
 * what is expected. What follows from that together with the bands of the two themes is worked out below.
 *
 *   A  15 to 24, B  50 or more, pair ≥ 10      A without B: 0 to 14, wide enough
 *   A  10 to 14, B  50 or more, pair ≥ 10      A without B: 0 to 4, so the knot is not told
 *
 * Only of the whole municipality: a pair is two dimensions already, and a wijk or a team would be the third. A pair that is
 * not named tells nothing, because it may be small, ordinary, sensitive, or not told for one of these reasons.
 * Cost: O(knots · cells of the table).
 *
 * @param total distinct cases with a theme in the window.
 */
export function releaseKnots(
  knots: readonly Knot[],
  total: number,
  table: ReleasedTable,
  context: ReleaseContext,
): { readonly knots: readonly ReleasedKnot[]; readonly record: KnotRecord } {
  const { audience, window, parameters, previous } = context;
  const earlier = previous?.audience === audience ? previous : undefined;
  if (earlier?.knots !== undefined && earlier.window.first === window.first && earlier.window.last === window.last) {
    return { knots: named(earlier.knots.shown, context), record: earlier.knots };
  }
  const isSafe = (pair: Pair) => areBothShown(pair, table) && !betraysARest(pair, total, table, parameters);
  const own = knots
    .filter((knot) => mayBeTold(knot, total, parameters) && isSafe(knot.themeIds))
    .map(({ themeIds }) => themeIds)
    .sort(byIds);
  const shown = steadyKnots(own, earlier?.knots).filter(isSafe);
  return { knots: named(shown, context), record: { own, shown } };
}

function mayBeTold(knot: Knot, total: number, parameters: ReleaseParameters): boolean {
  return (
    knot.lift >= KNOT_LIFT_MIN &&
    knot.cases >= parameters.caseMinShared &&
    knot.professionals >= parameters.professionalsMin &&
    total >= parameters.openCasesMin &&
    !disclosesAGroup(knot, parameters)
  );
}

type Pair = readonly [ThemeId, ThemeId];

/** Rule: a knot names no theme that the month's table does not show above its lowest band. */
function areBothShown(pair: Pair, table: ReleasedTable): boolean {
  return pair.every((themeId) => (bandOf(themeId, table)?.min ?? 0) > 0);
}

function bandOf(themeId: ThemeId, table: ReleasedTable) {
  const cell = table.cells.find(
    (one) => one.themeId === themeId && one.areaCode === undefined && one.teamCode === undefined,
  );
  return cell?.status === "band" ? cell.band : undefined;
}

/** Rule: when nearly everyone with the one theme has the other too, the knot tells about each of them. */
function disclosesAGroup({ cases, casesOfEach }: Knot, { dominanceShareMax }: ReleaseParameters): boolean {
  return casesOfEach.some((whole) => cases / whole > dominanceShareMax);
}

/**
 * Rule: knot and bands together leave k possible numbers for those who have the one theme and not the other, and make no
 * shown band narrower than that. Rationale: the same bound as complementary suppression keeps for a hidden cell.
 */
function betraysARest(pair: Pair, total: number, table: ReleasedTable, { caseMinShared }: ReleaseParameters): boolean {
  const width = caseMinShared - 1;
  // The pair is no larger than either theme, so a lift of f leaves each theme at most 1/f of all cases.
  const themeMax = Math.floor(total / KNOT_LIFT_MIN);
  const bounds = pair.map((themeId) => {
    const band = bandOf(themeId, table);
    return { min: band?.min ?? 0, max: Math.min(band?.max ?? total, themeMax), ownMax: band?.max ?? total };
  });
  return bounds.some(({ min, max, ownMax }, at) => {
    const other = bounds[1 - at] ?? { min: 0, max: 0 };
    const pairMin = Math.max(caseMinShared, Math.ceil((KNOT_LIFT_MIN * max * other.min) / total));
    const restMin = Math.max(0, min - other.max);
    return max - pairMin - restMin < width || max < Math.min(ownMax, min + width);
  });
}

/**
 * Rule: a knot comes and goes only when two windows in a row agree; the first release shows its own, and what is no longer safe goes at once. Rationale: as with bands,
 * the moment of showing may not be the moment at which one household made the difference.
 */
function steadyKnots(own: readonly Pair[], earlier: KnotRecord | undefined): readonly Pair[] {
  if (earlier === undefined) return own;
  const [now, before, shown] = [own, earlier.own, earlier.shown].map((pairs) => new Set(pairs.map(keyOf)));
  return [...own, ...earlier.shown.filter((pair) => !now?.has(keyOf(pair)))]
    .filter((pair) => {
      const key = keyOf(pair);
      return now?.has(key) === before?.has(key) ? now?.has(key) : shown?.has(key);
    })
    .sort(byIds);
}

/** A theme that became `never` goes, even from a frozen window. */
function named(pairs: readonly Pair[], { themeFacts }: ReleaseContext): readonly ReleasedKnot[] {
  return pairs.filter((pair) => pair.every((themeId) => mayAppear(themeFacts(themeId)))).map(makeKnot);
}

function keyOf([first, second]: Pair): string {
  return `${first}+${second}`;
}

function byIds(a: Pair, b: Pair): number {
  return keyOf(a) < keyOf(b) ? -1 : 1;
}

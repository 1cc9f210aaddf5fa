import type { CountCell } from "./release-context.js";
import type { ReleasedBand } from "./released.js";

/**
 * Complementary suppression: a hidden cell must not follow from the total and its neighbours. Source: Willenborg & De
 * Waal, Elements of Statistical Disclosure Control (2001), chapter on tabular data; the bounds are those of an attacker
 * who knows that the parts add up and that no count is negative.
 *
 * For every theme the total is divided in more than one way: total = Σ wijken = Σ teams.
 *
 *          total   area A   area B   area C
 *   theme  15-24   15-24    < 10     < 10      B + C ≤ 24 − 15 = 9: each of them is still anywhere from 0 to 9
 *   theme  10-14   10-14    < 10     < 10      B + C ≤ 14 − 10 = 4: tighter than "< 10", so A must go too
 *
 * A cell that goes is not told apart from the small ones in its sum: they all become withheld with the same reason.
 * Otherwise "withheld" would mean "ten or more" and give back what it took. For the same reason a cell that a primary rule
 * holds back can go too, though it shows nothing: "too few colleagues" says ten or more, and "complementary" does not.
 *
 * Which cells go: up to `EXACT_CELLS_MAX` cells that are not small, every choice is tried and the one with the
 * fewest shown cells, then the fewest households behind them, is taken. Above that the smallest cells go first until nothing
 * betrays, and what turns out not to be needed comes back, the largest first. Cost: O(2^12 · n²) a theme at most, and only
 * for a theme that betrays something; O(n³) for more cells.
 */
export type Shown =
  | { readonly kind: "band"; readonly band: ReleasedBand }
  /** Held back by a primary rule. The bounds are what the reason itself gives away ("too few colleagues": k or more). */
  | { readonly kind: "hidden"; readonly min: number; readonly max: number };

export interface SuppressionCell {
  readonly cell: CountCell;
  readonly shown: Shown;
  readonly lowestBand: boolean;
}

const EXACT_CELLS_MAX = 12;

interface Entry extends SuppressionCell {
  readonly key: string;
}

/** One theme: the total, and every way in which it is divided. */
interface Star {
  readonly total: Entry;
  readonly divisions: readonly (readonly Entry[])[];
}

type Interval = readonly [low: number, high: number];

/**
 * The keys of cells that must be withheld, and say no more than that they are.
 *
 * @param valuesMin fewest possible values that a hidden count must keep.
 * @param exactCellsMax lower in a test only, to measure the other way of choosing.
 */
export function complementaryKeys(
  cells: ReadonlyMap<string, SuppressionCell>,
  valuesMin: number,
  exactCellsMax = EXACT_CELLS_MAX,
): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const star of starsOf(cells)) {
    if (isSafe(star, new Set(), valuesMin)) continue;
    const open = entriesOf(star).filter((entry) => !entry.lowestBand);
    const choose = open.length <= exactCellsMax ? chooseExactly : chooseSmallestFirst;
    const chosen = open.length === 0 ? new Set(entriesOf(star)) : choose(star, open, valuesMin);
    for (const entry of withSmallOnes(star, chosen)) hidden.add(entry.key);
  }
  return hidden;
}

function starsOf(cells: ReadonlyMap<string, SuppressionCell>): readonly Star[] {
  const byTheme = new Map<string, Entry[]>();
  for (const [key, entry] of cells) {
    const entries = byTheme.get(entry.cell.themeId) ?? [];
    entries.push({ key, ...entry });
    byTheme.set(entry.cell.themeId, entries);
  }
  return [...byTheme.values()].flatMap((entries) => {
    const total = entries.find(({ cell }) => divisionOf(cell) === "");
    if (total === undefined) return [];
    const names = new Set(entries.map(({ cell }) => divisionOf(cell)));
    const divisions = [...names]
      .filter((name) => name !== "" && name !== "crossed")
      .map((name) => entries.filter(({ cell }) => divisionOf(cell) === name));
    return [{ total, divisions }];
  });
}

/** Wijken, buurten and teams each divide the whole; a cell of an area and a team is never shown. */
function divisionOf({ areaCode, teamCode }: CountCell): string {
  if (areaCode !== undefined) return teamCode === undefined ? areaCode.slice(0, 2) : "crossed";
  return teamCode === undefined ? "" : "team";
}

function entriesOf({ total, divisions }: Star): readonly Entry[] {
  return [total, ...divisions.flat()];
}

/** The chosen cells with all small cells of the sums that they stand in. */
function withSmallOnes({ total, divisions }: Star, chosen: ReadonlySet<Entry>): ReadonlySet<Entry> {
  const gone = new Set(chosen);
  for (const division of divisions) {
    const sum = [total, ...division];
    if (sum.some((entry) => chosen.has(entry))) for (const entry of sum) if (entry.lowestBand) gone.add(entry);
  }
  return gone;
}

/** Whether every hidden cell keeps its values when the chosen cells go. Exact: the sums of a theme share the total only. */
function isSafe(star: Star, chosen: ReadonlySet<Entry>, valuesMin: number): boolean {
  const gone = withSmallOnes(star, chosen);
  const boundsOf = ({ shown }: Entry): Interval =>
    shown.kind === "hidden" ? [shown.min, shown.max] : [shown.band.min, shown.band.max ?? Number.POSITIVE_INFINITY];
  const known = new Map(entriesOf(star).map((entry) => [entry, gone.has(entry) ? ANYTHING : boundsOf(entry)] as const));
  const of = (entry: Entry): Interval => known.get(entry) ?? ANYTHING;
  const total = star.divisions.reduce(
    ([low, high], division): Interval => [
      Math.max(
        low,
        sumOf(division, (part) => of(part)[0]),
      ),
      Math.min(
        high,
        sumOf(division, (part) => of(part)[1]),
      ),
    ],
    of(star.total),
  );
  const isWide = (entry: Entry, [low, high]: Interval) =>
    // Bands that are behind can contradict each other; that tells the reader that one of them is, so it is not safe either.
    high >= low && (!isProtected(entry, gone) || high - low + 1 >= valuesMin);
  if (!isWide(star.total, total)) return false;
  return star.divisions.every((division) =>
    division.every((part) => {
      const [low, high] = of(part);
      const others = division.filter((other) => other !== part);
      return isWide(part, [
        Math.max(low, total[0] - sumOf(others, (other) => of(other)[1])),
        Math.min(high, total[1] - sumOf(others, (other) => of(other)[0])),
      ]);
    }),
  );
}

const ANYTHING: Interval = [0, Number.POSITIVE_INFINITY];

function isProtected(entry: Entry, gone: ReadonlySet<Entry>): boolean {
  return entry.lowestBand || entry.shown.kind === "hidden" || gone.has(entry);
}

function sumOf(entries: readonly Entry[], value: (entry: Entry) => number): number {
  return entries.reduce((sum, entry) => sum + value(entry), 0);
}

/** Every choice, the first of the cheapest kept. Hiding all of them is always safe, so there is always an answer. */
function chooseExactly(star: Star, open: readonly Entry[], valuesMin: number): ReadonlySet<Entry> {
  let best: { readonly chosen: ReadonlySet<Entry>; readonly cost: readonly number[] } | undefined;
  for (let choice = 1; choice < 2 ** open.length; choice++) {
    const chosen = new Set(open.filter((_, at) => (choice & (1 << at)) !== 0));
    const shown = [...chosen].filter((entry) => entry.shown.kind === "band");
    const cost = [shown.length, sumOf(shown, ({ cell }) => cell.cases), withSmallOnes(star, chosen).size];
    if (best !== undefined && compare(cost, best.cost) >= 0) continue;
    if (isSafe(star, chosen, valuesMin)) best = { chosen, cost };
  }
  return best?.chosen ?? new Set(open);
}

function chooseSmallestFirst(star: Star, open: readonly Entry[], valuesMin: number): ReadonlySet<Entry> {
  const isShown = (entry: Entry) => Number(entry.shown.kind === "band");
  const bySize = open.toSorted((a, b) => isShown(a) - isShown(b) || a.cell.cases - b.cell.cases);
  const chosen = new Set<Entry>();
  for (const entry of bySize) {
    if (isSafe(star, chosen, valuesMin)) break;
    chosen.add(entry);
  }
  for (const entry of bySize.toReversed()) {
    if (!chosen.delete(entry)) continue;
    if (!isSafe(star, chosen, valuesMin)) chosen.add(entry);
  }
  return chosen;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) if (value !== b[at]) return value - (b[at] ?? 0);
  return 0;
}

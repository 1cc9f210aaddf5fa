import type { CountCell } from "./release-context.js";
import type { ReleasedBand } from "./released.js";

/**
 * Complementary suppression: a hidden cell must not follow from the total and its neighbours. Source: Willenborg & De
 * Waal, Elements of Statistical Disclosure Control (2001), chapter on tabular data; the bounds are those of an attacker
 * who knows that the parts add up and that no count is negative.
 *
 * For every theme there are two sums: total = Σ areas and total = Σ teams.
 *
 *          total   area A   area B   area C
 *   theme  15-24   15-24    < 10     < 10      B + C ≤ 24 − 15 = 9: each of them is still anywhere from 0 to 9
 *   theme  10-14   10-14    < 10     < 10      B + C ≤ 14 − 10 = 4: tighter than "< 10", so A must go too
 *
 * A cell that goes is not told apart from the small ones in its sum: they all become withheld with the same reason.
 * Otherwise "withheld" would mean "ten or more" and give back what it took. Sums may miss cells, or count a case in two
 * areas; both only widen the attacker's bounds. Exact optimisation of which cells go is not done here.
 * Cost: O(n · m) for n cells in sums of m, as each round hides at least one cell more.
 */
export type Shown =
  | { readonly kind: "band"; readonly band: ReleasedBand }
  /** Held back by a primary rule. The bounds are what the reason itself gives away ("too few colleagues": k or more). */
  | { readonly kind: "hidden"; readonly min: number; readonly max: number };

interface Entry {
  readonly key: string;
  readonly cell: CountCell;
  readonly lowestBand: boolean;
}

interface Sum {
  readonly total: Entry;
  readonly parts: readonly Entry[];
}

/** The keys of cells that must be withheld on top of those that the primary rules hold back. */
export function complementaryKeys(
  cells: ReadonlyMap<string, { readonly cell: CountCell; readonly shown: Shown; readonly lowestBand: boolean }>,
  intervalWidthMin: number,
): ReadonlySet<string> {
  const hidden = new Set<string>();
  const sums = sumsOf(cells);
  const boundsOf = (entry: Entry): readonly [number, number] => {
    const shown = cells.get(entry.key)?.shown;
    if (hidden.has(entry.key) || shown === undefined) return [0, Number.POSITIVE_INFINITY];
    if (shown.kind === "hidden") return [shown.min, shown.max];
    return [shown.band.min, shown.band.max ?? Number.POSITIVE_INFINITY];
  };
  const isProtected = (entry: Entry) =>
    entry.lowestBand || hidden.has(entry.key) || cells.get(entry.key)?.shown.kind === "hidden";

  for (let changed = true; changed; ) {
    changed = false;
    for (const sum of sums) {
      if (!betraysAPart(sum, boundsOf, isProtected, intervalWidthMin)) continue;
      const next = nextToHide(sum, isProtected);
      for (const entry of [...sum.parts.filter((part) => part.lowestBand), ...(next === undefined ? [] : [next])]) {
        changed ||= !hidden.has(entry.key);
        hidden.add(entry.key);
      }
    }
  }
  return hidden;
}

function sumsOf(
  cells: ReadonlyMap<string, { readonly cell: CountCell; readonly lowestBand: boolean }>,
): readonly Sum[] {
  const byTheme = new Map<string, Entry[]>();
  for (const [key, { cell, lowestBand }] of cells) {
    const entries = byTheme.get(cell.themeId) ?? [];
    entries.push({ key, cell, lowestBand });
    byTheme.set(cell.themeId, entries);
  }
  const sums: Sum[] = [];
  for (const entries of byTheme.values()) {
    const total = entries.find(({ cell }) => cell.areaCode === undefined && cell.teamCode === undefined);
    if (total === undefined) continue;
    const areas = entries.filter(({ cell }) => cell.areaCode !== undefined && cell.teamCode === undefined);
    const teams = entries.filter(({ cell }) => cell.areaCode === undefined && cell.teamCode !== undefined);
    for (const parts of [areas, teams]) if (parts.length > 0) sums.push({ total, parts });
  }
  return sums;
}

/** True when total and parts together pin a protected cell down to an interval narrower than allowed. */
function betraysAPart(
  sum: Sum,
  boundsOf: (entry: Entry) => readonly [number, number],
  isProtected: (entry: Entry) => boolean,
  intervalWidthMin: number,
): boolean {
  const [totalLow, totalHigh] = boundsOf(sum.total);
  let partsLow = 0;
  let partsHigh = 0;
  for (const part of sum.parts) {
    const [low, high] = boundsOf(part);
    partsLow += low;
    partsHigh += high;
  }
  for (const part of sum.parts) {
    if (!isProtected(part)) continue;
    const [low, high] = boundsOf(part);
    const othersHigh = partsHigh === Number.POSITIVE_INFINITY ? infiniteOthers(sum, part, boundsOf) : partsHigh - high;
    const derivedLow = Math.max(low, totalLow - othersHigh);
    const derivedHigh = Math.min(high, totalHigh - (partsLow - low));
    if (derivedHigh - derivedLow < intervalWidthMin) return true;
  }
  if (!isProtected(sum.total)) return false;
  return Math.min(totalHigh, partsHigh) - Math.max(totalLow, partsLow) < intervalWidthMin;
}

function infiniteOthers(sum: Sum, part: Entry, boundsOf: (entry: Entry) => readonly [number, number]): number {
  let high = 0;
  for (const other of sum.parts) if (other !== part) high += boundsOf(other)[1];
  return high;
}

/** The smallest part that still shows something; when none is left, the total itself. Ties go by key. */
function nextToHide(sum: Sum, isProtected: (entry: Entry) => boolean): Entry | undefined {
  const open = sum.parts.filter((part) => !isProtected(part));
  open.sort((a, b) => a.cell.cases - b.cell.cases || (a.key < b.key ? -1 : 1));
  return open[0] ?? (isProtected(sum.total) ? undefined : sum.total);
}

import { setImmediate as letOthersWork } from "node:timers/promises";
import { attackTheme, type NarrowCount } from "./attack-theme.js";
import { loadSolver } from "./linear-model.js";
import { type Bounds, COUNT_MAX, type PublicRules, type PublishedWindow, readLabel } from "./published-window.js";

/** Something that a reader could work out and should not. The bounds are those of a count that must stay hidden. */
export interface Disclosure extends NarrowCount {
  readonly themeId: string;
  /** With this: about households that have `themeId` and not the other theme of a knot. */
  readonly withoutThemeId?: string;
}

/**
 * The attacker: works out, from all pages that one audience can read, which hidden counts have too few possible values
 * left. Source: the attack of R package sdcTable (bounds of each suppressed cell by linear programme), here over all
 * releases at once. Every theme is a system by itself; a knot is looked at with the bounds of its two themes.
 * Cost: themes × (places × months) for the model; other work gets its turn between two themes.
 *
 * @param only the themes to attack; left out: all.
 */
export async function attackReleases(
  windows: readonly PublishedWindow[],
  rules: PublicRules,
  only?: ReadonlySet<string>,
): Promise<readonly Disclosure[]> {
  const solver = await loadSolver();
  const totalsOf = new Map<string, Set<string>>();
  for (const { window, knots = [] } of windows) {
    for (const themeId of knots.flat()) totalsOf.set(themeId, (totalsOf.get(themeId) ?? new Set()).add(window.last));
  }
  const themeIds = [...new Set(windows.flatMap(({ released }) => released.map(({ themeId }) => themeId)))].sort();
  const disclosures: Disclosure[] = [];
  const totals = new Map<string, ReadonlyMap<string, Bounds>>();
  for (const themeId of themeIds) {
    if (only !== undefined && !only.has(themeId) && !totalsOf.has(themeId)) continue;
    const attack = attackTheme(solver, themeId, windows, rules, totalsOf.get(themeId));
    totals.set(themeId, attack.totals);
    if (only === undefined || only.has(themeId)) {
      disclosures.push(...attack.narrow.map((count) => ({ themeId, ...count })));
    }
    await letOthersWork();
  }
  for (const page of windows) disclosures.push(...attackKnots(page, totals, rules));
  return disclosures;
}

/** What the knots of a window tell about households that have the one theme and not the other. */
function attackKnots(
  { window, knots = [], figures }: PublishedWindow,
  totals: ReadonlyMap<string, ReadonlyMap<string, Bounds>>,
  { casesMin, knotLiftMin }: PublicRules,
): readonly Disclosure[] {
  const all = readLabel(figures?.households ?? "").max;
  const boundsOf = (themeId: string): Bounds => totals.get(themeId)?.get(window.last) ?? { min: 0, max: COUNT_MAX };
  return knots.flatMap(([first, second]) =>
    [[first, second] as const, [second, first] as const].flatMap(([themeId, withoutThemeId]) => {
      const [one, other] = [boundsOf(themeId), boundsOf(withoutThemeId)];
      // The pair is no larger than either theme and holds at least lift × one × other / all households.
      const oneMax = Math.min(one.max, Math.floor(all / knotLiftMin));
      const pairMin = Math.max(casesMin, Math.ceil((knotLiftMin * oneMax * other.min) / all - 1e-9));
      const rest = { min: Math.max(0, one.min - other.max), max: oneMax - pairMin };
      return rest.max - rest.min + 1 < casesMin ? [{ themeId, withoutThemeId, window, ...rest }] : [];
    }),
  );
}

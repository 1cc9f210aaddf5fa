import type { Highs } from "highs";
import { LinearModel, type Row } from "./linear-model.js";
import { type Bounds, COUNT_MAX, type PublicRules, type PublishedWindow } from "./published-window.js";
import { buildThemeModel, type Target, type ThemeModel } from "./theme-model.js";

/** A count of which too few values are left. */
export interface NarrowCount extends Bounds {
  readonly window: PublishedWindow["window"];
  readonly areaCode?: string;
  readonly teamCode?: string;
}

export interface ThemeAttack {
  readonly narrow: readonly NarrowCount[];
  /** What is left of the count of the whole municipality, in the windows that were asked for, by their last month. */
  readonly totals: ReadonlyMap<string, Bounds>;
}

/**
 * What a reader can work out about one theme. A hidden count must keep `casesMin` possible values, and a shown one two.
 *
 * The reader takes the pages at their word. When they contradict each other, the reader knows why: a band can be behind
 * the count by less than the threshold, and notes come late or are corrected. Then the least of that is assumed that
 * explains the contradiction, and everything else is still taken at its word.
 * Cost: two questions to the solver for most themes, two more for each count that those leave in doubt.
 */
export function attackTheme(
  solver: Highs,
  themeId: string,
  windows: readonly PublishedWindow[],
  rules: PublicRules,
  totalsOf: ReadonlySet<string> = new Set(),
): ThemeAttack {
  const model = buildThemeModel(themeId, windows, rules);
  for (const attempt of [() => model, () => explainContradiction(solver, model, rules)]) {
    const { columns, rows } = attempt();
    const answer = LinearModel.ask(solver, columns, rows, (linear) =>
      askBounds(linear, model.targets, rules, totalsOf),
    );
    if (answer !== undefined) return answer;
  }
  throw new Error("the published pages contradict each other even after an explanation");
}

function askBounds(
  linear: LinearModel,
  targets: readonly Target[],
  rules: PublicRules,
  totalsOf: ReadonlySet<string>,
): ThemeAttack | undefined {
  const seen = targets.map(() => ({ min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY }));
  // Every answer is a whole possible world. All counts vary between the worlds that were seen, so most need no question.
  const ask = (columns: readonly number[], towards: "max" | "min"): boolean => {
    const world = linear.extreme(new Map(columns.map((column) => [column, 1])), towards);
    if (world === undefined) return false;
    for (const [at, { column }] of targets.entries()) {
      const value = world[column] ?? 0;
      const bounds = seen[at];
      if (bounds === undefined) continue;
      bounds.min = Math.min(bounds.min, Math.max(0, Math.ceil(value - ROUNDING)));
      bounds.max = Math.max(bounds.max, Math.floor(value + ROUNDING));
    }
    return true;
  };
  const all = targets.map(({ column }) => column);
  if (!ask(all, "max") || !ask(all, "min")) return undefined;
  const narrow: NarrowCount[] = [];
  const totals = new Map<string, Bounds>();
  for (const [at, target] of targets.entries()) {
    const bounds = seen[at] ?? { min: 0, max: COUNT_MAX };
    const wanted = isTotal(target) && totalsOf.has(target.window.last);
    const isNarrow = () => bounds.max - bounds.min + 1 < (target.hidden ? rules.casesMin : 2);
    if (wanted || isNarrow()) {
      ask([target.column], "max");
      ask([target.column], "min");
    }
    if (wanted) totals.set(target.window.last, { ...bounds });
    if (isNarrow()) narrow.push({ window: target.window, ...placeOf(target), ...bounds });
  }
  return { narrow, totals };
}

/** What the solver calls a whole number may be this far off. */
const ROUNDING = 1e-6;

function isTotal({ areaCode, teamCode }: Target): boolean {
  return areaCode === undefined && teamCode === undefined;
}

function placeOf({ areaCode, teamCode }: Target): Pick<Target, "areaCode" | "teamCode"> {
  return { ...(areaCode !== undefined && { areaCode }), ...(teamCode !== undefined && { teamCode }) };
}

/** How unlikely an explanation is: that a band is behind, that notes came late or were corrected, that a page is wrong. */
const WEIGHTS = { band: 1, time: 2, window: 10 } as const;

/**
 * Finds the smallest breach of bands and rows that makes the pages fit. The bands that it breaches are read wider, by what
 * everybody can look up (a band moves once the count is `casesMin` away), and the rows that it breaches are left out.
 */
function explainContradiction(solver: Highs, model: ThemeModel, { casesMin }: PublicRules): ThemeModel {
  const columns: Bounds[] = [...model.columns];
  const weights = new Map<number, number>();
  const withBreach = (row: Row, weight: number) => {
    const slack = [1, -1].map((factor) => {
      const column = columns.push({ min: 0, max: Number.POSITIVE_INFINITY }) - 1;
      weights.set(column, weight);
      return [column, factor] as const;
    });
    return { row: { ...row, terms: [...row.terms, ...slack] }, slack: slack.map(([column]) => column) };
  };
  const wide = new Map<number, Bounds>();
  for (const { column, min, max } of model.targets) {
    wide.set(column, { min: Math.max(0, min - casesMin + 1), max: Math.min(COUNT_MAX, max + casesMin - 1) });
  }
  for (const [column, bounds] of wide) columns[column] = bounds;
  const bands = model.targets.map(({ column, min, max }) => ({
    column,
    ...withBreach({ terms: [[column, 1]], min, max }, WEIGHTS.band),
  }));
  const rows = model.rows.map((row) => withBreach(row, WEIGHTS[row.about]));
  const all = [...bands, ...rows].map(({ row }) => row);
  const world = LinearModel.ask(solver, columns, all, (linear) => linear.extreme(weights, "min"));
  const isBreached = (slack: readonly number[]) => slack.some((column) => (world?.[column] ?? 0) > ROUNDING);
  const behind = new Set(bands.filter(({ slack }) => isBreached(slack)).map(({ column }) => column));
  return {
    ...model,
    columns: model.columns.map((bounds, column) => (behind.has(column) ? (wide.get(column) ?? bounds) : bounds)),
    rows: model.rows.filter((_, at) => !isBreached(rows[at]?.slack ?? [])),
  };
}

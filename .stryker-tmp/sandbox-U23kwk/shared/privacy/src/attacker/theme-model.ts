import type { Row } from "./linear-model.js";
import {
  type Bounds,
  COUNT_MAX,
  type PublicRules,
  type PublishedWindow,
  readCell,
  readLabel,
  type Statement,
} from "./published-window.js";

/**
 * Everything that is published about one theme as linear statements about distinct households.
 *
 * Columns, for each place p and each window that ends in month m:
 *   N(p,m)  households in the window
 *   e(p,m)  of those, the ones that were not in the window one month earlier ("new")
 * Rows:
 *   within a window   N(all) = Σ N(wijk) = Σ N(team), and the same for e
 *   along the months  N(m) ≤ N(m−1) + e(m)           who is in m was there before, or is new
 *                     N(m) ≥ e(m) + e(m−1) + …        who came in stays for as many months as the window is long
 *   across lengths    a window holds each shorter one inside it, and no more than the sum of those that cover it
 * For windows of one length the two rows along the months are all that can be said: a household is in a run of at least
 * `length` windows for every time it comes in, and any such runs are possible. Area × team is not published, and any two
 * margins with one total fit some table, so the crossing adds no row.
 */
export interface ThemeModel {
  readonly columns: readonly Bounds[];
  readonly rows: readonly ThemeRow[];
  readonly targets: readonly Target[];
}

/** `window`: one page by itself. `time`: several pages, which only agree as long as no note came late or was corrected. */
type ThemeRow = Row & { readonly about: "window" | "time" };

/** A count that the attacker is after. */
export interface Target extends Statement {
  readonly column: number;
  readonly window: PublishedWindow["window"];
  readonly areaCode?: string;
  readonly teamCode?: string;
}

interface Place {
  readonly areaCode?: string;
  readonly teamCode?: string;
}

/** Cost: linear in places × months. */
export function buildThemeModel(themeId: string, windows: readonly PublishedWindow[], rules: PublicRules): ThemeModel {
  const builder = new Builder(placesOf(themeId, windows));
  const lengths = [...new Set(windows.map(lengthOf))].sort((a, b) => a - b);
  for (const length of lengths) builder.addWindows(themeId, length, windows, rules);
  for (const [at, length] of lengths.entries()) {
    for (const longer of lengths.slice(at + 1)) builder.nest(length, longer);
  }
  return builder;
}

class Builder implements ThemeModel {
  readonly columns: Bounds[] = [];
  readonly rows: ThemeRow[] = [];
  readonly targets: Target[] = [];
  /** `length|place|month` → column. */
  private readonly counts = new Map<string, number>();
  private readonly ends = new Map<number, readonly [number, number]>();

  constructor(private readonly places: readonly Place[]) {}

  addWindows(themeId: string, length: number, all: readonly PublishedWindow[], rules: PublicRules): void {
    const windows = new Map(all.filter((window) => lengthOf(window) === length).map((one) => [endOf(one), one]));
    const first = Math.min(...windows.keys());
    const last = Math.max(...windows.keys());
    this.ends.set(length, [first, last]);
    const entered: number[][] = this.places.map(() => []);
    for (let month = first; month <= last; month++) {
      const window = windows.get(month);
      const counts = this.places.map((place) => this.addCount(themeId, place, length, month, window, rules));
      this.addSums(counts);
      if (month === first) continue;
      const news = this.places.map(() => this.columns.push({ min: 0, max: COUNT_MAX }) - 1);
      this.addSums(news);
      for (const [at, place] of this.places.entries()) {
        const [now = 0, before = 0, fresh = 0] = [
          counts[at],
          this.counts.get(keyOf(length, place, month - 1)),
          news[at],
        ];
        entered[at]?.push(fresh);
        this.rows.push({
          about: "time",
          min: -Infinity,
          max: 0,
          terms: [
            [now, 1],
            [before, -1],
            [fresh, -1],
          ],
        });
        const stay = (entered[at] ?? []).slice(-length).map((column) => [column, -1] as const);
        this.rows.push({ about: "time", min: 0, max: Infinity, terms: [[now, 1], ...stay] });
      }
    }
  }

  /** A quarter holds each of its months, and no more than the three of them. */
  nest(shorter: number, longer: number): void {
    const [first, last] = this.ends.get(longer) ?? [0, -1];
    for (const place of this.places) {
      for (let month = first; month <= last; month++) {
        const whole = this.counts.get(keyOf(longer, place, month)) ?? 0;
        const inside: number[] = [];
        for (let end = month - longer + shorter; end <= month; end++) {
          const part = this.counts.get(keyOf(shorter, place, end));
          if (part === undefined) continue;
          inside.push(end);
          this.rows.push({
            about: "time",
            min: 0,
            max: Infinity,
            terms: [
              [whole, 1],
              [part, -1],
            ],
          });
        }
        const cover = coverOf(inside, month - longer + 1, month, shorter);
        const parts = cover.map((end) => [this.counts.get(keyOf(shorter, place, end)) ?? 0, -1] as const);
        if (cover.length > 0) this.rows.push({ about: "time", min: -Infinity, max: 0, terms: [[whole, 1], ...parts] });
      }
    }
  }

  private addCount(
    themeId: string,
    place: Place,
    length: number,
    month: number,
    window: PublishedWindow | undefined,
    rules: PublicRules,
  ): number {
    const statement = window && statementOf(themeId, place, window, rules);
    const column = this.columns.push({ min: statement?.min ?? 0, max: statement?.max ?? COUNT_MAX }) - 1;
    this.counts.set(keyOf(length, place, month), column);
    if (window !== undefined && statement !== undefined) {
      this.targets.push({ ...statement, ...place, column, window: window.window });
    }
    return column;
  }

  /** The first place is everything; every other kind of place divides it. */
  private addSums(columns: readonly number[]): void {
    for (const kind of new Set(this.places.slice(1).map(kindOf))) {
      const parts = columns.filter((_, at) => at > 0 && kindOf(this.places[at] ?? {}) === kind);
      const terms = [[columns[0] ?? 0, 1] as const, ...parts.map((column) => [column, -1] as const)];
      this.rows.push({ about: "window", min: 0, max: 0, terms });
    }
  }
}

/** Everything first, then each place that any page names. */
function placesOf(themeId: string, windows: readonly PublishedWindow[]): readonly Place[] {
  const places = new Map<string, Place>([["|", {}]]);
  for (const { released } of windows) {
    for (const { themeId: id, areaCode, teamCode } of released) {
      // The gate crosses no wijk with a team; what it says of such a cell is that there is none.
      if (id !== themeId || (areaCode !== undefined && teamCode !== undefined)) continue;
      const place = { ...(areaCode !== undefined && { areaCode }), ...(teamCode !== undefined && { teamCode }) };
      places.set(`${areaCode ?? ""}|${teamCode ?? ""}`, place);
    }
  }
  return [...places.values()];
}

/** A theme that a page does not name had fewer households than the threshold; a place that it does not name tells nothing. */
function statementOf(
  themeId: string,
  place: Place,
  { released, figures }: PublishedWindow,
  rules: PublicRules,
): Statement | undefined {
  const isAll = place.areaCode === undefined && place.teamCode === undefined;
  const cells = released.filter((cell) => cell.themeId === themeId);
  if (cells.length === 0) return isAll ? { min: 0, max: rules.casesMin - 1, hidden: true } : undefined;
  const cell = cells.find((one) => one.areaCode === place.areaCode && one.teamCode === place.teamCode);
  const statement = cell && readCell(cell, rules);
  if (statement === undefined || !isAll || figures?.households === undefined) return statement;
  return { ...statement, max: Math.min(statement.max, readLabel(figures.households).max) };
}

/** Wijken, buurten and teams each divide the whole. */
function kindOf(place: Place): string {
  return place.teamCode === undefined ? (place.areaCode ?? "").slice(0, 2) : "team";
}

/** Ends of windows of one length that together cover every month from first to last; empty when they leave one out. */
function coverOf(ends: readonly number[], first: number, last: number, length: number): readonly number[] {
  const cover: number[] = [];
  for (let covered = first - 1; covered < last; covered = cover.at(-1) ?? last) {
    const next = ends.filter((end) => end > covered && end - length <= covered).at(-1);
    if (next === undefined) return [];
    cover.push(next);
  }
  return cover;
}

function keyOf(length: number, { areaCode = "", teamCode = "" }: Place, month: number): string {
  return `${length}|${areaCode}|${teamCode}|${month}`;
}

function lengthOf({ window }: PublishedWindow): number {
  return monthNumber(window.last) - monthNumber(window.first) + 1;
}

function endOf({ window }: PublishedWindow): number {
  return monthNumber(window.last);
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

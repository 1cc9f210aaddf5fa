import {
  addDays,
  dayNumber,
  type Month,
  mondayOf,
  monthOf,
  type Scope,
  type ThemeId,
  type Week,
  type WeekCount,
  weeksBetween,
} from "@rode-draad/domain";
import { YEAR_WEEKS } from "./fit-baseline.js";

/** The weekly series of one theme in one scope. */
export interface ThemeSeries extends Scope {
  readonly themeId: ThemeId;
  /** Distinct cases, week by week. */
  readonly cases: readonly number[];
  /** What all other themes counted in the same scope and week. */
  readonly volume: readonly number[];
}

export interface WeekTable {
  readonly weeks: readonly Week[];
  /** Where the first week stands in a cycle of 52 that goes on through the years. */
  readonly firstPlace: number;
  /** By theme, then all, areas, teams. */
  readonly series: readonly ThemeSeries[];
}

/** A week belongs to the month that holds its Thursday, the rule by which ISO 8601 gives a week its year. */
export function monthOfWeek(week: Week): Month {
  return monthOf(addDays(mondayOf(week), 3));
}

/** `area:WK036300`, `team:T1` or `all`: a key that sorts and reads well. */
export function scopeKey({ areaCode, teamCode }: Scope): string {
  if (areaCode !== undefined) return `area:${areaCode}`;
  return teamCode !== undefined ? `team:${teamCode}` : "all";
}

/** A signal counts the cases of these weeks. */
export const COUNTED_WEEKS = 4;

/** Cases of a week and the three before it, added up. */
export function lately({ cases }: ThemeSeries, at: number): number {
  let sum = 0;
  for (let week = Math.max(0, at - COUNTED_WEEKS + 1); week <= at; week++) sum += cases[week] as number;
  return sum;
}

/**
 * Lays counts out as series without holes: a missing cell is zero. Counts of an area within a team are left out. The table begins
 * at the first count, or at `firstWeek` when that is earlier. O(counts + series × weeks).
 */
export function tableOf(counts: readonly WeekCount[], firstWeek?: Week): WeekTable {
  const usable = counts.filter((count) => count.areaCode === undefined || count.teamCode === undefined);
  let [first, last] = [firstWeek ?? "", ""];
  for (const { week } of usable) {
    if (first === "" || week < first) first = week;
    if (week > last) last = week;
  }
  if (last === "") return { weeks: [], firstPlace: 0, series: [] };
  const weeks = weeksBetween(first, last);
  const indexOf = new Map(weeks.map((week, index) => [week, index]));
  const totals = new Map<string, number[]>();
  const rows = new Map<string, { readonly count: WeekCount; readonly cases: number[] }>();
  for (const count of usable) {
    const scope = scopeKey(count);
    const key = `${count.themeId} ${scope}`;
    const index = indexOf.get(count.week) as number;
    const row = rows.get(key) ?? { count, cases: new Array<number>(weeks.length).fill(0) };
    row.cases[index] = count.cases;
    rows.set(key, row);
    const total = totals.get(scope) ?? new Array<number>(weeks.length).fill(0);
    total[index] = (total[index] as number) + count.cases;
    totals.set(scope, total);
  }
  const series = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { count, cases }]) => {
      const total = totals.get(scopeKey(count)) as number[];
      const { themeId, areaCode, teamCode } = count;
      return {
        themeId,
        ...(areaCode !== undefined && { areaCode }),
        ...(teamCode !== undefined && { teamCode }),
        cases,
        volume: total.map((all, index) => all - (cases[index] as number)),
      };
    });
  return { weeks, firstPlace: Math.floor(dayNumber(mondayOf(first)) / 7) % YEAR_WEEKS, series };
}

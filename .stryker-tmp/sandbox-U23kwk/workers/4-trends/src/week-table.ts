import {
  addDays,
  type Month,
  mondayOf,
  monthOf,
  type Scope,
  type ThemeId,
  type Week,
  type WeekCount,
  weeksBetween,
} from "@rode-draad/domain";

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

/** Lays counts out as series without holes: a missing cell is zero. Counts of an area within a team are left out. O(counts + series × weeks). */
export function tableOf(counts: readonly WeekCount[], lastWeek?: Week): WeekTable {
  const usable = counts.filter((count) => count.areaCode === undefined || count.teamCode === undefined);
  let [first, last] = ["", lastWeek ?? ""];
  for (const { week } of usable) {
    if (first === "" || week < first) first = week;
    if (week > last) last = week;
  }
  if (first === "") return { weeks: [], series: [] };
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
  return { weeks, series };
}

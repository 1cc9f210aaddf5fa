import type { WatchedWeek } from "./watch-series.js";

/** A stretch of weeks with the same alarm. Numbers are places in the series; both ends belong to it. */
export interface Episode {
  readonly kind: "rising" | "falling";
  /** The week in which the alarm went off. */
  readonly alarmAt: number;
  readonly end: number;
  /** Cases above (rising) or below (falling) what was expected, in the weeks of alarm. */
  readonly excess: number;
}

/** Alarms this few quiet weeks apart are one episode: counts of a wijk flicker. */
const QUIET_WEEKS_MAX = 6;

export function findEpisodes(watched: readonly WatchedWeek[], cases: readonly number[]): Episode[] {
  const episodes: Episode[] = [];
  let open: { kind: "rising" | "falling"; alarmAt: number; since: number; end: number } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    let excess = 0;
    for (let at = open.since; at <= open.end; at++) {
      const week = watched[at];
      if (week !== undefined && week.alarm !== null) excess += Math.abs((cases[at] as number) - week.expected);
    }
    episodes.push({ kind: open.kind, alarmAt: open.alarmAt, end: open.end, excess });
    open = undefined;
  };
  watched.forEach((week, at) => {
    if (week.alarm === null) return;
    if (open !== undefined && (open.kind !== week.alarm || at - open.end > QUIET_WEEKS_MAX)) close();
    if (open === undefined) open = { kind: week.alarm, alarmAt: at, since: week.since, end: at };
    else open.end = at;
  });
  close();
  return episodes;
}

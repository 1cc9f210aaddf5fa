import type { WatchedWeek } from "./watch-series.js";

/** A stretch of weeks with the same alarm. Numbers are places in the series; both ends belong to it. */
export interface Episode {
  readonly kind: "rising" | "falling";
  /** The week in which the alarm was certain enough to tell somebody. */
  readonly alarmAt: number;
  readonly end: number;
  /** Cases above (rising) or below (falling) what was expected, from its first week to its end. */
  readonly excess: number;
}

/** Alarms this few quiet weeks apart are one episode: counts of a wijk flicker, and few cases flicker more. */
const QUIET_WEEKS_MAX = { rising: 6, falling: 13 } as const;

/**
 * An alarm on one series may be false once in a hundred weeks; a municipality watches a thousand series. So an episode is only
 * told when its evidence would arise by chance less than once in five hundred weeks. Stricter misses a rise from one case a
 * week to three that lasts a month; looser tells more happenings than a team can look at.
 */
const TOLD_PROBABILITY_MAX = 0.002;

export function findEpisodes(watched: readonly WatchedWeek[], cases: readonly number[]): Episode[] {
  const episodes: Episode[] = [];
  let open: { kind: "rising" | "falling"; alarmAt?: number; since: number; end: number } | undefined;
  const close = (): void => {
    if (open?.alarmAt === undefined) {
      open = undefined;
      return;
    }
    let excess = 0;
    for (let at = open.since; at <= open.end; at++) {
      const week = watched[at];
      if (week !== undefined && week.expected > 0) excess += (cases[at] as number) - week.expected;
    }
    episodes.push({ kind: open.kind, alarmAt: open.alarmAt, end: open.end, excess: Math.abs(excess) });
    open = undefined;
  };
  watched.forEach((week, at) => {
    if (week.alarm === null) return;
    if (open !== undefined && (open.kind !== week.alarm || at - open.end > QUIET_WEEKS_MAX[open.kind])) close();
    open ??= { kind: week.alarm, since: week.since, end: at };
    open.end = at;
    if (open.alarmAt === undefined && week.probability <= TOLD_PROBABILITY_MAX) open.alarmAt = at;
  });
  close();
  return episodes;
}

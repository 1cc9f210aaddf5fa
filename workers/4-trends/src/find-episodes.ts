import type { PastAlarm, WatchedWeek } from "./watch-series.js";

/** An alarm with what episodes are told by. */
export interface Alarm extends PastAlarm {
  readonly probability: number;
  /** See `SeriesAlarm`. */
  readonly excess: number;
}

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
export const QUIET_WEEKS_MAX = { rising: 6, falling: 13 } as const;

/**
 * An alarm on one series may be false once in a hundred weeks; a municipality watches a thousand series. So an episode is only
 * told when its evidence would arise by chance less than once in five hundred weeks. Stricter misses a rise from one case a
 * week to three that lasts a month; looser tells more happenings than a team can look at.
 */
const TOLD_PROBABILITY_MAX = 0.002;

/** The alarms from a week on, after those before it. The weeks that a first window or a quiet stretch can hold must have been watched too. */
export function alarmsFrom(
  from: number,
  before: readonly Alarm[],
  watched: readonly WatchedWeek[],
  cases: readonly number[],
): Alarm[] {
  const alarms: Alarm[] = [];
  let previous = before.at(-1);
  for (let at = from; at < watched.length; at++) {
    const { alarm: kind, since, probability } = watched[at] as WatchedWeek;
    if (kind === null) continue;
    const continues = previous !== undefined && isSameEpisode(previous, { kind, at });
    let excess = 0;
    for (let week = continues ? (previous as Alarm).at + 1 : since; week <= at; week++) {
      const { expected } = watched[week] as WatchedWeek;
      if (expected > 0) excess += (cases[week] as number) - expected;
    }
    previous = { kind, at, since, probability, excess };
    alarms.push(previous);
  }
  return alarms;
}

/** From all alarms of a series, in order. */
export function findEpisodes(alarms: readonly Alarm[]): Episode[] {
  const episodes: Episode[] = [];
  for (let first = 0; first < alarms.length; ) {
    let next = first + 1;
    while (next < alarms.length && isSameEpisode(alarms[next - 1] as Alarm, alarms[next] as Alarm)) next++;
    const own = alarms.slice(first, next);
    const told = own.find(({ probability }) => probability <= TOLD_PROBABILITY_MAX);
    const { kind, at: end } = own.at(-1) as Alarm;
    const excess = Math.abs(own.reduce((sum, alarm) => sum + alarm.excess, 0));
    if (told !== undefined) episodes.push({ kind, alarmAt: told.at, end, excess });
    first = next;
  }
  return episodes;
}

function isSameEpisode(previous: Pick<Alarm, "kind" | "at">, alarm: Pick<Alarm, "kind" | "at">): boolean {
  return previous.kind === alarm.kind && alarm.at - previous.at <= QUIET_WEEKS_MAX[alarm.kind];
}

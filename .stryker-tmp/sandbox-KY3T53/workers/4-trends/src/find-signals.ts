import type { Explanation, Scope, Signal, ThemeId, Week } from "@rode-draad/domain";
import { chooseScopes, type ScopedEpisode } from "./choose-scopes.js";
import { explainChange, type KnownCauses } from "./explain-change.js";
import { type Arrival, findArrivals } from "./find-arrivals.js";
import { findEpisodes } from "./find-episodes.js";
import { ALARM_CASES_MIN, type WatchedWeek, watchSeries } from "./watch-series.js";
import { monthOfWeek, scopeKey, type ThemeSeries, type WeekTable } from "./week-table.js";

/** A signal before its distinct cases were counted: `fromWeek` to `week` are the four weeks to count. */
export interface SignalCandidate extends Omit<Signal, "cases"> {
  readonly fromWeek: Week;
}

const COUNTED_WEEKS = 4;
/** A rise this soon before or after an arrival is the arrival. */
const SAME_HAPPENING_WEEKS = 12;

/**
 * Every signal of the whole table, in order of week, theme and scope. The id holds theme, scope, kind and first week, so
 * that the same happening keeps its id in every later run.
 */
export function findSignals(table: WeekTable, causes: KnownCauses): SignalCandidate[] {
  const areaCount = new Set(table.series.flatMap(({ areaCode }) => areaCode ?? [])).size;
  const byTheme = new Map<ThemeId, ThemeSeries[]>();
  for (const series of table.series) byTheme.set(series.themeId, [...(byTheme.get(series.themeId) ?? []), series]);
  return [...byTheme.values()]
    .flatMap((series) => signalsOfTheme(series, table.weeks, areaCount, causes))
    .sort((a, b) => (a.week < b.week ? -1 : a.week > b.week ? 1 : a.id < b.id ? -1 : 1));
}

function signalsOfTheme(
  series: readonly ThemeSeries[],
  weeks: readonly Week[],
  areaCount: number,
  causes: KnownCauses,
): SignalCandidate[] {
  const candidates: SignalCandidate[] = [];
  const watchedOf = new Map<ThemeSeries, readonly WatchedWeek[]>();
  const episodes: ScopedEpisode[] = [];
  for (const one of series) {
    if (!canSignal(one)) continue;
    const watched = watchSeries(one);
    watchedOf.set(one, watched);
    for (const episode of findEpisodes(watched, one.cases)) episodes.push({ ...episode, scope: scopeOf(one) });
  }
  const make = (one: ThemeSeries, kind: Signal["kind"], at: number): SignalCandidate => {
    const week = weeks[at] as Week;
    const fromWeek = weeks[Math.max(0, at - COUNTED_WEEKS + 1)] as Week;
    const expectedOfWeek = watchedOf.get(one)?.[at]?.expected ?? 0;
    return {
      id: `${one.themeId}.${scopeKey(one)}.${kind}.${week}`,
      themeId: one.themeId,
      ...scopeOf(one),
      kind,
      week,
      fromWeek,
      expected: kind === "new" ? 0 : COUNTED_WEEKS * expectedOfWeek,
      explanation: kind === "falling" ? { kind: "unexplained" } : explainRise(causes, one.themeId, fromWeek, week),
    };
  };
  const arrivals = arrivalsOf(series);
  for (const { series: one, arrival } of arrivals) candidates.push(make(one, arrival.kind, arrival.at));
  for (const episode of chooseScopes(episodes, areaCount)) {
    const isArrival = arrivals.some(
      ({ arrival, series: one }) =>
        episode.kind === "rising" &&
        Math.abs(arrival.at - episode.alarmAt) <= SAME_HAPPENING_WEEKS &&
        (arrival.kind === "new" || episode.scope.areaCode === undefined || scopeKey(one) === scopeKey(episode.scope)),
    );
    if (isArrival) continue;
    const one = series.find((candidate) => scopeKey(candidate) === scopeKey(episode.scope));
    if (one !== undefined) candidates.push(make(one, episode.kind, episode.alarmAt));
  }
  return candidates;
}

/** A rise is known some weeks after it began, so what explains its first week explains it too. */
function explainRise(causes: KnownCauses, themeId: ThemeId, fromWeek: Week, week: Week): Explanation {
  const now = explainChange(causes, themeId, monthOfWeek(week));
  return now.kind === "unexplained" ? explainChange(causes, themeId, monthOfWeek(fromWeek)) : now;
}

/**
 * A theme is new to the municipality as a whole, and the signal stands in the area that holds nearly all of it. A theme can come
 * back in the municipality, or in an area while other areas always had it; never in a team, whose area says it better.
 */
function arrivalsOf(series: readonly ThemeSeries[]): { series: ThemeSeries; arrival: Arrival }[] {
  const found: { series: ThemeSeries; arrival: Arrival }[] = [];
  const everywhere = series.find((one) => scopeKey(one) === "all");
  const areas = series.filter((one) => one.areaCode !== undefined);
  if (everywhere !== undefined) {
    for (const arrival of findArrivals(everywhere.cases, registeredWeeks(everywhere))) {
      const carrier = areas.find((area) => lately(area, arrival.at) >= CARRYING_SHARE * lately(everywhere, arrival.at));
      found.push({ series: carrier ?? everywhere, arrival });
    }
  }
  for (const area of areas) {
    for (const arrival of findArrivals(area.cases, registeredWeeks(area))) {
      const isKnown = found.some((one) => Math.abs(one.arrival.at - arrival.at) <= SAME_HAPPENING_WEEKS);
      if (arrival.kind === "back" && !isKnown) found.push({ series: area, arrival });
    }
  }
  return found;
}

const CARRYING_SHARE = 0.8;

function lately(series: ThemeSeries, at: number): number {
  return series.cases.slice(Math.max(0, at - COUNTED_WEEKS + 1), at + 1).reduce((sum, cases) => sum + cases, 0);
}

function registeredWeeks(series: ThemeSeries): boolean[] {
  return series.volume.map((volume, at) => volume + (series.cases[at] as number) > 0);
}

/** A series that never saw the floor cannot rise; one that never averaged a case a week cannot fall. Spares most of the work. */
function canSignal(series: ThemeSeries): boolean {
  return series.cases.some((_, at) => lately(series, at) >= ALARM_CASES_MIN);
}

function scopeOf({ areaCode, teamCode }: Scope): Scope {
  return { ...(areaCode !== undefined && { areaCode }), ...(teamCode !== undefined && { teamCode }) };
}

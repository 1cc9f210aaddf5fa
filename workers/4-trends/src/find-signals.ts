import type { Explanation, Scope, Signal, ThemeId, Week } from "@rode-draad/domain";
import { chooseScopes, type ScopedEpisode } from "./choose-scopes.js";
import { explainChange, type KnownCauses } from "./explain-change.js";
import { type Arrival, findArrivals } from "./find-arrivals.js";
import { findEpisodes } from "./find-episodes.js";
import { type TableWatch, watchTable } from "./watch-table.js";
import { COUNTED_WEEKS, lately, monthOfWeek, scopeKey, type ThemeSeries, type WeekTable } from "./week-table.js";

/** A signal before its distinct cases were counted: `fromWeek` to `week` are the four weeks to count. */
export interface SignalCandidate extends Omit<Signal, "cases"> {
  readonly fromWeek: Week;
}

/** A rise this soon before or after an arrival is the arrival. */
const SAME_HAPPENING_WEEKS = 12;
/** One arrival keeps others from being told for half a year, and those yet others. */
const ARRIVAL_CONTEXT_WEEKS = 52;

/**
 * Every signal from the first watched week on, in order of week, theme and scope. The id holds theme, scope, kind and first week, so
 * that the same happening keeps its id in every later run.
 */
export function findSignals(
  table: WeekTable,
  causes: KnownCauses,
  watch: TableWatch = watchTable(table),
): SignalCandidate[] {
  const areaCount = new Set(table.series.flatMap(({ areaCode }) => areaCode ?? [])).size;
  const byTheme = new Map<ThemeId, ThemeSeries[]>();
  for (const series of table.series) {
    const own = byTheme.get(series.themeId) ?? [];
    own.push(series);
    byTheme.set(series.themeId, own);
  }
  return [...byTheme.values()]
    .flatMap((series) => signalsOfTheme(series, table.weeks, areaCount, causes, watch))
    .sort((a, b) => (a.week < b.week ? -1 : a.week > b.week ? 1 : a.id < b.id ? -1 : 1));
}

function signalsOfTheme(
  series: readonly ThemeSeries[],
  weeks: readonly Week[],
  areaCount: number,
  causes: KnownCauses,
  { from, ofSeries }: TableWatch,
): SignalCandidate[] {
  const candidates: SignalCandidate[] = [];
  const episodes = series.flatMap((one): ScopedEpisode[] =>
    findEpisodes(ofSeries.get(one)?.alarms ?? []).map((episode) => ({ ...episode, scope: scopeOf(one) })),
  );
  const make = (one: ThemeSeries, kind: Signal["kind"], at: number): SignalCandidate => {
    const week = weeks[at] as Week;
    const fromWeek = weeks[Math.max(0, at - COUNTED_WEEKS + 1)] as Week;
    const expectedOfWeek = ofSeries.get(one)?.watched[at]?.expected ?? 0;
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
  const arrivals = arrivalsOf(series, Math.max(0, from - ARRIVAL_CONTEXT_WEEKS));
  for (const { series: one, arrival } of arrivals) {
    if (arrival.at >= from) candidates.push(make(one, arrival.kind, arrival.at));
  }
  for (const episode of chooseScopes(episodes, areaCount)) {
    if (episode.alarmAt < from) continue;
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
function arrivalsOf(series: readonly ThemeSeries[], from: number): { series: ThemeSeries; arrival: Arrival }[] {
  const found: { series: ThemeSeries; arrival: Arrival }[] = [];
  const everywhere = series.find((one) => scopeKey(one) === "all");
  const areas = series.filter((one) => one.areaCode !== undefined);
  if (everywhere !== undefined) {
    for (const arrival of findArrivals(everywhere.cases, registeredWeeks(everywhere), from)) {
      const carrier = areas.find((area) => lately(area, arrival.at) >= CARRYING_SHARE * lately(everywhere, arrival.at));
      found.push({ series: carrier ?? everywhere, arrival });
    }
  }
  for (const area of areas) {
    for (const arrival of findArrivals(area.cases, registeredWeeks(area), from)) {
      const isKnown = found.some((one) => Math.abs(one.arrival.at - arrival.at) <= SAME_HAPPENING_WEEKS);
      if (arrival.kind === "back" && !isKnown) found.push({ series: area, arrival });
    }
  }
  return found;
}

const CARRYING_SHARE = 0.8;

function registeredWeeks(series: ThemeSeries): boolean[] {
  return series.volume.map((volume, at) => volume + (series.cases[at] as number) > 0);
}

function scopeOf({ areaCode, teamCode }: Scope): Scope {
  return { ...(areaCode !== undefined && { areaCode }), ...(teamCode !== undefined && { teamCode }) };
}

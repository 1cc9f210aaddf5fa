import { addWeeks, type SeriesAlarm, type Week } from "@rode-draad/domain";
import { type Alarm, alarmsFrom, QUIET_WEEKS_MAX } from "./find-episodes.js";
import { AGE_WEEKS_MAX, YEAR_WEEKS } from "./fit-baseline.js";
import { ALARM_CASES_MIN, RECOVERY_WEEKS, type WatchedWeek, watchSeries } from "./watch-series.js";
import { lately, scopeKey, type ThemeSeries, type WeekTable } from "./week-table.js";

/** What was seen of one series. */
interface SeriesWatch {
  /** From some weeks before the first watched week on; untested before that. */
  readonly watched: readonly WatchedWeek[];
  /** Those found now after those found before. */
  readonly alarms: readonly Alarm[];
}

/** What was seen of a table from a week on. Series that cannot alarm are left out. */
export interface TableWatch {
  readonly from: number;
  readonly ofSeries: ReadonlyMap<ThemeSeries, SeriesWatch>;
}

/** An alarm counts what lies above the expected back to the one before it, so these weeks before the first are worked out too. */
const RETOLD_WEEKS = Math.max(...Object.values(QUIET_WEEKS_MAX));

/**
 * How far before the first watched week the table must reach, to give what all of history gives: the retold weeks, before these what a
 * baseline looks back on, before that the year whose volume is the usual, and the year by which gaps in that are known.
 */
const CONTEXT_WEEKS = RETOLD_WEEKS + AGE_WEEKS_MAX + 2 * YEAR_WEEKS + RECOVERY_WEEKS + 1;

export function contextOf(from: Week): Week {
  return addWeeks(from, -CONTEXT_WEEKS);
}

/** Watches every series from a week of the table on, given the alarms of the weeks before. O(series × weeks watched). */
export function watchTable(table: WeekTable, from = 0, known: readonly SeriesAlarm[] = []): TableWatch {
  const knownOf = placeAlarms(table, known);
  const watchFrom = Math.max(0, from - RETOLD_WEEKS);
  const ofSeries = new Map<ThemeSeries, SeriesWatch>();
  for (const series of table.series) {
    if (!canAlarm(series)) continue;
    const before = knownOf.get(seriesKey(series)) ?? [];
    const watched = watchSeries(
      { cases: series.cases, volume: series.volume, firstPlace: table.firstPlace },
      { from: watchFrom, alarms: before.filter(({ at }) => at < watchFrom) },
    );
    ofSeries.set(series, { watched, alarms: [...before, ...alarmsFrom(from, before, watched, series.cases)] });
  }
  return { from, ofSeries };
}

/** The alarms that were found now, as they are kept. */
export function newAlarms({ weeks }: WeekTable, { from, ofSeries }: TableWatch): SeriesAlarm[] {
  return [...ofSeries].flatMap(([{ themeId, areaCode, teamCode }, { alarms }]) =>
    alarms
      .filter(({ at }) => at >= from)
      .map(({ kind, at, since, probability, excess }) => ({
        themeId,
        ...(areaCode !== undefined && { areaCode }),
        ...(teamCode !== undefined && { teamCode }),
        week: weeks[at] as Week,
        kind,
        weeks: at - since + 1,
        probability,
        excess,
      })),
  );
}

function placeAlarms({ weeks }: WeekTable, known: readonly SeriesAlarm[]): Map<string, Alarm[]> {
  const placeOf = new Map(weeks.map((week, at) => [week, at]));
  const placed = new Map<string, Alarm[]>();
  for (const alarm of [...known].sort((a, b) => (a.week < b.week ? -1 : 1))) {
    const at = placeOf.get(alarm.week);
    if (at === undefined) continue;
    const { kind, probability, excess } = alarm;
    const own = placed.get(seriesKey(alarm)) ?? [];
    own.push({ kind, at, since: at - alarm.weeks + 1, probability, excess });
    placed.set(seriesKey(alarm), own);
  }
  return placed;
}

function seriesKey(series: Pick<SeriesAlarm, "themeId" | "areaCode" | "teamCode">): string {
  return `${series.themeId} ${scopeKey(series)}`;
}

/** A series that never saw the floor cannot rise; one that never averaged a case a week cannot fall. Spares most of the work. */
function canAlarm(series: ThemeSeries): boolean {
  return series.cases.some((_, at) => lately(series, at) >= ALARM_CASES_MIN);
}

import type { StagePayload } from "@rode-draad/contracts";
import {
  addWeeks,
  type Month,
  type MunicipalityId,
  type Scope,
  type SeriesAlarm,
  type Signal,
  type ThemeId,
  type Week,
  type WeekCount,
  type WeekSpan,
  weekOf,
} from "@rode-draad/domain";
import type { KnownCauses } from "./explain-change.js";
import { findSignals } from "./find-signals.js";
import { ALARM_CASES_MIN } from "./watch-series.js";
import { contextOf, newAlarms, type TableWatch, watchTable } from "./watch-table.js";
import { monthOfWeek, tableOf, type WeekTable } from "./week-table.js";

/** What the stage needs from the store and the catalogue. `Stale` is the store's own marking and goes back as it came. */
export interface TrendTools<Stale extends { readonly month: Month }> {
  readonly listStaleMonths: (municipalityId: MunicipalityId) => Promise<readonly Stale[]>;
  readonly clearStaleMonths: (municipalityId: MunicipalityId, stale: readonly Stale[]) => Promise<void>;
  /** Counts the months and their weeks anew. */
  readonly recount: (municipalityId: MunicipalityId, months: readonly Month[]) => Promise<void>;
  /** The weeks of the table that were watched; undefined before the first run. */
  readonly readWatchedWeeks: (municipalityId: MunicipalityId) => Promise<WeekSpan | undefined>;
  /** All weeks on record from this one on, for the municipality, its areas and its teams. */
  readonly readWeekCounts: (municipalityId: MunicipalityId, from: Week) => Promise<readonly WeekCount[]>;
  /** The alarms of the weeks from `from` on and before `until`. */
  readonly readAlarms: (municipalityId: MunicipalityId, from: Week, until: Week) => Promise<readonly SeriesAlarm[]>;
  /** Replaces every alarm from a week on, and says which weeks of the table were watched. */
  readonly replaceAlarms: (
    municipalityId: MunicipalityId,
    from: Week,
    alarms: readonly SeriesAlarm[],
    watched: WeekSpan | undefined,
  ) => Promise<void>;
  /** Distinct cases of each request, in order: a case that came in two weeks counts once. */
  readonly countCasesInWeeks: (
    municipalityId: MunicipalityId,
    requests: readonly CaseRequest[],
  ) => Promise<readonly number[]>;
  /** Replaces every signal whose week belongs to one of the months (the month of its Thursday). */
  readonly replaceSignals: (
    municipalityId: MunicipalityId,
    months: readonly Month[],
    signals: readonly Signal[],
  ) => Promise<void>;
  readonly causes: KnownCauses;
}

export interface CaseRequest extends Scope {
  readonly themeId: ThemeId;
  readonly fromWeek: Week;
  readonly toWeek: Week;
}

/** What a run did, for the log. */
export interface TrendRun {
  readonly months: number;
  readonly signals: number;
}

/** Before all weeks on record. */
const FIRST_WEEK: Week = "0000-W01";

/**
 * The stage: recounts what changed and raises signals from the first changed month on, since a month is the baseline of the
 * months after it. Weeks before that are context, and their alarms are known. The markings are cleared last, so that a broken run is
 * done again.
 */
export async function runTrends<Stale extends { readonly month: Month }>(
  { municipalityId }: StagePayload<"trends">,
  tools: TrendTools<Stale>,
): Promise<TrendRun> {
  const stale = await tools.listStaleMonths(municipalityId);
  const changed = stale.map(({ month }) => month).sort();
  const first = changed[0];
  if (first === undefined) return { months: 0, signals: 0 };
  await tools.recount(municipalityId, changed);
  const { from, table, watch, weeks } = await watchFrom(first, municipalityId, tools);
  const months = [...new Set([...changed, ...table.weeks.map(monthOfWeek)])].filter((month) => month >= first).sort();
  const candidates = findSignals(table, tools.causes, watch).filter(({ week }) => monthOfWeek(week) >= first);
  const cases = await tools.countCasesInWeeks(
    municipalityId,
    candidates.map(({ themeId, areaCode, teamCode, fromWeek, week }) => ({
      themeId,
      ...(areaCode !== undefined && { areaCode }),
      ...(teamCode !== undefined && { teamCode }),
      fromWeek,
      toWeek: week,
    })),
  );
  const signals = candidates.flatMap(({ fromWeek: _, ...signal }, index): Signal[] => {
    const counted = cases[index] ?? 0;
    // Rule: five distinct cases, not five visits of two households. A fall has few cases by its nature.
    return signal.kind === "falling" || counted >= ALARM_CASES_MIN ? [{ ...signal, cases: counted }] : [];
  });
  await tools.replaceSignals(municipalityId, months, signals);
  await tools.replaceAlarms(municipalityId, from, newAlarms(table, watch), weeks);
  await tools.clearStaleMonths(municipalityId, stale);
  return { months: changed.length, signals: signals.length };
}

/** Reads the weeks that this takes, and watches from the first one of the month on. */
async function watchFrom<Stale extends { readonly month: Month }>(
  month: Month,
  municipalityId: MunicipalityId,
  tools: TrendTools<Stale>,
): Promise<{ from: Week; table: WeekTable; watch: TableWatch; weeks: WeekSpan | undefined }> {
  const before = await tools.readWatchedWeeks(municipalityId);
  // Weeks after the last watched one may have nothing that marks them.
  const from = before === undefined ? FIRST_WEEK : earlier(weekOf(`${month}-01`), addWeeks(before.last, 1));
  const known = before !== undefined && before.first < from ? before : undefined;
  const contextFrom = known === undefined ? FIRST_WEEK : later(known.first, contextOf(from));
  const table = tableOf(await tools.readWeekCounts(municipalityId, contextFrom), known && contextFrom);
  const alarms = await tools.readAlarms(municipalityId, contextFrom, from);
  const watch = watchTable(table, table.weeks.filter((week) => week < from).length, alarms);
  const [first, last] = [known?.first ?? table.weeks[0], table.weeks.at(-1)];
  const weeks = first === undefined || last === undefined ? undefined : { first, last };
  return { from, table, watch, weeks };
}

function earlier(one: Week, other: Week): Week {
  return one < other ? one : other;
}

function later(one: Week, other: Week): Week {
  return one > other ? one : other;
}

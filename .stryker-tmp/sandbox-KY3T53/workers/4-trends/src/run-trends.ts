import type { StagePayload } from "@rode-draad/contracts";
import type { Month, MunicipalityId, Scope, Signal, ThemeId, Week, WeekCount } from "@rode-draad/domain";
import type { KnownCauses } from "./explain-change.js";
import { findSignals } from "./find-signals.js";
import { ALARM_CASES_MIN } from "./watch-series.js";
import { monthOfWeek, tableOf } from "./week-table.js";

/** What the stage needs from the store and the catalogue. `Stale` is the store's own marking and goes back as it came. */
export interface TrendTools<Stale extends { readonly month: Month }> {
  readonly listStaleMonths: (municipalityId: MunicipalityId) => Promise<readonly Stale[]>;
  readonly clearStaleMonths: (municipalityId: MunicipalityId, stale: readonly Stale[]) => Promise<void>;
  /** Counts the months and their weeks anew. */
  readonly recount: (municipalityId: MunicipalityId, months: readonly Month[]) => Promise<void>;
  /** All weeks on record, for the municipality, its areas and its teams. */
  readonly readWeekCounts: (municipalityId: MunicipalityId) => Promise<readonly WeekCount[]>;
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

/**
 * The stage: recounts what changed and raises signals from the first changed month on, since a month is the baseline of the
 * months after it. The markings are cleared last, so that a broken run is done again.
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
  const table = tableOf(await tools.readWeekCounts(municipalityId));
  const months = [...new Set([...changed, ...table.weeks.map(monthOfWeek)])].filter((month) => month >= first).sort();
  const candidates = findSignals(table, tools.causes).filter(({ week }) => monthOfWeek(week) >= first);
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
  await tools.clearStaleMonths(municipalityId, stale);
  return { months: changed.length, signals: signals.length };
}

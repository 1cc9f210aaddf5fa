import { monthOf, monthsBetween } from "@rode-draad/domain";
import {
  clearStaleMonths,
  countCasesInWeeks,
  inTransaction,
  listStaleMonths,
  markReportsOutdated,
  readMonthRange,
  readSeriesAlarms,
  readWatchedWeeks,
  readWeekCounts,
  recountMonths,
  recountWeeks,
  replaceSeriesAlarms,
  replaceSignals,
  type StaleMonth,
} from "@rode-draad/store";
import type { TrendTools } from "@rode-draad/trends";
import { dutchDay } from "../door/receive-notes.js";
import type { Product } from "../open-product.js";

/** After all weeks on record. */
const LAST_WEEK = "9999-W53";

export function trendTools({ store, catalogue, clock }: Product): TrendTools<StaleMonth> {
  const neverThemeIds = [...catalogue.neverThemeIds];
  return {
    listStaleMonths: (municipalityId) => listStaleMonths(store.db, municipalityId),
    async recount(municipalityId, months) {
      await recountMonths(store.db, municipalityId, months, neverThemeIds);
      await recountWeeks(store.db, municipalityId, months, neverThemeIds);
    },
    readWatchedWeeks: (municipalityId) => readWatchedWeeks(store.db, municipalityId),
    readWeekCounts: (municipalityId, from) =>
      readWeekCounts(store.db, municipalityId, {
        fromWeek: from,
        toWeek: LAST_WEEK,
        scopes: ["all", "area", "team"],
      }),
    readAlarms: (municipalityId, from, until) => readSeriesAlarms(store.db, municipalityId, from, until),
    replaceAlarms: (municipalityId, from, alarms, watched) =>
      replaceSeriesAlarms(store.db, municipalityId, from, alarms, watched),
    countCasesInWeeks: (municipalityId, requests) => countCasesInWeeks(store.db, municipalityId, requests),
    replaceSignals: (municipalityId, months, signals) => replaceSignals(store.db, municipalityId, months, signals),
    /** A report rests on the release before it, so all reports from the first changed month on are outdated. */
    async clearStaleMonths(municipalityId, stale) {
      const first = stale[0]?.month;
      if (first === undefined) return;
      await inTransaction(store.db, async (db) => {
        const last = (await readMonthRange(db, municipalityId))?.last ?? monthOf(dutchDay(clock()));
        await markReportsOutdated(db, municipalityId, monthsBetween(first, last));
        await clearStaleMonths(db, municipalityId, stale);
      });
    },
    causes: catalogue,
  };
}

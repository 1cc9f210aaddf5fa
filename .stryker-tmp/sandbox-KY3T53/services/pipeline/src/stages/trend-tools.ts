import { monthOf, monthsBetween } from "@rode-draad/domain";
import {
  clearStaleMonths,
  countCasesInWeeks,
  inTransaction,
  listStaleMonths,
  markReportsOutdated,
  readMonthRange,
  readWeekCounts,
  recountMonths,
  recountWeeks,
  replaceSignals,
  type StaleMonth,
} from "@rode-draad/store";
import type { TrendTools } from "@rode-draad/trends";
import { dutchDay } from "../door/receive-notes.js";
import type { Product } from "../open-product.js";

/** Weeks that no record lies outside of. */
const FIRST_WEEK = "0000-W01";
const LAST_WEEK = "9999-W53";

export function trendTools({ store, catalogue, clock }: Product): TrendTools<StaleMonth> {
  const neverThemeIds = [...catalogue.neverThemeIds];
  return {
    listStaleMonths: (municipalityId) => listStaleMonths(store.db, municipalityId),
    async recount(municipalityId, months) {
      await recountMonths(store.db, municipalityId, months, neverThemeIds);
      await recountWeeks(store.db, municipalityId, months, neverThemeIds);
    },
    readWeekCounts: (municipalityId) =>
      readWeekCounts(store.db, municipalityId, {
        fromWeek: FIRST_WEEK,
        toWeek: LAST_WEEK,
        scopes: ["all", "area", "team"],
      }),
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

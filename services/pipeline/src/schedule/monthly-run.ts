import { addMonths, type Month, type MunicipalityId, monthOf, monthsBetween } from "@rode-draad/domain";
import {
  listMunicipalities,
  listScheduleRuns,
  markReportsOutdated,
  markScheduleRun,
  readLastDay,
} from "@rode-draad/store";
import { dutchDay } from "../door/receive-notes.js";
import { inMunicipality } from "../in-municipality.js";
import type { Product } from "../open-product.js";

export const MONTHLY_RUN = "monthly-run";

/** After retention and what else runs at night; before people come in. */
const BEGINS_AT_HOUR = 5;

/** After a longer downtime than this nobody waits for the older months. */
const MONTHS_BACK_MAX = 24;

/**
 * Rule: on the first morning of a month each municipality is worked out anew over the month that ended, also when no note came in: a
 * question can fall silent, a sleeping theme wakes up, and its report must be ready to be released. Which month was last done stands in the
 * store, so a machine that was off on the first does it when it is on again, all months that it missed at once. Gives back for whom it was due.
 */
export async function runMonth(product: Product): Promise<MunicipalityId[]> {
  const now = product.clock();
  const done: MunicipalityId[] = [];
  for (const municipalityId of await listMunicipalities(product.store.asOwner)) {
    const { db } = inMunicipality(product, municipalityId).store;
    const runs = await listScheduleRuns(db, municipalityId);
    const months = monthsDue(now, runs.find(({ task }) => task === MONTHLY_RUN)?.period);
    const last = months.at(-1);
    if (last === undefined) continue;
    const lastDay = await readLastDay(db, municipalityId);
    const counted = months.filter((month) => lastDay !== undefined && month <= monthOf(lastDay));
    await markReportsOutdated(db, municipalityId, counted);
    await product.queue.enqueue("emergent-themes", { municipalityId });
    // Last: what breaks off before is done again, and doing it twice changes nothing.
    await markScheduleRun(db, municipalityId, { task: MONTHLY_RUN, period: last, doneAt: now });
    done.push(municipalityId);
  }
  return done;
}

/** The months that ended and were not done yet, oldest first. `lastDone` absent: only the last one. */
export function monthsDue(now: Date, lastDone: Month | undefined): Month[] {
  const today = dutchDay(now);
  const isTooEarly = today.endsWith("-01") && dutchHour(now) < BEGINS_AT_HOUR;
  const ended = addMonths(monthOf(today), isTooEarly ? -2 : -1);
  const oldest = addMonths(ended, 1 - MONTHS_BACK_MAX);
  const next = lastDone === undefined ? ended : addMonths(lastDone, 1);
  const [, first = next] = [oldest, next].sort();
  return first > ended ? [] : monthsBetween(first, ended);
}

function dutchHour(now: Date): number {
  return Number(
    new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Amsterdam", hour: "2-digit", hourCycle: "h23" }).format(now),
  );
}

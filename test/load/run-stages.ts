import { setTimeout as pause } from "node:timers/promises";
import { AUDIENCE } from "@rode-draad/api";
import type { StageName } from "@rode-draad/contracts";
import { type Product, startStages, waitUntilWorkedOut } from "@rode-draad/pipeline";
import type { ReleaseRecord } from "@rode-draad/privacy";
import { windowsOf } from "@rode-draad/reports";
import {
  listOutdatedReports,
  listStaleMonths,
  markReportsOutdated,
  readMonthRelease,
  saveMonthRelease,
} from "@rode-draad/store";
import { runStatement } from "@rode-draad/store/testing";
import { LAST_MONTH, MONTHS } from "./history-plan.js";

const LOOK_EVERY_MS = 50;

/** The first stages of consolidation; the others run in turns until no report is left to make. */
const FIRST_STAGES = ["emergent-themes", "trends"] as const satisfies StageName[];

/** The stages after trends run in this process from here on. */
export async function startReports(product: Product): Promise<void> {
  await startStages(product, ["proposals", "reports", "effects"]);
}

/** Makes the report of the last month of the history with the stage itself; gives the seconds. */
export async function makeReport(product: Product): Promise<number> {
  const { store, municipalityId, queue } = product;
  await markReportsOutdated(store.db, municipalityId, [LAST_MONTH]);
  const began = performance.now();
  await queue.enqueue("reports", { municipalityId });
  while ((await listOutdatedReports(store.db, municipalityId)).length > 0) await pause(LOOK_EVERY_MS);
  const seconds = (performance.now() - began) / 1000;
  while (!(await queue.idle())) await pause(LOOK_EVERY_MS);
  return seconds;
}

async function isBusy({ queue }: Product, stage: StageName): Promise<boolean> {
  const load = (await queue.health()).stages[stage];
  return load === undefined || load.waiting + load.active > 0;
}

/** The reports and releases of the months before look like those of the last one: copies with another month. */
export async function copyReports(product: Product): Promise<void> {
  const { store, municipalityId } = product;
  for (const month of MONTHS.slice(0, -1)) {
    const own = `municipality_id = '${municipalityId}' and month = '${LAST_MONTH}'`;
    await runStatement(
      store.db,
      `insert into theme_report (municipality_id, month, team_code, area_code, content, made_at)
       select municipality_id, '${month}', team_code, area_code, content, made_at from theme_report where ${own}`,
    );
    const release = await readMonthRelease(store.db, municipalityId, AUDIENCE, LAST_MONTH);
    if (release === undefined) continue;
    const { from: first, to: last } = windowsOf(month).now;
    const record = { ...(release.record as ReleaseRecord), window: { first, last } };
    await saveMonthRelease(store.db, municipalityId, AUDIENCE, { month, record });
  }
}

/**
 * What a month costs from the moment that its notes are read until its reports and effects are there, in parts. The stages after trends
 * run in this process already, see `startReports`.
 */
export async function consolidate(
  product: Product,
): Promise<readonly { readonly part: string; readonly seconds: number }[]> {
  const { store, municipalityId, queue } = product;
  const parts: { part: string; seconds: number }[] = [];
  await queue.enqueue("emergent-themes", { municipalityId });
  for (const stage of FIRST_STAGES) {
    const began = performance.now();
    await startStages(product, [stage]);
    while (await isBusy(product, stage)) await pause(LOOK_EVERY_MS);
    parts.push({ part: stage, seconds: (performance.now() - began) / 1000 });
  }
  const began = performance.now();
  await waitUntilWorkedOut(product);
  parts.push({ part: "proposals, reports and effects", seconds: (performance.now() - began) / 1000 });
  const { length: stale } = await listStaleMonths(store.db, municipalityId);
  const { length: outdated } = await listOutdatedReports(store.db, municipalityId);
  if (stale + outdated > 0) throw new Error("The month was not consolidated.");
  return parts;
}

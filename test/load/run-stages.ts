import { setTimeout as pause } from "node:timers/promises";
import { AUDIENCE } from "@rode-draad/api";
import type { StageName } from "@rode-draad/contracts";
import { type Product, startStages, waitUntilWorkedOut } from "@rode-draad/pipeline";
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

/** What consolidation runs through, in order; each asks for the next. */
const CONSOLIDATION = ["emergent-themes", "trends", "proposals", "reports", "effects"] as const satisfies StageName[];

/** Makes the report of the last month of the history with the stage itself; gives the seconds. */
export async function makeReport(product: Product): Promise<number> {
  const { store, municipalityId, queue } = product;
  await markReportsOutdated(store.db, municipalityId, [LAST_MONTH]);
  const stage = await queueStage(product, "reports");
  const began = performance.now();
  await queue.enqueue("reports", { municipalityId });
  while ((await listOutdatedReports(store.db, municipalityId)).length > 0) await pause(LOOK_EVERY_MS);
  const seconds = (performance.now() - began) / 1000;
  await stage.isDone();
  return seconds;
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
    if (release !== undefined) await saveMonthRelease(store.db, municipalityId, AUDIENCE, { ...release, month });
  }
}

/** Seconds of each stage from the moment that a month is read until its reports and effects are there. */
export async function consolidate(
  product: Product,
): Promise<readonly { readonly stage: StageName; readonly seconds: number }[]> {
  const { store, municipalityId, queue } = product;
  const stages: { stage: StageName; seconds: number }[] = [];
  await queue.enqueue("emergent-themes", { municipalityId });
  for (const [index, stage] of CONSOLIDATION.entries()) {
    const next = CONSOLIDATION[index + 1];
    const began = performance.now();
    const running = await queueStage(product, stage);
    await running.isDone();
    while (next !== undefined && (await waiting(product, next)) === 0) await pause(LOOK_EVERY_MS);
    stages.push({ stage, seconds: (performance.now() - began) / 1000 });
  }
  const left = await waitUntilWorkedOut(product);
  if (left.notes > 0 || (await listStaleMonths(store.db, municipalityId)).length > 0) {
    throw new Error("The month was not consolidated.");
  }
  return stages;
}

/** Starts a stage in this process; `isDone` waits until it has nothing to do. */
async function queueStage(product: Product, stage: StageName): Promise<{ isDone(): Promise<void> }> {
  await startStages(product, [stage]);
  return {
    async isDone() {
      for (;;) {
        const load = (await product.queue.health()).stages[stage];
        if (load !== undefined && load.waiting + load.active + load.delayed === 0) return;
        await pause(LOOK_EVERY_MS);
      }
    },
  };
}

async function waiting(product: Product, stage: StageName): Promise<number> {
  return (await product.queue.health()).stages[stage]?.waiting ?? 0;
}

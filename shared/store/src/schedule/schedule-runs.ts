import type { MunicipalityId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** See migration 0021. */
export interface ScheduleRunTable {
  municipality_id: string;
  task: string;
  period: string | null;
  done_at: Date;
}

/** A recurring task as it was last done. */
export interface ScheduleRun {
  readonly task: string;
  /** The month that it was about, of a task that is about one. */
  readonly period?: string;
  readonly doneAt: Date;
}

/** Writes down that a task was done. A period that was done before stays the last one. */
export async function markScheduleRun(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  { task, period, doneAt }: ScheduleRun,
): Promise<void> {
  await db
    .insertInto("schedule_run")
    .values({ municipality_id: municipalityId, task, period: period ?? null, done_at: doneAt })
    .onConflict((conflict) =>
      conflict.columns(["municipality_id", "task"]).doUpdateSet(({ ref, fn }) => ({
        period: fn("greatest", [ref("schedule_run.period"), ref("excluded.period")]),
        done_at: ref("excluded.done_at"),
      })),
    )
    .execute();
}

/** By name of the task. */
export async function listScheduleRuns(db: StoreDatabase, municipalityId: MunicipalityId): Promise<ScheduleRun[]> {
  const rows = await db
    .selectFrom("schedule_run")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .orderBy("task")
    .execute();
  return rows.map(({ task, period, done_at }) => ({ task, doneAt: done_at, ...(period !== null && { period }) }));
}

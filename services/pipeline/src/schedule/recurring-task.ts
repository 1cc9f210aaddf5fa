import type { ScheduledTask } from "@rode-draad/queue";
import { listScheduleRuns, markScheduleRun } from "@rode-draad/store";
import type { RecurringTask } from "@rode-draad/web";
import type { Product } from "../open-product.js";

const HOUR_MS = 3_600_000;

/** When a task should have been done again. One of every night leaves two hours for the night itself. */
const LATE_AFTER_MS: Readonly<Record<RecurringTask, number>> = {
  reconcile: HOUR_MS / 4,
  "end-what-is-over": HOUR_MS / 4,
  "anchor-audit-log": 26 * HOUR_MS,
  retention: 26 * HOUR_MS,
  housekeeping: 26 * HOUR_MS,
  effects: 26 * HOUR_MS,
  partners: 26 * HOUR_MS,
  "tell-subscribers": 26 * HOUR_MS,
  "monthly-run": 32 * 24 * HOUR_MS,
};

/** Whether a task should have been done again by now. */
export function isLateTask(name: RecurringTask, doneAt: Date, now: Date): boolean {
  return now.getTime() - doneAt.getTime() > LATE_AFTER_MS[name];
}

/** A task with a name that the page of the operator knows: one without a line there does not compile. */
export type Named<Task> = Task & { readonly name: RecurringTask };

/** The same tasks, of which each is written down when it was done. */
export function markedTasks<Task extends Named<Pick<ScheduledTask, "run">>>(
  product: Product,
  tasks: readonly Task[],
): Task[] {
  return tasks.map((task) => ({
    ...task,
    run: async () => {
      await task.run();
      await markDone(product, task.name);
    },
  }));
}

/** Does now what every night was to do and was missed while nothing ran. What was never done waits for its first night. */
export async function catchUp(product: Product, tasks: readonly Named<ScheduledTask>[]): Promise<RecurringTask[]> {
  const { store, municipalityId, clock, logger } = product;
  const runs = new Map(
    (await listScheduleRuns(store.db, municipalityId)).map((run) => [run.task, run.doneAt] as const),
  );
  const missed = tasks.filter((task) => {
    const doneAt = runs.get(task.name);
    return "cron" in task.timing && doneAt !== undefined && isLateTask(task.name, doneAt, clock());
  });
  for (const task of missed) {
    try {
      await task.run();
      logger.info({ task: task.name }, "a recurring task that was missed is done");
    } catch (error) {
      // Its next night is the retry, and the rest must start.
      logger.error({ err: error, task: task.name }, "a recurring task that was missed failed");
    }
  }
  return missed.map(({ name }) => name);
}

async function markDone({ store, municipalityId, clock }: Product, task: RecurringTask): Promise<void> {
  await markScheduleRun(store.db, municipalityId, { task, doneAt: clock() });
}

import type { MunicipalityId } from "@rode-draad/domain";
import type { Job } from "bullmq";
import type { BackEnd } from "./back-end.js";
import { toJobFailure } from "./job-failure.js";
import type { RunningStage, ScheduledTask } from "./queue.js";

/** Apart from the stages, so that a task that is due next month does not count as work that waits. */
const QUEUE_NAME = "recurring";

/** A queue that lost everything has its schedule back after this. */
const RESTORE_EVERY_MS = 15_000;

/** Nights and months begin when they do in the Netherlands. */
const TIME_ZONE = "Europe/Amsterdam";

/** Makes BullMQ's schedulers equal to the list of tasks and runs the tasks that come due. Those of an owner stand apart. */
export async function startSchedule(
  backEnd: BackEnd,
  tasks: readonly ScheduledTask[],
  owner: MunicipalityId | undefined,
): Promise<RunningStage> {
  const { logger } = backEnd;
  const queueName = owner === undefined ? QUEUE_NAME : `${QUEUE_NAME}-${owner}`;
  const queue = backEnd.makeQueue(queueName);
  queue.on("error", (error) => logger?.error({ err: error, queue: queueName }, "the queue broke"));
  const byName = new Map(tasks.map((task) => [task.name, task]));
  for (const scheduler of await queue.getJobSchedulers()) {
    if (!byName.has(scheduler.key)) await queue.removeJobScheduler(scheduler.key);
  }
  const set = async (task: ScheduledTask): Promise<void> => {
    const repeat =
      "everyMs" in task.timing ? { every: task.timing.everyMs } : { pattern: task.timing.cron, tz: TIME_ZONE };
    await queue.upsertJobScheduler(task.name, repeat, {
      name: task.name,
      data: {},
      // No second try: the next occasion is the retry.
      opts: { removeOnComplete: true, removeOnFail: { count: 50 } },
    });
  };
  for (const task of tasks) await set(task);
  const restoring = setInterval(() => {
    restore().catch((error: unknown) => logger?.warn({ err: error }, "the schedule could not be looked at"));
  }, RESTORE_EVERY_MS);
  const restore = async (): Promise<void> => {
    const there = new Set((await queue.getJobSchedulers()).map(({ key }) => key));
    for (const task of tasks.filter(({ name }) => !there.has(name))) await set(task);
  };
  const run = async (job: Job): Promise<void> => {
    const task = byName.get(job.name);
    if (task === undefined) {
      logger?.warn({ task: job.name }, "a recurring task of another version was skipped");
      return;
    }
    try {
      await task.run();
    } catch (error) {
      logger?.error({ err: error, task: job.name }, "a recurring task failed");
      throw toJobFailure(error);
    }
  };
  const worker = backEnd.makeWorker(queueName, run, { concurrency: 1 });
  worker.on("error", (error) => logger?.error({ err: error, queue: queueName }, "a worker broke"));
  await worker.waitUntilReady();
  return {
    async stop() {
      clearInterval(restoring);
      await worker.close();
      await queue.close();
    },
  };
}

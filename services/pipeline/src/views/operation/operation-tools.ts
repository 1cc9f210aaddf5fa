import { STAGE_NAMES } from "@rode-draad/contracts";
import { examineRunning } from "@rode-draad/operate";
import { listNotesStandingStill, listScheduleRuns } from "@rode-draad/store";
import { type OperationTools, type OperationView, RECURRING_TASKS, type RecurringTask } from "@rode-draad/web";
import { isLateTask } from "../../schedule/recurring-task.js";
import { countFiles } from "../../watch/watched-folder.js";
import type { WebMeans } from "../web-means.js";

/** As long as the reconciler waits before it makes a job again, and once more. */
const STANDS_STILL_MS = 10 * 60_000;

export function operationTools({ product }: WebMeans): OperationTools {
  const { store, queue, municipalityId, configuration, clock } = product;
  const isOwn = (note: { readonly municipalityId: string }) => note.municipalityId === municipalityId;
  return {
    async readOperation() {
      const before = new Date(clock().getTime() - STANDS_STILL_MS);
      const [health, standing, runs, checks, watched] = await Promise.all([
        queue.health(),
        listNotesStandingStill(store.db, before),
        listScheduleRuns(store.db, municipalityId),
        examineRunning(configuration),
        // A folder that is gone is told by what could not be read in, in the log.
        configuration.watched && countFiles(configuration.watched.directory).catch(() => undefined),
      ]);
      const view: OperationView = {
        queue: { backEnd: health.backEnd, isReachable: health.reachable },
        stages: STAGE_NAMES.flatMap((stage) => {
          const load = health.stages[stage];
          return load === undefined
            ? []
            : [{ stage, active: load.active, waiting: load.waiting + load.delayed, failed: load.failed }];
        }),
        notesStandingStill: standing.filter(isOwn).length,
        tasks: runs.flatMap(({ task, doneAt }) =>
          isRecurring(task) ? [{ task, doneAt, isLate: isLateTask(task, doneAt, clock()) }] : [],
        ),
        findings: checks.flatMap(({ id, state, found, toDo }) =>
          state === "good" || toDo === undefined ? [] : [{ id, found, toDo }],
        ),
        ...(watched !== undefined && { watched }),
        hasBoard: configuration.queueBoard,
      };
      return view;
    },
  };
}

function isRecurring(task: string): task is RecurringTask {
  return RECURRING_TASKS.some((known) => known === task);
}

import { STAGE_NAMES } from "@rode-draad/contracts";
import { examineRunning } from "@rode-draad/operate";
import {
  isSessionLockHeld,
  listNotesStandingStill,
  listScheduleRuns,
  listStuckNotes,
  readNewestSchema,
  type StuckNote,
} from "@rode-draad/store";
import { type OperationTools, type OperationView, RECURRING_TASKS, type RecurringTask } from "@rode-draad/web";
import { isLateTask } from "../../schedule/recurring-task.js";
import { describeStuck, retryStuck } from "../../stuck-notes.js";
import { countFiles } from "../../watch/watched-folder.js";
import type { WebMeans } from "../web-means.js";

/** As long as the reconciler waits before it makes a job again, and once more. */
const STANDS_STILL_MS = 10 * 60_000;

export function operationTools({ product, moves }: WebMeans): OperationTools {
  const { store, queue, municipalityId, configuration, clock } = product;
  const isOwn = (note: { readonly municipalityId: string }) => note.municipalityId === municipalityId;
  return {
    async readOperation() {
      const before = new Date(clock().getTime() - STANDS_STILL_MS);
      const schema = { found: await readNewestSchema(store), known: store.schemaVersion };
      const [health, standing, stuck, runs, hasWorker, checks, watched] = await Promise.all([
        queue.health(),
        listNotesStandingStill(store.db, before),
        listStuckNotes(store.db, municipalityId),
        listScheduleRuns(store.db, municipalityId),
        isSessionLockHeld(store),
        examineRunning(configuration, { schema }),
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
        isMoving: moves(),
        hasWorker,
        notesStandingStill: standing.filter(isOwn).length,
        stuck: byReason(stuck),
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

    retryStuckNotes: async () => (await retryStuck(product)).length,
  };
}

/** The longest first, as they come. Reasons without words of their own are one. */
function byReason(notes: readonly StuckNote[]): OperationView["stuck"] {
  const found = new Map<string, { reason: string; notes: number; since: Date }>();
  for (const { reason: code, since } of notes) {
    const reason = describeStuck(code);
    const line = found.get(reason) ?? { reason, notes: 0, since };
    found.set(reason, { ...line, notes: line.notes + 1 });
  }
  return [...found.values()];
}

function isRecurring(task: string): task is RecurringTask {
  return RECURRING_TASKS.some((known) => known === task);
}

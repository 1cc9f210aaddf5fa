import type { StageName } from "@rode-draad/contracts";

/** How the installation itself does, for who keeps it running. Work and machines; nothing of what notes are about. */
export interface OperationTools {
  readOperation(): Promise<OperationView>;
  /** Has the notes that were set aside tried again, and says how many they are. */
  retryStuckNotes(): Promise<number>;
}

export interface OperationView {
  readonly queue: { readonly backEnd: "redis" | "postgres"; readonly isReachable: boolean };
  /** In the order of the flow. Empty when the queue does not answer. */
  readonly stages: readonly StageView[];
  /** False when work waits and nothing has moved for a while, as health says. */
  readonly isMoving: boolean;
  /** Whether a process runs that does the recurring work. */
  readonly hasWorker: boolean;
  /** Notes that no job has moved for minutes. */
  readonly notesStandingStill: number;
  /** Notes that were set aside since they could not be worked out, by the reason in Dutch. */
  readonly stuck: readonly { readonly reason: string; readonly notes: number; readonly since: Date }[];
  readonly tasks: readonly TaskView[];
  /** What the doctor finds that is not in order, in Dutch: what was found and what to do. */
  readonly findings: readonly { readonly id: string; readonly found: string; readonly toDo: string }[];
  /** Absent: no folder is watched. */
  readonly watched?: { readonly waiting: number; readonly refused: number };
  /** Whether one can look into the queue itself. */
  readonly hasBoard: boolean;
}

export interface StageView {
  readonly stage: StageName;
  readonly active: number;
  readonly waiting: number;
  readonly failed: number;
}

export interface TaskView {
  readonly task: RecurringTask;
  readonly doneAt: Date;
  readonly isLate: boolean;
}

export const RECURRING_TASKS = [
  "reconcile",
  "end-what-is-over",
  "anchor-audit-log",
  "retention",
  "housekeeping",
  "effects",
  "partners",
  "tell-subscribers",
  "monthly-run",
] as const;
export type RecurringTask = (typeof RECURRING_TASKS)[number];

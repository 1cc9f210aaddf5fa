import type { IncomingMessage, ServerResponse } from "node:http";
import type { StageName, StagePayload } from "@rode-draad/contracts";
import type { MunicipalityId, NoteId } from "@rode-draad/domain";

/** The queue as the rest of the product sees it. Jobs carry ids; the store is the truth, a job a hint. */
export interface Queue {
  readonly backEnd: "redis" | "postgres";

  /**
   * Adds a job. For a stage that works on a whole municipality at most one job waits per municipality; a job that comes
   * while one is running still runs after it. Throws when the payload does not fit the stage or the server is gone.
   */
  enqueue<Stage extends StageName>(stage: Stage, payload: StagePayload<Stage>, options?: EnqueueOptions): Promise<void>;

  /** Adds jobs for many payloads in one call. */
  enqueueMany<Stage extends StageName>(
    stage: Stage,
    payloads: readonly StagePayload<Stage>[],
    options?: Pick<EnqueueOptions, "priority" | "delayMs">,
  ): Promise<void>;

  /**
   * The same two, for who leaves work in the store while a person or a source system waits: they never throw because of the server, and
   * wait a moment for it at most. What does not arrive is made again by the reconciler.
   */
  readonly hints: Pick<Queue, "enqueue" | "enqueueMany">;

  /** Starts handling jobs of a stage in this process. A stage is started once. */
  startStage<Stage extends StageName>(
    stage: Stage,
    handler: StageHandler<Stage>,
    options?: StageOptions<Stage>,
  ): Promise<RunningStage>;

  /**
   * Sets the recurring tasks of the installation and runs them in this process when their time comes. Every process that
   * calls it must know the same tasks; one of them runs each occasion. Tasks that are no longer named are dropped. With `owner` all
   * of this is about the processes of that municipality only.
   */
  startSchedule(tasks: readonly ScheduledTask[], owner?: MunicipalityId): Promise<RunningStage>;

  /** A page for the operator on what waits and what failed, to be mounted at this path behind a door of the caller. */
  openBoard(path: string): Promise<Board>;

  /** Whether the server is known to be gone. False where it is the store's own: that says so itself. */
  isAway(): boolean;

  /** What is waiting where, and whether the server answers. Never throws. */
  health(): Promise<QueueHealth>;

  /**
   * Takes notes out of every job that waits, is to be tried again, or failed: they were erased. The other notes of such a job stay
   * in one. A job that runs ends by itself and finds nothing.
   */
  forgetNotes(municipalityId: MunicipalityId, noteIds: readonly NoteId[]): Promise<void>;

  /** Has the jobs of notes start now that wait for their delay, or for their next try. Those that others take meanwhile are left. */
  hurryNotes(municipalityId: MunicipalityId): Promise<void>;

  /** True when nothing waits, runs, or waits for another try. Recurring tasks that are due later do not count. */
  idle(): Promise<boolean>;

  /** Lets running jobs and tasks end and begins none after them; jobs can still be added, for other processes. */
  stopWork(): Promise<void>;

  /** Lets running jobs end, then closes all stages and connections. */
  close(): Promise<void>;
}

export interface EnqueueOptions {
  /** Jobs of a stage with the same value: one waits at most. Set by itself for whole-municipality stages. */
  readonly dedupeId?: string;
  readonly delayMs?: number;
  /** 1 goes first; jobs of equal priority go in the order in which they came. Absent: before all that have one. */
  readonly priority?: number;
}

/** Does the work of one job. A ProductError that is not retryable ends the job at once, any other failure is tried again. */
export type StageHandler<Stage extends StageName> = (payload: StagePayload<Stage>, job: RunningJob) => Promise<void>;

export interface RunningJob {
  /** The priority that the job came with, to be handed on with what follows from it. */
  readonly priority?: number;
}

export interface StageOptions<Stage extends StageName> {
  /** Jobs at the same time in this process; 1 by default. */
  readonly concurrency?: number;
  /** Called when a job has failed for the last time, or was lost by a crash too often. Runs before the job is given up. */
  readonly onExhausted?: (payload: StagePayload<Stage>, error: unknown) => Promise<void>;
}

export interface RunningStage {
  /** Takes no new job and lets the running ones end. */
  stop(): Promise<void>;
}

/** What a server of Node calls for each request under the path, as Express does. */
export type Board = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;

export interface ScheduledTask {
  readonly name: string;
  /** An interval, or a cron pattern of five fields in Dutch time. */
  readonly timing: { readonly everyMs: number } | { readonly cron: string };
  readonly run: () => Promise<void>;
}

export interface StageLoad {
  readonly waiting: number;
  readonly active: number;
  /** Waiting for another try, or for its delay. */
  readonly delayed: number;
  readonly failed: number;
}

export interface QueueHealth {
  readonly backEnd: "redis" | "postgres";
  readonly reachable: boolean;
  readonly latencyMs: number;
  readonly stages: Readonly<Partial<Record<StageName, StageLoad>>>;
}

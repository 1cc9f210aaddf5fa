import type { Job, JobsOptions, RepeatOptions, WorkerOptions } from "bullmq";

/**
 * What the queue needs of BullMQ on one kind of server. One folder per implementation, with the same file name in each. The
 * back end owns its connections; they are closed after the queues and workers that it made.
 */
export interface BackEnd {
  readonly name: "redis" | "postgres";
  /** For all that is told of this queue: without what only follows from an outage that the back end tells of itself. */
  readonly logger: QueueLogger | undefined;
  makeQueue(name: string): BullQueue;
  makeWorker(name: string, processor: (job: Job) => Promise<void>, options: WorkerTuning): BullWorker;
  /** Whether the server is known to be gone. */
  isAway(): boolean;
  /** Answers when the server does. */
  ping(): Promise<void>;
  /** Does what asks for work, and gives up waiting where the server may be away while the store is not. Passes failures on. */
  hint(ask: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Fields and a sentence. */
export interface QueueLogger {
  error(fields: object, text: string): void;
  warn(fields: object, text: string): void;
}

/** A job's lock is renewed twice in this time; a process that dies leaves its jobs alone for this long at most. */
export const LOCK_MS = 20_000;

/** Nobody reads BullMQ's event stream; it keeps 10,000 events per queue if it is not told. */
export const EVENTS_KEPT_MAX = 100;

type WorkerTuning = Pick<WorkerOptions, "concurrency" | "lockDuration" | "stalledInterval" | "maxStalledCount">;

export interface BullQueue {
  add(name: string, data: unknown, options: JobsOptions): Promise<unknown>;
  addBulk(jobs: { name: string; data: unknown; opts: JobsOptions }[]): Promise<unknown>;
  getJobCounts(
    ...types: ("waiting" | "prioritized" | "active" | "delayed" | "failed")[]
  ): Promise<{ [type: string]: number }>;
  getJobs(types: ("waiting" | "delayed" | "prioritized" | "failed")[]): Promise<Job[]>;
  upsertJobScheduler(
    id: string,
    repeat: Omit<RepeatOptions, "key">,
    template: {
      name: string;
      data: unknown;
      opts: Omit<JobsOptions, "jobId" | "repeat" | "delay" | "deduplication" | "debounce">;
    },
  ): Promise<unknown>;
  getJobSchedulers(): Promise<{ key: string }[]>;
  removeJobScheduler(id: string): Promise<boolean>;
  waitUntilReady(): Promise<unknown>;
  on(event: "error", listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

interface BullWorker {
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "failed", listener: (job: Job | undefined, error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}

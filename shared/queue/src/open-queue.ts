import { STAGE_NAMES, type StageName, stages } from "@rode-draad/contracts";
import { ProductError } from "@rode-draad/domain";
import type { Job, JobsOptions } from "bullmq";
import type { PoolConfig } from "pg";
import { type BackEnd, type BullQueue, LOCK_MS, type QueueLogger } from "./back-end.js";
import { isFinal, toJobFailure, wasReported } from "./job-failure.js";
import { openJobTelemetry } from "./job-telemetry.js";
import { openBoard } from "./open-board.js";
import { openPostgresBackEnd } from "./postgres/open-back-end.js";
import type { EnqueueOptions, Queue, QueueHealth, RunningStage, StageLoad } from "./queue.js";
import { openRedisBackEnd } from "./redis/open-back-end.js";
import { startSchedule } from "./start-schedule.js";

export interface QueueOptions {
  /** A Redis server; absent: the queue lives in the store's database. */
  readonly redisUrl?: string;
  /** How to reach the store's database (`store.connection`). */
  readonly connection: PoolConfig;
  /** Keeps the keys of installations that share one Redis apart. */
  readonly namespace?: string;
  readonly logger?: QueueLogger;
  /** Tells OpenTelemetry of every job; without a provider in this process nobody hears it. */
  readonly telemetry?: boolean;
}

const NAMESPACE = "rodedraad";

/** Stages that read everything they need from the store: one waiting job per municipality is enough. */
const ONE_WAITING: ReadonlySet<StageName> = new Set(["emergent-themes", "trends", "proposals", "reports", "effects"]);

/** Stages whose jobs name notes. */
const NOTE_STAGES = ["questions", "known-themes"] as const;

/** A hiccup of a server passes within the seconds between three tries; what fails three times needs another cure. */
const ATTEMPTS_MAX = 3;
/** First pause; the second one is twice as long. Up to half of it is shaved off at random, so that retries do not come in a wave. */
const RETRY_DELAY_MS = 1_000;
const RETRY_JITTER = 0.5;

/** Failed jobs are kept to be looked at: a week, and few enough that a broken night does not fill the server. */
const FAILED_KEPT_SECONDS = 7 * 24 * 3_600;
const FAILED_KEPT_MAX = 500;

const STALLED_CHECK_MS = 5_000;
/**
 * A job that took its process down three times is given up, not tried for ever. Twice happens to the innocent, where processes die
 * for other reasons.
 */
const STALLED_MAX = 2;

/** A health check must answer before its caller gives up. */
const HEALTH_TIMEOUT_MS = 2_000;

const JOB_OPTIONS: JobsOptions = {
  attempts: ATTEMPTS_MAX,
  backoff: { type: "exponential", delay: RETRY_DELAY_MS, jitter: RETRY_JITTER },
  // A job's outcome stands in the store. Since its id is forgotten with it, ids are no idempotency keys: handlers are idempotent.
  removeOnComplete: true,
  removeOnFail: { age: FAILED_KEPT_SECONDS, count: FAILED_KEPT_MAX },
  stackTraceLimit: 1,
};

/** Opens the queue on Redis, or else in the store's database. Close it before the store. */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const telemetry = options.telemetry === true ? await openJobTelemetry() : undefined;
  const backEnd =
    options.redisUrl === undefined
      ? await openPostgresBackEnd(options.connection, options.logger, telemetry)
      : await openRedisBackEnd(options.redisUrl, options.namespace ?? NAMESPACE, options.logger, telemetry);
  return makeQueue(backEnd);
}

function makeQueue(backEnd: BackEnd): Queue {
  const { logger } = backEnd;
  const queues = new Map<StageName, BullQueue>();
  const running = new Set<RunningStage>();
  let closing: Promise<void> | undefined;

  function queueOf(stage: StageName): BullQueue {
    const existing = queues.get(stage);
    if (existing !== undefined) return existing;
    const made = backEnd.makeQueue(stage);
    made.on("error", (error) => logger?.error({ err: error, stage }, "the queue broke"));
    queues.set(stage, made);
    return made;
  }

  function track(stage: RunningStage): RunningStage {
    let stopping: Promise<void> | undefined;
    const tracked: RunningStage = {
      stop() {
        stopping ??= stage.stop().finally(() => running.delete(tracked));
        return stopping;
      },
    };
    running.add(tracked);
    return tracked;
  }

  /** A failure of the server is one line of the log already; a payload that does not fit is a mistake of ours. */
  async function hint(ask: () => Promise<void>): Promise<void> {
    await backEnd.hint(ask).catch((error: unknown) => {
      if (isFinal(error)) throw error;
      logger?.warn({ err: error }, "a hint did not reach the queue; the reconciler finds its work");
    });
  }

  return {
    backEnd: backEnd.name,

    async enqueue(stage, payload, enqueueOptions = {}) {
      const dedupeId = enqueueOptions.dedupeId ?? (ONE_WAITING.has(stage) ? payload.municipalityId : undefined);
      await queueOf(stage).add(stage, checkPayload(stage, payload), {
        ...JOB_OPTIONS,
        ...timing(enqueueOptions),
        // Without keepLastIfActive a job would be dropped while one runs that may have read the store already.
        ...(dedupeId !== undefined && { deduplication: { id: dedupeId, keepLastIfActive: true } }),
      });
    },

    async enqueueMany(stage, payloads, enqueueOptions = {}) {
      if (payloads.length === 0) return;
      if (ONE_WAITING.has(stage)) {
        for (const payload of payloads) await this.enqueue(stage, payload, enqueueOptions);
        return;
      }
      await queueOf(stage).addBulk(
        payloads.map((payload) => ({
          name: stage,
          data: checkPayload(stage, payload),
          opts: { ...JOB_OPTIONS, ...timing(enqueueOptions) },
        })),
      );
    },

    get hints() {
      return {
        enqueue: (...job: Parameters<Queue["enqueue"]>) => hint(() => this.enqueue(...job)),
        enqueueMany: (...jobs: Parameters<Queue["enqueueMany"]>) => hint(() => this.enqueueMany(...jobs)),
      };
    },

    async startStage(stage, handler, stageOptions = {}) {
      const giveUp = async (payload: unknown, error: unknown): Promise<void> => {
        const parsed = stages[stage].payload.safeParse(payload);
        if (!parsed.success || stageOptions.onExhausted === undefined) return;
        try {
          await stageOptions.onExhausted(parsed.data as Parameters<typeof handler>[0], error);
        } catch (failure) {
          logger?.error({ err: failure, stage }, "giving up a job failed; the reconciler will find its work");
        }
      };
      const processJob = async (job: Job): Promise<void> => {
        try {
          const running = job.opts.priority === undefined ? {} : { priority: job.opts.priority };
          await handler(checkPayload(stage, job.data) as Parameters<typeof handler>[0], running);
        } catch (error) {
          const last = isFinal(error) || job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
          logger?.error({ err: error, stage, job: job.id, attempt: job.attemptsMade + 1, last }, "a job failed");
          if (last) await giveUp(job.data, error);
          throw toJobFailure(error);
        }
      };
      const worker = backEnd.makeWorker(stage, processJob, {
        concurrency: stageOptions.concurrency ?? 1,
        lockDuration: LOCK_MS,
        stalledInterval: STALLED_CHECK_MS,
        maxStalledCount: STALLED_MAX,
      });
      worker.on("error", (error) => logger?.error({ err: error, stage }, "a worker broke"));
      worker.on("failed", (job, error) => {
        if (job === undefined || wasReported(error)) return;
        logger?.error({ stage, job: job.id }, "a job took its process down too often");
        void giveUp(job.data, tookProcessDown());
      });
      await worker.waitUntilReady();
      return track({ stop: () => worker.close() });
    },

    async startSchedule(tasks, owner) {
      return track(await startSchedule(backEnd, tasks, owner));
    },

    isAway: backEnd.isAway,

    async health() {
      const start = performance.now();
      const measured: { stages: Partial<Record<StageName, StageLoad>>; reachable: boolean } = {
        stages: {},
        reachable: false,
      };
      const measure = async (): Promise<void> => {
        await backEnd.ping();
        const loads = await Promise.all(STAGE_NAMES.map((stage) => loadOf(queueOf(stage))));
        STAGE_NAMES.forEach((stage, index) => {
          const load = loads[index];
          if (load !== undefined) measured.stages[stage] = load;
        });
        measured.reachable = true;
      };
      await Promise.race([
        measure().catch((error: unknown) => logger?.warn({ err: error }, "the queue does not answer")),
        new Promise((resolve) => setTimeout(resolve, HEALTH_TIMEOUT_MS).unref()),
      ]);
      const health: QueueHealth = {
        backEnd: backEnd.name,
        reachable: measured.reachable,
        latencyMs: Math.round(performance.now() - start),
        stages: measured.reachable ? { ...measured.stages } : {},
      };
      return health;
    },

    async forgetNotes(municipalityId, noteIds) {
      const gone = new Set(noteIds);
      for (const stage of NOTE_STAGES) {
        const jobs = await queueOf(stage).getJobs(["waiting", "delayed", "prioritized", "failed"]);
        for (const job of jobs) {
          const parsed = stages[stage].payload.safeParse(job?.data);
          if (!parsed.success || parsed.data.municipalityId !== municipalityId) continue;
          const left = parsed.data.noteIds.filter((id) => !gone.has(id));
          if (left.length === parsed.data.noteIds.length) continue;
          // The new job first: a job too many does no harm.
          if (left.length > 0) {
            const { priority } = job.opts;
            const kept = { delayMs: job.delay, ...(priority !== undefined && { priority }) };
            await this.enqueue(stage, { municipalityId, noteIds: left }, kept);
          }
          await job.remove();
        }
      }
    },

    async hurryNotes(municipalityId) {
      for (const stage of NOTE_STAGES) {
        for (const job of await queueOf(stage).getJobs(["delayed"])) {
          const parsed = stages[stage].payload.safeParse(job?.data);
          if (!parsed.success || parsed.data.municipalityId !== municipalityId) continue;
          // One that is no longer delayed needs no hurry.
          await job.promote().catch(() => undefined);
        }
      }
    },

    openBoard: (path) => openBoard(path, STAGE_NAMES.map(queueOf)),

    async idle() {
      // In the order of the flow: work only moves downstream, so what left one queue is seen in the next.
      for (const stage of STAGE_NAMES) {
        const load = await loadOf(queueOf(stage));
        if (load.waiting + load.active + load.delayed > 0) return false;
      }
      return true;
    },

    async stopWork() {
      await Promise.all([...running].map((stage) => stage.stop()));
    },

    close() {
      closing ??= (async () => {
        await this.stopWork();
        await Promise.all([...queues.values()].map((queue) => queue.close()));
        await backEnd.close();
      })();
      return closing;
    },
  };
}

function timing({ delayMs, priority }: Pick<EnqueueOptions, "delayMs" | "priority">): JobsOptions {
  return { ...(delayMs !== undefined && { delay: delayMs }), ...(priority !== undefined && { priority }) };
}

function tookProcessDown(): ProductError {
  return new ProductError("took-its-process-down", "Bij deze notitie stopte het programma er steeds mee.");
}

async function loadOf(queue: BullQueue): Promise<StageLoad> {
  const counts = await queue.getJobCounts("waiting", "prioritized", "active", "delayed", "failed");
  return {
    // BullMQ keeps jobs with a priority apart from those without.
    waiting: (counts.waiting ?? 0) + (counts.prioritized ?? 0),
    active: counts.active ?? 0,
    delayed: counts.delayed ?? 0,
    failed: counts.failed ?? 0,
  };
}

/** Only what the stage's schema names gets into a job, so that no text can travel with it. */
function checkPayload(stage: StageName, payload: unknown): unknown {
  const parsed = stages[stage].payload.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw new ProductError("payload-invalid", "Een opdracht in de werkvoorraad klopt niet. Meld dit aan de beheerder.", {
    detail: `${stage}: ${parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.code}`).join(", ")}`,
  });
}

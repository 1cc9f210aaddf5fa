import { ProductError } from "@rode-draad/domain";
import { Queue, Worker } from "bullmq";
import { Redis } from "ioredis";
import { type BackEnd, EVENTS_KEPT_MAX, type QueueLogger } from "../back-end.js";
import type { JobTelemetry } from "../job-telemetry.js";
import { openHints } from "./open-hints.js";
import { watchOutage } from "./watch-outage.js";

/** A caller that adds a job waits for a person or an import: after this many broken tries it must hear that Redis is gone. */
const TRIES_PER_ADD_MAX = 3;

/** A server that takes longer to accept a connection is not there. */
const CONNECT_TIMEOUT_MS = 5_000;

/** Reconnecting goes on for ever, with pauses up to this, so that the flow resumes within seconds of Redis coming back. */
const RECONNECT_PAUSE_MAX_MS = 2_000;
const RECONNECT_PAUSE_STEP_MS = 100;

/** The queue on a Redis server. Adding fails fast; workers wait for Redis to come back, as BullMQ requires. */
export async function openRedisBackEnd(
  url: string,
  prefix: string,
  logger: QueueLogger | undefined,
  telemetry?: JobTelemetry,
): Promise<BackEnd> {
  const shared = {
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    retryStrategy: (tries: number) => Math.min(tries * RECONNECT_PAUSE_STEP_MS, RECONNECT_PAUSE_MAX_MS),
  };
  const adding = new Redis(url, { ...shared, maxRetriesPerRequest: TRIES_PER_ADD_MAX });
  const working = new Redis(url, { ...shared, maxRetriesPerRequest: null });
  // What breaks before it is open is thrown below, and afterwards it shows as an outage.
  for (const client of [adding, working]) client.on("error", () => undefined);
  try {
    await Promise.all([adding.connect(), working.connect()]);
    await adding.ping();
  } catch (error) {
    adding.disconnect();
    working.disconnect();
    throw new ProductError(
      "queue-unreachable",
      `Redis antwoordt niet op ${new URL(url).host}. Start Redis, of laat REDIS_URL weg, dan staat de wachtrij in de database.`,
      { cause: error, retryable: true, detail: error instanceof Error ? error.message : String(error) },
    );
  }
  const told = telemetry === undefined ? {} : { telemetry };
  const outage = watchOutage([adding, working], new URL(url).host, logger);
  return {
    name: "redis",
    logger: outage.logger,
    makeQueue: (name) =>
      new Queue(name, { connection: adding, prefix, streams: { events: { maxLen: EVENTS_KEPT_MAX } }, ...told }),
    makeWorker: (name, processor, options) =>
      new Worker(name, processor, { connection: working, prefix, ...options, ...told }),
    isAway: outage.isGone,
    async ping() {
      await adding.ping();
    },
    hint: openHints(),
    async close() {
      outage.stop();
      adding.disconnect();
      working.disconnect();
    },
  };
}

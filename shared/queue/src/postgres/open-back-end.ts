import { ProductError } from "@rode-draad/domain";
import { createPostgresBackend, isPgPool, type PgPool, runMigrations, withBackend } from "bullmq";
import pg from "pg";
import { type BackEnd, EVENTS_KEPT_MAX, LOCK_MS, type QueueLogger } from "../back-end.js";
import type { JobTelemetry } from "../job-telemetry.js";
import { holdLocks, rightTimes } from "./right-times.js";

/** BullMQ's own schema; it can only be this name when the connections are ours to share. */
const SCHEMA = "bullmq";

/** Each running stage keeps one connection for LISTEN; with eight of them five are left to fetch and finish jobs. */
const CONNECTIONS_MAX = 13;

/** Well within the life of a lock, so that a wrong time never holds work up much longer than a right one. */
const RIGHT_TIMES_EVERY_MS = 10_000;

const { Queue, Worker } = withBackend(createPostgresBackend);

/** The queue in the store's own database. All queues and workers of this process share one pool. */
export async function openPostgresBackEnd(
  connection: pg.PoolConfig,
  logger: QueueLogger | undefined,
  telemetry?: JobTelemetry,
): Promise<BackEnd> {
  const pool = new pg.Pool({
    ...connection,
    max: CONNECTIONS_MAX,
    // BullMQ turns this on for a listener it makes itself; for ours it must be asked.
    keepAlive: true,
    options: `-c search_path=${SCHEMA}`,
  });
  // Each queue and worker listens to the pool they share.
  pool.setMaxListeners(0);
  pool.on("error", (error) => logger?.error({ err: error }, "an idle queue connection broke"));
  // One that drops while it is lent out tells only itself, and would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    const client = await pool.connect();
    try {
      await runMigrations(client, SCHEMA);
      await holdLocks(client, LOCK_MS);
    } finally {
      client.release();
    }
  } catch (error) {
    await pool.end();
    throw new ProductError(
      "queue-unavailable",
      "De werkvoorraad in de database kan niet worden geopend. Controleer of de database draait en of deze gebruiker tabellen mag maken.",
      { cause: error, retryable: true, detail: error instanceof Error ? error.message : String(error) },
    );
  }
  const shared = asBullPool(pool);
  const told = telemetry === undefined ? {} : { telemetry };
  const righting = setInterval(() => {
    rightTimes(pool).catch((error: unknown) => logger?.error({ err: error }, "the times of jobs were not righted"));
  }, RIGHT_TIMES_EVERY_MS);
  righting.unref();
  return {
    name: "postgres",
    logger,
    makeQueue: (name) =>
      new Queue(name, { connection: shared, streams: { events: { maxLen: EVENTS_KEPT_MAX } }, ...told }),
    makeWorker: (name, processor, options) => new Worker(name, processor, { connection: shared, ...options, ...told }),
    isAway: () => false,
    async ping() {
      await pool.query("select 1");
    },
    // The store that has the work answered a moment ago, and is the same server.
    hint: (ask) => ask(),
    async close() {
      clearInterval(righting);
      await pool.end();
    },
  };
}

/** node-postgres' own types overload `on` in a way that BullMQ's narrower ones do not recognise. */
function asBullPool(pool: unknown): PgPool {
  if (!isPgPool(pool)) throw new TypeError("This is no node-postgres pool.");
  return pool;
}

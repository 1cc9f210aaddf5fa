import { flushRedis } from "@rode-draad/queue/testing";
import { countNotesUnderWay, listStuckNotes } from "@rode-draad/store";
import { atMost, type FigureRow } from "../quality/figure-row.js";
import { deliver, type Installation, isWorkedOut, makeNotes, openInstallation, secondsUntil } from "./installation.js";
import { type FaultServer, pause, query, startRedisServer } from "./servers.js";
import { type CommandProcess, startCommand, startWorker } from "./worker-process.js";

export interface OutageOptions {
  readonly restarts: number;
  readonly connectionKills: number;
  readonly flushes: number;
  readonly listenerKills: number;
}

const FLOW_SECONDS_MAX = 30;
const RED_SECONDS_MAX = 15;
/** Long enough for one round; a round that takes it was lost. */
const ROUND_SECONDS_MAX = 120;
export const READY_SECONDS_MAX = 60;
const NOTES_PER_ROUND = 5;

export type Fault = (between: () => Promise<void>) => Promise<void>;

/**
 * R2: takes away a server, its connections or everything it holds, again and again while notes come in, and measures how long it takes
 * until the notes that were under way have their themes. The last round of each server stays away until health says so.
 */
export async function measureOutages(
  servers: { readonly postgres: FaultServer; readonly redis: FaultServer; readonly databaseUrl: string },
  options: OutageOptions,
): Promise<FigureRow[]> {
  const { postgres, redis, databaseUrl } = servers;
  const installation = await openInstallation({ DATABASE_URL: databaseUrl, REDIS_URL: redis.url });
  const workers = [1, 2].map(() => startWorker(installation.environment, installation.logFile));
  try {
    await secondsUntil(async () => workers.every((worker) => worker.isWorking()), READY_SECONDS_MAX);
    const round = rounds(installation);
    return [
      ...(await round("Redis restarts", options.restarts, restartOf(redis))),
      ...(await round("Postgres restarts", options.restarts, restartOf(postgres))),
      ...(await round(
        "connections of the database killed",
        options.connectionKills,
        connectionKill(postgres, databaseUrl),
      )),
      ...(await round("FLUSHALL", options.flushes, flushOf(redis))),
      ...(await measureHealth(installation, workers, { redis, postgres })),
    ];
  } finally {
    await Promise.all(workers.map((worker) => worker.kill()));
    await installation.close();
  }
}

/** The same for a Redis that keeps nothing: every restart takes all jobs with it. */
export async function measureForgetful(databaseUrl: string, { restarts }: OutageOptions): Promise<FigureRow[]> {
  const redis = await startRedisServer({ persistent: false });
  if (redis === undefined) return [];
  const installation = await openInstallation({ DATABASE_URL: databaseUrl, REDIS_URL: redis.url });
  const worker = startWorker(installation.environment, installation.logFile);
  try {
    await secondsUntil(async () => worker.isWorking(), READY_SECONDS_MAX);
    return await rounds(installation)("restarts of a Redis that keeps nothing", restarts, restartOf(redis));
  } finally {
    await worker.kill();
    await installation.close();
    await redis.remove();
  }
}

/** The same for the queue in the database: its listeners are cut off, all connections but those of the store. */
export async function measureListeners(
  servers: { readonly postgres: FaultServer; readonly databaseUrl: string },
  { listenerKills }: OutageOptions,
): Promise<FigureRow[]> {
  const installation = await openInstallation({ DATABASE_URL: servers.databaseUrl });
  const worker = startWorker(installation.environment, installation.logFile);
  const kill = (): Promise<unknown> =>
    query(
      servers.postgres.url,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = $1 and query ilike 'listen %' and pid <> pg_backend_pid()`,
      [new URL(servers.databaseUrl).pathname.slice(1)],
    );
  try {
    await secondsUntil(async () => worker.isWorking(), READY_SECONDS_MAX);
    return await rounds(installation)("listeners killed", listenerKills, async (between) => {
      await kill();
      await between();
    });
  } finally {
    await worker.kill();
    await installation.close();
  }
}

/** Runs a fault some times over, with notes handed in before and during it. */
export function rounds(installation: Installation) {
  const stock = [...makeNotes(1_450)];
  return async (name: string, times: number, fault: Fault): Promise<FigureRow[]> => {
    let worst = 0;
    let lost = 0;
    for (let time = 0; time < times; time += 1) {
      const notes = stock.splice(0, NOTES_PER_ROUND * 2);
      await deliver(installation, notes.slice(0, NOTES_PER_ROUND));
      await fault(async () => {
        // Notes that come while a server is away are refused, and sent again as a sender does.
        await secondsUntil(async () => {
          await deliver(installation, notes.slice(NOTES_PER_ROUND));
          return true;
        }, ROUND_SECONDS_MAX);
      });
      const seconds = await secondsUntil(async () => (await left(installation)) === 0, ROUND_SECONDS_MAX);
      process.stderr.write(`${name} ${time + 1}: ${seconds.toFixed(1)} s\n`);
      worst = Math.max(worst, seconds);
      lost += seconds === ROUND_SECONDS_MAX ? await left(installation) : 0;
    }
    return [
      atMost(`${name} × ${times}: seconds until the flow resumed, worst`, FLOW_SECONDS_MAX, worst),
      atMost(`${name} × ${times}: notes lost`, 0, lost),
      // No note is to blame for what happens to a server.
      atMost(`${name} × ${times}: notes set aside`, 0, await countStuck(installation)),
    ];
  };
}

function left({ product: { store, municipalityId } }: Installation): Promise<number> {
  return countNotesUnderWay(store.db, municipalityId);
}

async function countStuck({ product: { store, municipalityId } }: Installation): Promise<number> {
  return (await listStuckNotes(store.db, municipalityId)).length;
}

function restartOf(server: FaultServer): Fault {
  return async (between) => {
    await server.kill();
    await server.start();
    await between();
  };
}

function connectionKill(postgres: FaultServer, databaseUrl: string): Fault {
  return async (between) => {
    await query(
      postgres.url,
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()",
      [new URL(databaseUrl).pathname.slice(1)],
    );
    await between();
  };
}

function flushOf(redis: FaultServer): Fault {
  return async (between) => {
    const handedIn = between();
    await flushRedis(redis.url);
    await handedIn;
    await flushRedis(redis.url);
  };
}

/** Health of a running server, asked over HTTP as a monitor does, when a part is gone and when nobody works. */
async function measureHealth(
  installation: Installation,
  workers: readonly CommandProcess[],
  { redis, postgres }: { readonly redis: FaultServer; readonly postgres: FaultServer },
): Promise<FigureRow[]> {
  await secondsUntil(() => isWorkedOut(installation), ROUND_SECONDS_MAX);
  const server = startCommand(["serve", "--no-workers"], installation.environment, installation.logFile);
  try {
    const address = await addressOf(server);
    const isRed = async (): Promise<boolean> => (await statusOf(address)) === 503;
    const isGreen = async (): Promise<boolean> => (await statusOf(address)) === 200;
    await secondsUntil(isGreen, READY_SECONDS_MAX);
    const rows: FigureRow[] = [];
    for (const [name, one] of [
      ["Redis", redis],
      ["Postgres", postgres],
    ] as const) {
      await one.kill();
      rows.push(atMost(`health red without ${name}, in seconds`, RED_SECONDS_MAX, await secondsUntil(isRed, 60)));
      await one.start();
      rows.push(
        atMost(`health green again with ${name}, in seconds`, FLOW_SECONDS_MAX, await secondsUntil(isGreen, 60)),
      );
    }
    await Promise.all(workers.map((worker) => worker.kill()));
    await pause(500);
    await deliver(installation, makeNotes(1_480).slice(-20));
    rows.push(atMost("health red when nobody works, in seconds", RED_SECONDS_MAX, await secondsUntil(isRed, 60)));
    return rows;
  } finally {
    await server.kill();
  }
}

export async function addressOf({ child }: CommandProcess): Promise<string> {
  return await new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (data) => {
      said += String(data);
      const found = /op (http:\/\/\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once("exit", () => reject(new Error("The server ended before it listened.")));
  });
}

async function statusOf(address: string): Promise<number> {
  return (await fetch(`${address}/gezondheid/klaar`, { signal: AbortSignal.timeout(3_000) })).status;
}

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";

/** A Redis for one test run; `stop` ends it when it was started for the run. */
export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
}

/** A server on this machine answers at once or not at all. */
const CONNECT_TIMEOUT_MS = 1_500;
const START_TRIES_MAX = 50;
const START_PAUSE_MS = 100;

/** Names the Redis that was started for a whole run. Not REDIS_URL, which would move the product itself to Redis. */
export const TEST_REDIS_VARIABLE = "RODEDRAAD_TEST_REDIS_URL";

/** The server at REDIS_URL or the usual place, else one of our own when `redis-server` is on the path. Undefined when neither. */
export async function findRedis(environment: NodeJS.ProcessEnv = process.env): Promise<TestRedis | undefined> {
  const url = environment[TEST_REDIS_VARIABLE] || environment.REDIS_URL || "redis://127.0.0.1:6379";
  if (await answers(url)) return { url, stop: async () => undefined };
  return await startRedis();
}

/** Starts `redis-server` on a free port, without a file on disk. Undefined when there is no such program. */
export async function startRedis(settings: readonly string[] = []): Promise<TestRedis | undefined> {
  const port = await freePort();
  const directory = await mkdtemp(join(tmpdir(), "rode-draad-redis-"));
  const child = spawn(
    "redis-server",
    ["--port", String(port), "--save", "", "--appendonly", "no", "--dir", directory, ...settings],
    {
      stdio: "ignore",
    },
  );
  const stop = async (): Promise<void> => {
    await end(child);
    await rm(directory, { recursive: true, force: true });
  };
  const missing = new Promise<boolean>((resolve) => child.once("error", () => resolve(true)));
  const url = `redis://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < START_TRIES_MAX; attempt += 1) {
    if (await Promise.race([missing, pause(START_PAUSE_MS)])) break;
    if (await answers(url)) return { url, stop };
  }
  await stop();
  return undefined;
}

/** Removes all keys of a namespace. */
export async function dropNamespace(url: string, namespace: string): Promise<void> {
  const client = new Redis(url);
  try {
    for await (const keys of client.scanStream({ match: `${namespace}:*`, count: 1_000 })) {
      if (Array.isArray(keys) && keys.length > 0) await client.del(...keys);
    }
  } finally {
    client.disconnect();
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Redis(url, { lazyConnect: true, connectTimeout: CONNECT_TIMEOUT_MS, retryStrategy: () => null });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.ping();
    return true;
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}

async function pause(ms: number): Promise<false> {
  await new Promise((resolve) => setTimeout(resolve, ms));
  return false;
}

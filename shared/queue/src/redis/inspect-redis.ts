import { ProductError } from "@rode-draad/domain";
import { Redis } from "ioredis";

/** What an operator must know of a Redis or Valkey server before the queue is on it. */
export interface RedisFacts {
  readonly name: "Redis" | "Valkey";
  readonly version: string;
  /** What it does when its memory is full; only `noeviction` keeps jobs. */
  readonly memoryPolicy: string;
  /** 0: as much as the machine has, so that nothing is ever thrown out. */
  readonly memoryMaxBytes: number;
  /** Whether jobs outlive a restart: an append-only file, or snapshots. Undefined when the server does not tell. */
  readonly isPersistent?: boolean;
  /** The last time it wrote to disk went wrong. */
  readonly failedToWrite: boolean;
  /** How far its clock is ahead of this machine's, in milliseconds. */
  readonly clockAheadMs: number;
}

/** A server that takes longer to answer is not there. */
const TIMEOUT_MS = 5_000;

/** What a server says that wants a password, or another one. */
const LOCKED = /NOAUTH|WRONGPASS|NOPERM/;

/** Looks at a server and changes nothing. @throws ProductError `queue-unreachable`, `queue-locked` */
export async function inspectRedis(url: string, now: () => number = Date.now): Promise<RedisFacts> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: TIMEOUT_MS,
    commandTimeout: TIMEOUT_MS,
    retryStrategy: () => null,
  });
  let cause: unknown;
  client.on("error", (error: Error) => {
    cause = error;
  });
  try {
    await client.connect();
    const info = readInfo(await client.info());
    const before = now();
    const [seconds, microseconds] = await client.time();
    const halfway = (before + now()) / 2;
    const isPersistent = info.get("aof_enabled") === "1" || (await makesSnapshots(client));
    return {
      name: info.has("valkey_version") ? "Valkey" : "Redis",
      version: info.get("valkey_version") ?? info.get("redis_version") ?? "",
      memoryPolicy: info.get("maxmemory_policy") ?? "",
      memoryMaxBytes: Number(info.get("maxmemory") ?? 0),
      ...(isPersistent !== undefined && { isPersistent }),
      failedToWrite: info.get("rdb_last_bgsave_status") === "err" || info.get("aof_last_write_status") === "err",
      clockAheadMs: Math.round(Number(seconds) * 1_000 + Number(microseconds) / 1_000 - halfway),
    };
  } catch (error) {
    if (LOCKED.test(`${String(cause)} ${String(error)}`)) {
      throw new ProductError(
        "queue-locked",
        `Redis op ${new URL(url).host} vraagt om een wachtwoord of weigert dit. Zet het in REDIS_URL: redis://naam:wachtwoord@server.`,
        { cause: error },
      );
    }
    throw new ProductError(
      "queue-unreachable",
      `Redis antwoordt niet op ${new URL(url).host}. Start Redis, of laat REDIS_URL weg, dan staat de wachtrij in de database.`,
      { cause: cause ?? error, retryable: true },
    );
  } finally {
    client.disconnect();
  }
}

/** `key:value` lines, with headings in between. */
function readInfo(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .split(/\r?\n/)
      .filter((line) => line.includes(":") && !line.startsWith("#"))
      .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)] as const),
  );
}

/** A hosted server often forbids CONFIG; then nobody here can tell. */
async function makesSnapshots(client: Redis): Promise<boolean | undefined> {
  try {
    const [, save] = (await client.config("GET", "save")) as string[];
    return (save ?? "") !== "";
  } catch {
    return undefined;
  }
}

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import pg from "pg";

/** A server that the suite itself started, on a port and in a folder of its own, and may therefore kill. */
export interface FaultServer {
  readonly url: string;
  /** Ends the process at once, as a crash does. */
  kill(): Promise<void>;
  /** Starts it again on the same port and folder; resolves when it answers. */
  start(): Promise<void>;
  /** Ends it and removes its folder. */
  remove(): Promise<void>;
}

/** Where Debian and Ubuntu install it. */
const POSTGRES_ROOT = "/usr/lib/postgresql";

const START_MS_MAX = 30_000;
const START_PAUSE_MS = 50;

export interface RedisOptions {
  /** Keeps what it has on disk, so that a restart loses nothing. */
  readonly persistent: boolean;
  readonly settings?: readonly string[];
  /** Where its folder is made; the system's own place when absent. */
  readonly parent?: string;
}

/** Whether this machine has both servers, so that the suite can start its own. */
export function hasServers(): boolean {
  const folders = installedFolders(POSTGRES_ROOT);
  return findProgram("redis-server", []) !== undefined && findProgram("initdb", folders) !== undefined;
}

/** Undefined when the machine has no `redis-server`. */
export async function startRedisServer(options: RedisOptions): Promise<FaultServer | undefined> {
  const program = findProgram("redis-server", []);
  if (program === undefined) return undefined;
  const folder = await mkdtemp(join(options.parent ?? tmpdir(), "rode-draad-faults-redis-"));
  const port = await freePort();
  const keeping = options.persistent
    ? ["--appendonly", "yes", "--appendfsync", "always"]
    : ["--appendonly", "no", "--save", ""];
  const line = [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--dir",
    folder,
    ...keeping,
    ...(options.settings ?? []),
  ];
  return await startServer({
    url: `redis://127.0.0.1:${port}`,
    folder,
    spawn: () => spawn(program, line, { stdio: "ignore" }),
    answers: () => speaksOn(port, "PING\r\n", "PONG"),
  });
}

/** Has a Redis do something, in the words of its own command line. */
export async function tellRedis({ url }: Pick<FaultServer, "url">, command: string): Promise<void> {
  if (!(await speaksOn(Number(new URL(url).port), `${command}\r\n`, "OK")))
    throw new Error(`Redis refuses ${command}.`);
}

/**
 * Undefined when the machine has no PostgreSQL. It refuses to run as root, so root starts it as the user `postgres`; its number is
 * that of the postmaster itself, since no shell stands in between.
 */
export async function startPostgresServer({
  settings = [],
  parent = tmpdir(),
}: {
  readonly settings?: readonly string[];
  readonly parent?: string;
} = {}): Promise<FaultServer | undefined> {
  const folders = installedFolders(POSTGRES_ROOT);
  const [program, initdb] = [findProgram("postgres", folders), findProgram("initdb", folders)];
  if (program === undefined || initdb === undefined) return undefined;
  const folder = await mkdtemp(join(parent, "rode-draad-faults-postgres-"));
  const user = unprivilegedUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  execFileSync(initdb, ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"], {
    ...user,
    stdio: "ignore",
    env: { PATH: process.env.PATH },
  });
  const port = await freePort();
  const own = { port, listen_addresses: "127.0.0.1", unix_socket_directories: folder, max_connections: 300 };
  const line = [
    ...["-D", data],
    ...[...Object.entries(own).map(([name, value]) => `${name}=${value}`), ...settings].flatMap((one) => ["-c", one]),
  ];
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  return await startServer({
    url,
    folder,
    spawn: () => spawn(program, line, { ...user, cwd: folder, stdio: "ignore", env: { PATH: process.env.PATH } }),
    answers: () => answersQuery(url),
  });
}

interface ServerKind {
  readonly url: string;
  readonly folder: string;
  readonly spawn: () => ChildProcess;
  readonly answers: () => Promise<boolean>;
}

async function startServer(kind: ServerKind): Promise<FaultServer> {
  let child: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  };
  const start = async (): Promise<void> => {
    const end = performance.now() + START_MS_MAX;
    while (performance.now() < end) {
      // A server that was killed can leave helpers behind that keep its folder for a moment: then the new one ends by itself.
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) child = kind.spawn();
      await pause(START_PAUSE_MS);
      if (child.exitCode === null && (await kind.answers())) return;
    }
    throw new Error(`The server at ${kind.url} does not start.`);
  };
  const onExit = (): void => void child?.kill("SIGKILL");
  process.once("exit", onExit);
  await start();
  return {
    url: kind.url,
    kill,
    start,
    async remove() {
      process.off("exit", onExit);
      await kill();
      await rm(kind.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** An empty database on a server of the suite. Gives back its address. */
export async function makeDatabase(serverUrl: string, name: string): Promise<string> {
  await query(serverUrl, `create database ${name}`);
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  return address.href;
}

/** One statement over a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(
  url: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(statement, [...values])).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

async function answersQuery(url: string): Promise<boolean> {
  return await query(url, "select 1").then(
    () => true,
    () => false,
  );
}

async function speaksOn(port: number, say: string, hear: string): Promise<boolean> {
  const { createConnection } = await import("node:net");
  return await new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1" }, () => socket.write(say));
    const end = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => end(false));
    socket.once("data", (data) => end(String(data).includes(hear)));
    socket.once("error", () => end(false));
  });
}

/** On the path, else in one of the folders. */
function findProgram(name: string, folders: readonly string[]): string | undefined {
  const places = [...(process.env.PATH ?? "").split(delimiter), ...folders].filter((place) => place !== "");
  return places.map((place) => join(place, name)).find((file) => existsSync(file));
}

/** `bin` of each installed version, the newest first: Debian keeps them off the path. */
function installedFolders(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => join(root, version, "bin"));
}

/** Whom root runs PostgreSQL as; undefined when this process is not root. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const number = (flag: string): number => Number(execFileSync("id", [flag, "postgres"]).toString());
  return { uid: number("-u"), gid: number("-g") };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

import { explainFailure } from "@rode-draad/runtime";
import { isServerTrouble } from "@rode-draad/store";
import { atMost, type FigureRow, shown } from "../quality/figure-row.js";
import { deliver, type Installation, makeNotes, openInstallation, secondsUntil } from "./installation.js";
import { type Fault, READY_SECONDS_MAX, rounds } from "./measure-outages.js";
import { type FaultServer, makeDatabase, pause, query, startPostgresServer, startRedisServer } from "./servers.js";
import { mountSmallDisk, type SmallDisk } from "./small-disk.js";
import { startWorker } from "./worker-process.js";

/** Workers run into it several times over. */
const REFUSED_MS = 3_000;
/** A fresh database and its log take 60 MiB; the rest is filled up. */
const POSTGRES_DISK_MIB = 256;
const REDIS_DISK_MIB = 32;
/** How a Redis with a full disk behaves that does not end by itself. */
const EVERY_SECOND = ["--appendfsync", "everysec"];

/** Handed in while a server takes nothing. */
const LATE_NOTES = makeNotes(1_480).slice(-10);

/**
 * Servers that answer and take nothing: a database that is read-only, a full disk under the database, a full disk under the queue. The
 * door refuses in one sentence, and when the server takes things again the flow resumes with nothing lost and nothing set aside.
 */
export async function measureRefusals(
  servers: { readonly postgres: FaultServer; readonly redis: FaultServer; readonly databaseUrl: string },
  { times }: { readonly times: number },
): Promise<FigureRow[]> {
  const { postgres, redis, databaseUrl } = servers;
  const rows = await withWorker({ DATABASE_URL: databaseUrl, REDIS_URL: redis.url }, async (installation) => {
    const refused = refusals(installation, { mayFit: false });
    return [
      ...(await rounds(installation)("database read-only", times, readOnly(postgres, refused.expect))),
      refused.row("database read-only"),
    ];
  });
  const disk = await mountSmallDisk(POSTGRES_DISK_MIB);
  if (disk === undefined) return [...rows, shown("no disk can be mounted here", Number.NaN)];
  try {
    rows.push(...(await measureFullDisk(disk, { redis, times })));
  } finally {
    await disk.remove();
  }
  const queueDisk = await mountSmallDisk(REDIS_DISK_MIB);
  if (queueDisk === undefined) return rows;
  try {
    const onDisk = await startRedisServer({ persistent: true, parent: queueDisk.folder, settings: EVERY_SECOND });
    if (onDisk === undefined) return rows;
    try {
      const url = await makeDatabase(postgres.url, "faults_queue_disk");
      const during = (installation: Installation) => deliver(installation, LATE_NOTES).catch(() => undefined);
      rows.push(
        ...(await withWorker({ DATABASE_URL: url, REDIS_URL: onDisk.url }, (installation) =>
          // The database takes notes; their jobs are lost.
          rounds(installation)(
            "disk of the queue full",
            times,
            full(queueDisk, onDisk, () => during(installation)),
          ),
        )),
      );
    } finally {
      await onDisk.remove();
    }
  } finally {
    await queueDisk.remove();
  }
  return rows;
}

async function measureFullDisk(
  disk: SmallDisk,
  { redis, times }: { readonly redis: FaultServer; readonly times: number },
): Promise<FigureRow[]> {
  const server = await startPostgresServer({ parent: disk.folder, settings: ["max_wal_size=64MB"] });
  if (server === undefined) return [];
  try {
    const url = await makeDatabase(server.url, "faults_disk");
    return await withWorker({ DATABASE_URL: url, REDIS_URL: redis.url }, async (installation) => {
      const refused = refusals(installation, { mayFit: true });
      return [
        ...(await rounds(installation)("disk of the database full", times, full(disk, server, refused.expect))),
        refused.row("disk of the database full"),
      ];
    });
  } finally {
    await server.remove();
  }
}

async function withWorker(
  servers: Parameters<typeof openInstallation>[0],
  work: (installation: Installation) => Promise<FigureRow[]>,
): Promise<FigureRow[]> {
  const installation = await openInstallation(servers);
  const worker = startWorker(installation.environment, installation.logFile);
  try {
    await secondsUntil(async () => worker.isWorking(), READY_SECONDS_MAX);
    return await work(installation);
  } finally {
    await worker.kill();
    await installation.close();
  }
}

/**
 * Hands notes in that must be refused, and counts what else comes of it. `mayFit`: a full disk may still take what fits in the space
 * that the database had set apart; those notes are taken, and lost if they are not worked out.
 */
function refusals(installation: Installation, { mayFit }: { readonly mayFit: boolean }) {
  let other = 0;
  return {
    async expect(): Promise<void> {
      let failure: unknown;
      try {
        await deliver(installation, LATE_NOTES);
        if (mayFit) return;
      } catch (error) {
        failure = error;
      }
      const sentence = explainFailure(failure);
      if (isServerTrouble(failure) && !sentence.includes("onverwachts")) return;
      other += 1;
      process.stderr.write(`not refused as it should be: ${sentence}\n`);
    },
    row: (name: string) => atMost(`${name}: times that notes were not refused in one sentence`, 0, other),
  };
}

function readOnly(postgres: FaultServer, during: () => Promise<void>): Fault {
  const set = async (value: "on" | "off"): Promise<void> => {
    await query(postgres.url, `alter system set default_transaction_read_only = ${value}`);
    await query(postgres.url, "select pg_reload_conf()");
  };
  return async (between) => {
    await set("on");
    await pause(REFUSED_MS);
    await during();
    await set("off");
    await between();
  };
}

/** A server that ended because of it is started again, as an operator does who made room. */
function full(disk: SmallDisk, server: FaultServer, during: () => Promise<void>): Fault {
  return async (between) => {
    await disk.fill();
    await pause(REFUSED_MS);
    await during();
    await disk.clear();
    await server.start();
    await between();
  };
}

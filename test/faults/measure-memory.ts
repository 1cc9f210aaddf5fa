import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { dayFromNumber, dayNumber } from "@rode-draad/domain";
import type { FixtureNote } from "@rode-draad/fixtures";
import { measureRedis } from "@rode-draad/queue/testing";
import { countNotesUnderWay } from "@rode-draad/store";
import { atMost, type FigureRow, shown } from "../quality/figure-row.js";
import { deliver, makeNotes, openInstallation, openLongImport, type Servers, secondsUntil } from "./installation.js";
import { query } from "./servers.js";
import { type CommandProcess, startWorker } from "./worker-process.js";

const COLLECT = fileURLToPath(new URL("./collect.mjs", import.meta.url));
const COLLECT_MS_MAX = 30_000;
const READY_SECONDS_MAX = 60;
const PIECE = 2_000;
const SECONDS_PER_PIECE_MAX = 300;
const MIB = 1024 * 1024;
const PAGE_BYTES = 4096;
/** Somewhat more than 20,000 notes of the invented municipality span, in whole weeks. */
const ROUND_DAYS = 94 * 7;
/** The first part fills caches and pools. */
const WARM_SHARE = 0.4;
/** Flat as far as pages that the allocator keeps can be told from a slope. */
const SLOPE_MIB_MAX = 2;

/**
 * R5: very many notes through one worker, each round of them later in time than the one before, as where years go by; after every
 * piece, when there is no work left, it is looked at what the queue keeps and what the worker does, once it has collected its garbage.
 * Ten years of notes in the months of one would measure how much a month may hold, which the measure of speed tells.
 */
export async function measureMemory(
  name: string,
  servers: Servers,
  { notes: size }: { readonly notes: number },
): Promise<FigureRow[]> {
  const installation = await openInstallation(servers);
  const { store, municipalityId, queue } = installation.product;
  const worker = startWorker(installation.environment, installation.logFile, {
    nodeOptions: ["--expose-gc", "--import", COLLECT],
  });
  const stock = makeNotes(Math.min(size, 20_000));
  const rounds = Math.ceil(size / stock.length);
  const points: { readonly notes: number; readonly rss: number; readonly queue: number }[] = [];
  try {
    await secondsUntil(async () => worker.isWorking(), READY_SECONDS_MAX);
    await openLongImport(installation);
    for (let done = 0; done < size; done += PIECE) {
      const round = Math.floor(done / stock.length);
      const from = done % stock.length;
      const piece = stock.slice(from, from + PIECE).map((note) => inRound(note, round, rounds));
      await deliver(installation, piece);
      await secondsUntil(
        async () => (await countNotesUnderWay(store.db, municipalityId)) === 0 && (await queue.idle()),
        SECONDS_PER_PIECE_MAX,
      );
      points.push({ notes: done + PIECE, rss: await keptBy(worker), queue: await queueBytes(servers) });
    }
    const warm = points.slice(Math.floor(points.length * WARM_SHARE));
    const [first, last] = [warm[0], warm.at(-1)];
    const growth = first !== undefined && last !== undefined ? (last.queue - first.queue) / MIB : Number.NaN;
    return [
      shown(`${name}: notes`, points.at(-1)?.notes ?? 0),
      shown(`${name}: what the queue keeps at the end, in MiB`, (last?.queue ?? 0) / MIB),
      atMost(`${name}: growth of that after the first ${WARM_SHARE * 100} %, in MiB`, 1, growth),
      shown(`${name}: memory (RSS) of the worker at the end, in MiB`, (last?.rss ?? 0) / MIB),
      atMost(`${name}: slope of that, in MiB per 10,000 notes`, SLOPE_MIB_MAX, (slope(warm) * 10_000) / MIB),
    ];
  } finally {
    await worker.kill();
    await installation.close();
  }
}

/** The same text as another note. The last round happens when the notes do, and each round before it as much earlier as they span. */
function inRound(note: FixtureNote, round: number, rounds: number): FixtureNote {
  const daysEarlier = (rounds - 1 - round) * ROUND_DAYS;
  const datum = dayFromNumber(dayNumber(note.datum) - daysEarlier);
  return { ...note, bronId: `${note.bronId}-${round}`, datum };
}

/** The resident memory in bytes when all garbage is gone. */
async function keptBy({ pid, child }: CommandProcess): Promise<number> {
  const signal = AbortSignal.timeout(COLLECT_MS_MAX);
  process.kill(pid, "SIGUSR2");
  if (child.stderr === null) throw new Error("nobody hears what the worker says");
  for (let said: string | undefined; said?.includes("collected") !== true; )
    [said] = (await once(child.stderr, "data", { signal })).map(String);
  const [, resident = "0"] = (await readFile(`/proc/${pid}/statm`, "utf8")).split(" ");
  return Number(resident) * PAGE_BYTES;
}

async function queueBytes({ REDIS_URL, DATABASE_URL = "" }: Servers): Promise<number> {
  if (REDIS_URL === undefined) {
    const [row] = await query<{ bytes: number }>(
      DATABASE_URL,
      `select coalesce(sum(pg_total_relation_size(oid)), 0)::float8 as bytes from pg_class
       where relnamespace = 'bullmq'::regnamespace and relkind = 'r'`,
    );
    return row?.bytes ?? 0;
  }
  return await measureRedis(REDIS_URL);
}

/** Least squares. */
function slope(points: readonly { readonly notes: number; readonly rss: number }[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(({ notes }) => notes)), mean(points.map(({ rss }) => rss))];
  const up = points.reduce((sum, point) => sum + (point.notes - x) * (point.rss - y), 0);
  return up / points.reduce((sum, point) => sum + (point.notes - x) ** 2, 0);
}

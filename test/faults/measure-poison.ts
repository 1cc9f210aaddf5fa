import { fileURLToPath } from "node:url";
import type { FixtureNote } from "@rode-draad/fixtures";
import { retryStuck } from "@rode-draad/pipeline";
import { countNotesUnderWay, listStuckNotes } from "@rode-draad/store";
import { processorMs } from "../load/processor-ms.js";
import { atLeast, atMost, type FigureRow, shown } from "../quality/figure-row.js";
import {
  deliver,
  type Installation,
  isWorkedOut,
  makeNotes,
  openInstallation,
  type Servers,
  secondsUntil,
} from "./installation.js";
import { type CommandProcess, startWorker } from "./worker-process.js";

const POISON = fileURLToPath(new URL("./poison.mjs", import.meta.url));
const WORDS = ["gooien", "draaien", "eten"] as const;
const SHARE = 0.01;
/** Enough for threads, models and compiled code to be warm before the clock runs. */
const WARM_NOTES = 500;
const SECONDS_MAX = 400;
const READY_SECONDS_MAX = 60;
/** A note with a word of warning at its end; the gate lets it pass. */
const spoil = (note: FixtureNote, word: string): FixtureNote => ({
  ...note,
  tekst: `${note.tekst} Er is gif ${word}.`,
});

export interface PoisonOptions {
  readonly notes: number;
  /** Runs of a few seconds differ among themselves: with and without poison take turns, and the middle one of each counts. */
  readonly runs: number;
}

/** What it took to work out all notes that can be. */
interface Pace {
  readonly seconds: number;
  /** Of the processor, by the worker. */
  readonly workerSeconds: number;
}

/** What became of the others. */
interface Aftermath {
  readonly stuck: number;
  /** Until the last was set aside. */
  readonly quietSeconds: number;
  readonly stillStuck: number;
  readonly retrySeconds: number;
}

/**
 * R4: among the notes one in a hundred throws, never ends or eats all memory when it is cut. All of them are set aside, all others are
 * worked out, and a person can have the ones that were set aside tried again.
 */
export async function measurePoison(
  newServers: () => Promise<Servers>,
  { notes: size, runs }: PoisonOptions,
): Promise<FigureRow[]> {
  const made = makeNotes(size + WARM_NOTES);
  const [warm, notes] = [made.slice(0, WARM_NOTES), made.slice(WARM_NOTES)];
  const poisoned = Math.max(WORDS.length, Math.round(notes.length * SHARE));
  const step = Math.floor(notes.length / poisoned);
  const spoilt = notes.map((note, index) => {
    const turn = Math.floor(index / step);
    const isPoison = index % step === 0 && turn < poisoned;
    return isPoison ? spoil(note, WORDS[turn % WORDS.length] ?? WORDS[0]) : note;
  });

  const without: Pace[] = [];
  const beside: (Pace & Aftermath)[] = [];
  for (let turn = 0; turn < runs; turn++) {
    without.push(await run(await newServers(), { warm, notes, poisoned: 0 }, async () => ({})));
    beside.push(await run(await newServers(), { warm, notes: spoilt, poisoned }, seeAftermath));
  }
  const clean = middle(without.map(({ seconds }) => seconds));
  const seconds = middle(beside.map((one) => one.seconds));
  const stuck = beside.map((one) => one.stuck);
  return [
    shown("R4 notes that throw, loop or eat memory", poisoned),
    atLeast("R4 share of them set aside", 1, Math.min(...stuck) / poisoned),
    atMost("R4 other notes set aside", 0, Math.max(...stuck) - poisoned),
    shown("R4 seconds for all notes, no poison", clean),
    shown("R4 seconds until all healthy notes were done", seconds),
    atMost("R4 throughput lost, in percent", 10, 100 * (1 - clean / seconds)),
    shown("R4 processor seconds of the worker, no poison", middle(without.map((one) => one.workerSeconds))),
    shown("R4 processor seconds of the worker until then", middle(beside.map((one) => one.workerSeconds))),
    shown("R4 seconds more until the last was set aside", Math.max(...beside.map((one) => one.quietSeconds))),
    atMost(
      "R4 notes still stuck after a person had them tried again",
      0,
      Math.max(...beside.map((one) => one.stillStuck)),
    ),
    shown("R4 seconds for that", Math.max(...beside.map((one) => one.retrySeconds))),
  ];
}

interface Work {
  readonly warm: readonly FixtureNote[];
  readonly notes: readonly FixtureNote[];
  /** How many of the notes cannot be worked out. */
  readonly poisoned: number;
}

/** Hands the notes in, lets one worker work, and measures from its first moment until only notes that fail are left. */
async function run<After>(
  servers: Servers,
  { warm, notes, poisoned }: Work,
  after: (installation: Installation, worker: CommandProcess) => Promise<After>,
): Promise<Pace & After> {
  const installation = await openInstallation(servers);
  const environment = { ...installation.environment, NODE_OPTIONS: `--import ${POISON}` };
  const worker = startWorker(environment, installation.logFile);
  try {
    await secondsUntil(async () => worker.isWorking(), READY_SECONDS_MAX);
    await deliver(installation, warm);
    await secondsUntil(() => isWorkedOut(installation), READY_SECONDS_MAX);
    const start = performance.now();
    const startMs = await processorMs(worker);
    await deliver(installation, notes);
    await secondsUntil(async () => (await leftOrStuck(installation)) <= poisoned, SECONDS_MAX);
    const pace = {
      seconds: (performance.now() - start) / 1000,
      workerSeconds: ((await processorMs(worker)) - startMs) / 1000,
    };
    return { ...pace, ...(await after(installation, worker)) };
  } finally {
    await worker.kill();
    await installation.close();
  }
}

/** Waits until the poison was set aside, and has it tried again where it is none. */
async function seeAftermath(installation: Installation, worker: CommandProcess): Promise<Aftermath> {
  const { store, municipalityId } = installation.product;
  const quietSeconds = await secondsUntil(async () => (await left(installation)) === 0, SECONDS_MAX);
  const stuck = (await listStuckNotes(store.db, municipalityId)).length;
  await worker.kill();
  const healthy = startWorker(installation.environment, installation.logFile);
  try {
    await retryStuck(installation.product);
    const retrySeconds = await secondsUntil(async () => (await left(installation)) === 0, READY_SECONDS_MAX * 2);
    return { stuck, quietSeconds, retrySeconds, stillStuck: (await listStuckNotes(store.db, municipalityId)).length };
  } finally {
    await healthy.kill();
  }
}

function middle(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

function left({ product: { store, municipalityId } }: Installation): Promise<number> {
  return countNotesUnderWay(store.db, municipalityId);
}

async function leftOrStuck({ product: { store, municipalityId } }: Installation): Promise<number> {
  return (await countNotesUnderWay(store.db, municipalityId)) + (await listStuckNotes(store.db, municipalityId)).length;
}

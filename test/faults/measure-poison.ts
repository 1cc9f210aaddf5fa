import { fileURLToPath } from "node:url";
import type { FixtureNote } from "@rode-draad/fixtures";
import { countNotesUnderWay, listStuckNotes, retryStuckNotes } from "@rode-draad/store";
import { atLeast, atMost, type FigureRow, shown } from "../quality/figure-row.js";
import { deliver, type Installation, makeNotes, openInstallation, type Servers, secondsUntil } from "./installation.js";
import { type CommandProcess, startWorker } from "./worker-process.js";

const POISON = fileURLToPath(new URL("./poison.mjs", import.meta.url));
const WORDS = ["gooien", "draaien", "eten"] as const;
const SHARE = 0.01;
const SECONDS_MAX = 400;
const READY_SECONDS_MAX = 60;
/** A note with a word of warning at its end; the gate lets it pass. */
const spoil = (note: FixtureNote, word: string): FixtureNote => ({
  ...note,
  tekst: `${note.tekst} Er is gif ${word}.`,
});

export interface PoisonOptions {
  readonly notes: number;
}

/**
 * R4: among the notes one in a hundred throws, never ends or eats all memory when it is cut. All of them are set aside, all others are
 * worked out, and a person can have the ones that were set aside tried again.
 */
export async function measurePoison(
  databases: { readonly clean: Servers; readonly spoilt: Servers },
  { notes: size }: PoisonOptions,
): Promise<FigureRow[]> {
  const notes = makeNotes(size);
  const poisoned = Math.max(WORDS.length, Math.round(notes.length * SHARE));
  const step = Math.floor(notes.length / poisoned);
  const spoilt = notes.map((note, index) => {
    const turn = Math.floor(index / step);
    const isPoison = index % step === 0 && turn < poisoned;
    return isPoison ? spoil(note, WORDS[turn % WORDS.length] ?? WORDS[0]) : note;
  });

  const clean = await run(databases.clean, notes, async (_, seconds) => ({ seconds }));
  return await run(databases.spoilt, spoilt, async (installation, seconds, worker) => {
    const { store, municipalityId, clock, queue } = installation.product;
    const quiet = await secondsUntil(async () => (await left(installation)) === 0, SECONDS_MAX);
    const stuck = await listStuckNotes(store.db, municipalityId);
    await worker.kill();
    const healthy = startWorker(installation.environment, installation.logFile);
    try {
      const noteIds = await retryStuckNotes(store.db, municipalityId, clock());
      if (noteIds.length > 0) await queue.enqueue("questions", { municipalityId, noteIds });
      const again = await secondsUntil(async () => (await left(installation)) === 0, READY_SECONDS_MAX * 2);
      const stillStuck = (await listStuckNotes(store.db, municipalityId)).length;
      return [
        shown("R4 notes that throw, loop or eat memory", poisoned),
        atLeast("R4 share of them set aside", 1, stuck.length / poisoned),
        atMost("R4 other notes set aside", 0, Math.max(0, stuck.length - poisoned)),
        shown("R4 seconds for all notes, no poison", clean.seconds),
        shown("R4 seconds until all healthy notes were done", seconds),
        atMost("R4 throughput lost, in percent", 10, 100 * (1 - clean.seconds / seconds)),
        shown("R4 seconds more until the last was set aside", quiet),
        atMost("R4 notes still stuck after a person had them tried again", 0, stillStuck),
        shown("R4 seconds for that", again),
      ];
    } finally {
      await healthy.kill();
    }
  });
}

/** Hands the notes in, lets one worker work, and measures from its first moment until only notes that fail are left. */
async function run<Result>(
  servers: Servers,
  notes: readonly FixtureNote[],
  after: (installation: Installation, seconds: number, worker: CommandProcess) => Promise<Result>,
): Promise<Result> {
  const installation = await openInstallation(servers);
  const environment = { ...installation.environment, NODE_OPTIONS: `--import ${POISON}` };
  const worker = startWorker(environment, installation.logFile);
  try {
    await secondsUntil(async () => worker.isWorking(), READY_SECONDS_MAX);
    // Its thread and model are warm before the clock runs.
    await deliver(installation, makeNotes(1_480).slice(0, 20));
    await secondsUntil(async () => (await left(installation)) === 0, READY_SECONDS_MAX);
    const poison = notes.filter(({ tekst }) => /gif (gooien|draaien|eten)/.test(tekst)).length;
    const start = performance.now();
    await deliver(installation, notes);
    await secondsUntil(async () => (await leftOrStuck(installation)) <= poison, SECONDS_MAX);
    return await after(installation, (performance.now() - start) / 1000, worker);
  } finally {
    await worker.kill();
    await installation.close();
  }
}

function left({ product: { store, municipalityId } }: Installation): Promise<number> {
  return countNotesUnderWay(store.db, municipalityId);
}

async function leftOrStuck({ product: { store, municipalityId } }: Installation): Promise<number> {
  return (await countNotesUnderWay(store.db, municipalityId)) + (await listStuckNotes(store.db, municipalityId)).length;
}

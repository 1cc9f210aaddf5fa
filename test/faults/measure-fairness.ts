import { countNotesUnderWay } from "@rode-draad/store";
import { atMost, type FigureRow, shown } from "../quality/figure-row.js";
import { deliver, makeNotes, openInstallation, type Servers, secondsUntil } from "./installation.js";
import { pause } from "./servers.js";
import { startWorker } from "./worker-process.js";

const READY_SECONDS_MAX = 60;
const NOTE_SECONDS_MAX = 30;
const BATCH = 1_000;
const SMALL_NOTES = 60;

/** While one municipality hands in very many notes, another hands in one at a time and waits for its themes. */
export async function measureFairness(
  servers: Servers,
  { notes: size }: { readonly notes: number },
): Promise<FigureRow[]> {
  const large = await openInstallation(servers);
  const small = await openInstallation({ ...servers, MUNICIPALITY: "kleinstad" });
  const worker = startWorker(large.environment, large.logFile);
  const leftOf = ({ product: { store, municipalityId } }: typeof large): Promise<number> =>
    countNotesUnderWay(store.db, municipalityId);
  try {
    await secondsUntil(async () => worker.isWorking(), READY_SECONDS_MAX);
    const single = makeNotes(SMALL_NOTES);
    // Thread and model are warm, as in a worker that runs.
    await deliver(small, single.slice(0, 1));
    await secondsUntil(async () => (await leftOf(small)) === 0, READY_SECONDS_MAX);

    const flood = makeNotes(size);
    let flooding = true;
    const flooded = (async () => {
      for (let at = 0; at < flood.length && flooding; at += BATCH) await deliver(large, flood.slice(at, at + BATCH));
      flooding = false;
    })();
    await secondsUntil(async () => (await leftOf(large)) > BATCH, READY_SECONDS_MAX);
    const seconds: number[] = [];
    const deepest: number[] = [];
    for (const note of single.slice(1)) {
      const waiting = await leftOf(large);
      if (waiting === 0) break;
      deepest.push(waiting);
      await deliver(small, [note]);
      seconds.push(await secondsUntil(async () => (await leftOf(small)) === 0, NOTE_SECONDS_MAX));
      await pause(100);
    }
    flooding = false;
    await flooded;
    seconds.sort((one, other) => one - other);
    return [
      shown("fairness: single notes measured", seconds.length),
      shown("fairness: most notes of the other waiting", Math.max(...deepest)),
      shown(
        "fairness: seconds to the themes of a single note, median",
        seconds[Math.floor(seconds.length / 2)] ?? Number.NaN,
      ),
      atMost(
        "fairness: seconds to the themes of a single note, 95th percentile",
        2,
        seconds[Math.ceil(seconds.length * 0.95) - 1] ?? Number.NaN,
      ),
    ];
  } finally {
    await worker.kill();
    await small.close();
    await large.close();
  }
}

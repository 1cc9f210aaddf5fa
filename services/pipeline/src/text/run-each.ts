import type { Piscina } from "piscina";
import type { EachTask, Outcome } from "./outcome.js";

/**
 * A note takes a fraction of a millisecond and the longest one that the door lets in well under a second. Beside others it gets the time
 * of a hundred, so that they do not wait for it; it is tried again by itself, and then it gets long.
 */
const BESIDE_OTHERS_MS_MAX = 50;
const ALONE_MS_MAX = 3_000;
const LOOK_EVERY_MS = 10;

/** What piscina and Node.js throw when a thread ran out of its memory, or was ended by us. */
const OUT_OF_MEMORY = "ERR_WORKER_OUT_OF_MEMORY";

/**
 * Runs a task of `text-tasks.ts` over many texts. A text that throws, never ends or eats the memory of its thread costs itself and
 * nobody else: it comes back as failed, and the others are done in another thread.
 */
export async function runEach<Item, Result>(
  pool: Piscina,
  name: string,
  items: readonly Item[],
): Promise<Outcome<Result>[]> {
  const outcomes = new Map<number, Outcome<Result>>();
  let left = items.map((_, index) => index);
  while (left.length > 0) {
    const progress = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const task: EachTask<Item> = { items: left.map((index) => items[index] as Item), progress };
    const run = await runWatched<Result>(pool, name, task);
    if ("results" in run) {
      left.forEach((index, place) => {
        const outcome = run.results[place];
        if (outcome !== undefined) outcomes.set(index, outcome);
      });
      break;
    }
    const culprit = left[run.place];
    if (culprit === undefined) throw run.error;
    outcomes.set(culprit, { failed: run.reason });
    left = left.filter((index) => index !== culprit);
  }
  return items.map((_, index) => outcomes.get(index) ?? { failed: "unknown" });
}

type Watched<Result> =
  | { readonly results: readonly Outcome<Result>[] }
  | { readonly place: number; readonly reason: string; readonly error: unknown };

async function runWatched<Result>(pool: Piscina, name: string, task: EachTask<unknown>): Promise<Watched<Result>> {
  const abort = new AbortController();
  const msMax = task.items.length > 1 ? BESIDE_OTHERS_MS_MAX : ALONE_MS_MAX;
  let place = 0;
  let since = performance.now();
  let worked = process.cpuUsage();
  const watch = setInterval(() => {
    const now = Atomics.load(task.progress, 0);
    // Before the first text the thread loads its model, or the task still waits for a thread.
    if (now === 0 || now !== place) {
      place = now;
      since = performance.now();
      worked = process.cpuUsage();
      // A machine that is busy with something else is not the fault of the text.
    } else if (performance.now() - since > msMax && process.cpuUsage(worked).user > msMax * 1_000) abort.abort();
  }, LOOK_EVERY_MS);
  try {
    return { results: (await pool.run(task, { name, signal: abort.signal })) as Outcome<Result>[] };
  } catch (error) {
    const reason = abort.signal.aborted
      ? "does-not-end"
      : codeOf(error) === OUT_OF_MEMORY
        ? "out-of-memory"
        : undefined;
    // The thread itself broke, as when its model cannot be loaded: no text is to blame.
    if (reason === undefined) throw error;
    return { place: Atomics.load(task.progress, 0) - 1, reason, error };
  } finally {
    clearInterval(watch);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

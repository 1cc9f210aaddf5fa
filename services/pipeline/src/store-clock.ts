import type { Clock, Logger } from "@rode-draad/runtime";
import { readDatabaseTime, type Store } from "@rode-draad/store";

/** A machine's oscillator drifts by some tens of milliseconds in this time. */
const LOOK_EVERY_MS = 10 * 60_000;
/** Certificates, second factors and schedules begin to fail from here; under it nobody needs to know. */
const TOLD_FROM_MS = 60_000;

export interface StoreClock {
  readonly clock: Clock;
  stop(): void;
}

/**
 * The time of the database, counted on by the monotonic clock of this machine. Rule: all processes of an installation have one time.
 * Rationale: what stands still, what is over and what came first is decided by comparing times that different machines wrote; a
 * machine whose clock is wrong, or jumps, changes none of it. Says so in the log when this machine's own clock is far off.
 */
export async function openStoreClock(store: Pick<Store, "asOwner">, logger: Pick<Logger, "warn">): Promise<StoreClock> {
  let base = await measure(store);
  tellDifference(base, logger);
  const timer = setInterval(() => {
    // A database that is away for a moment leaves the time as it runs.
    measure(store).then(
      (measured) => {
        base = measured;
      },
      () => undefined,
    );
  }, LOOK_EVERY_MS);
  timer.unref();
  return {
    clock: () => new Date(base.time + performance.now() - base.at),
    stop: () => clearInterval(timer),
  };
}

interface Measured {
  readonly time: number;
  readonly at: number;
}

/** The answer was written somewhere between question and arrival; the middle is off by half of that at most. */
async function measure({ asOwner }: Pick<Store, "asOwner">): Promise<Measured> {
  const asked = performance.now();
  const time = (await readDatabaseTime(asOwner)).getTime();
  return { time, at: (asked + performance.now()) / 2 };
}

function tellDifference({ time, at }: Measured, logger: Pick<Logger, "warn">): void {
  const differenceMs = Date.now() - (time + performance.now() - at);
  if (Math.abs(differenceMs) < TOLD_FROM_MS) return;
  const minutes = Math.round(Math.abs(differenceMs) / 60_000);
  logger.warn(
    { differenceSeconds: Math.round(differenceMs / 1_000) },
    `De klok van deze computer loopt ${minutes} minuten ${differenceMs > 0 ? "voor op" : "achter bij"} die van de database. Rode Draad gebruikt de tijd van de database. Zet de klok goed.`,
  );
}

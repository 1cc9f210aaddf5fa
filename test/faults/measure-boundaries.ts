import pg from "pg";
import { atLeast, atMost, type FigureRow } from "../quality/figure-row.js";
import { Crew } from "./crew.js";
import {
  closeLongImport,
  deliver,
  differingParts,
  isWorkedOut,
  makeNotes,
  openInstallation,
  openLongImport,
  readOutcome,
  type Servers,
  secondsUntil,
  undisturbedOutcome,
} from "./installation.js";
import { type FaultServer, pause, tellRedis } from "./servers.js";
import { endConnectionsOf, STEPS, StepHolds } from "./step-holds.js";

/** A job that was taken with its worker is found again after the life of a lock, then runs as far as the step. */
const STEP_SECONDS_MAX = 180;
const DONE_SECONDS_MAX = 300;
/** Long enough for a server to see that a connection is gone. */
const GONE_MS = 300;
/** Steps before this one are those of single notes; the others wait until all notes are in. */
const FIRST_LATE_STEP = 2;

export interface BoundaryServers {
  readonly faults: Servers;
  readonly quiet: Servers;
  /** Where the queue is; absent: in the database. */
  readonly redis?: FaultServer;
}

/**
 * R1 at each step: a worker is killed when all of a step is written and not committed, and another one when it is committed and the queue
 * does not know of it, because the queue takes nothing in that moment. The outcome is held against an undisturbed run, to the byte.
 */
export async function measureBoundaries(
  name: string,
  servers: BoundaryServers,
  options: { readonly steps: number; readonly notes: number },
): Promise<FigureRow[]> {
  const notes = makeNotes(options.notes);
  const expected = await undisturbedOutcome(servers.quiet, notes);
  const installation = await openInstallation(servers.faults);
  const url = servers.faults.DATABASE_URL ?? "";
  const holds = await StepHolds.place(url, options.steps);
  const crew = await Crew.hire(installation, url);
  let [before, between] = [0, 0];
  try {
    await openLongImport(installation);
    await deliver(installation, notes);
    for (let step = 0; step < options.steps; step += 1) {
      if (step === FIRST_LATE_STEP) await closeLongImport(installation);
      const writing = await holds.catchAt(step, STEP_SECONDS_MAX);
      if (writing !== undefined) {
        await crew.kill(writing.worker);
        await endConnectionsOf(url, writing.worker);
        before += 1;
      }
      const done = await holds.catchAt(step, STEP_SECONDS_MAX);
      if (done !== undefined) {
        const resume = await holdQueue(servers);
        await done.letCommit();
        await crew.kill(done.worker);
        await endConnectionsOf(url, done.worker);
        await pause(GONE_MS);
        await resume();
        between += 1;
      }
      process.stderr.write(`${name}: ${STEPS[step]?.name}: ${writing?.worker}, ${done?.worker}\n`);
    }
    if (options.steps <= FIRST_LATE_STEP) await closeLongImport(installation);
    await secondsUntil(() => isWorkedOut(installation), DONE_SECONDS_MAX);
    const outcome = await readOutcome(installation);
    const different = differingParts(outcome, expected);
    if (different.length > 0) process.stderr.write(`${name}: differs in ${different.join(", ")}\n`);
    return [
      atLeast(`${name}: steps at which a worker was killed before the commit`, options.steps, before),
      atLeast(`${name}: steps at which one was killed between commit and receipt`, options.steps, between),
      atMost(`${name}: notes lost`, 0, expected.themed - outcome.themed),
      atMost(`${name}: parts of the outcome unlike an undisturbed run`, 0, different.length),
    ];
  } finally {
    await crew.dismiss();
    await holds.remove();
    await installation.close();
  }
}

/** Has the queue take nothing until the function that it gives back is called. */
async function holdQueue({ redis, faults }: BoundaryServers): Promise<() => Promise<void>> {
  if (redis !== undefined) {
    await tellRedis(redis, `CLIENT PAUSE ${STEP_SECONDS_MAX * 1_000} WRITE`);
    return () => tellRedis(redis, "CLIENT UNPAUSE");
  }
  const client = new pg.Client({ connectionString: faults.DATABASE_URL });
  await client.connect();
  await client.query("begin; lock table bullmq.job in share mode");
  return async () => {
    await client.end();
  };
}

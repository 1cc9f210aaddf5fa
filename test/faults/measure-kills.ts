import { countNotesUnderWay } from "@rode-draad/store";
import { atMost, type FigureRow, shown } from "../quality/figure-row.js";
import { Crew } from "./crew.js";
import {
  closeLongImport,
  deliver,
  differingParts,
  type Installation,
  isWorkedOut,
  makeNotes,
  openInstallation,
  openLongImport,
  readOutcome,
  type Servers,
  secondsUntil,
  undisturbedOutcome,
} from "./installation.js";

/** The lock of a job; see shared/queue. The promise is that all is done within twice this time after the last kill. */
const LOCK_SECONDS = 20;
/** Kills after the last note is in: they fall on the stages that work on the whole municipality. */
const LATE_SHARE = 0.05;

export interface KillOptions {
  readonly kills: number;
  readonly notes: number;
}

/**
 * R1: kills random workers at random moments while notes come in a few at a time, and some more while the themes are made. The
 * outcome is held against an undisturbed run of the same notes, to the byte.
 */
export async function measureKills(
  name: string,
  servers: { readonly faults: Servers; readonly quiet: Servers },
  options: KillOptions,
): Promise<FigureRow[]> {
  const notes = makeNotes(options.notes);
  const expected = await undisturbedOutcome(servers.quiet, notes);
  const installation = await openInstallation(servers.faults);
  const crew = await Crew.hire(installation, servers.faults.DATABASE_URL);
  try {
    await openLongImport(installation);
    const late = Math.max(1, Math.round(options.kills * LATE_SHARE));
    const early = options.kills - late;
    for (let kill = 0; kill < early; kill += 1) {
      const [from, to] = [kill, kill + 1].map((part) => Math.floor((part * notes.length) / early));
      await crew.killOne(() => deliver(installation, notes.slice(from, to)));
    }
    await secondsUntil(async () => (await notesLeft(installation)) === 0, 4 * LOCK_SECONDS);
    await closeLongImport(installation);
    for (let kill = 0; kill < late; kill += 1) await crew.killOne();
    const seconds = await secondsUntil(() => isWorkedOut(installation), 20 * LOCK_SECONDS);
    const outcome = await readOutcome(installation);
    const different = differingParts(outcome, expected);
    if (different.length > 0) process.stderr.write(`${name}: differs in ${different.join(", ")}\n`);
    return [
      shown(`${name}: workers killed`, crew.killed),
      shown(`${name}: of them between a step and its receipt`, crew.killedAtStep),
      atMost(`${name}: notes lost`, 0, expected.themed - outcome.themed),
      atMost(`${name}: parts of the outcome unlike an undisturbed run`, 0, different.length),
      atMost(`${name}: seconds to done after the last kill`, 2 * LOCK_SECONDS, seconds),
    ];
  } finally {
    await crew.dismiss();
    await installation.close();
  }
}

async function notesLeft({ product: { store, municipalityId } }: Installation): Promise<number> {
  return await countNotesUnderWay(store.db, municipalityId);
}

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { atMost, type FigureRow, shown } from "../quality/figure-row.js";
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
import { pause } from "./servers.js";
import { type CommandProcess, startWorker } from "./worker-process.js";

const READY_SECONDS_MAX = 60;
const RECOVERY_SECONDS_MAX = 60;
const PIECES = 6;

/**
 * R3: one worker is 90 s ahead, one 90 s behind, and one jumps an hour ahead while it works and is then killed. libfaketime changes what the
 * clock of a process says; the clock that counts on is left alone, as when somebody sets the time of a machine.
 */
export async function measureClocks(
  name: string,
  servers: { readonly faults: Servers; readonly quiet: Servers },
  options: { readonly notes: number },
): Promise<FigureRow[]> {
  const library = findFaketime();
  if (library === undefined) return [shown(`${name}: libfaketime is not on this machine`, Number.NaN)];
  const notes = makeNotes(options.notes);
  const expected = await undisturbedOutcome(servers.quiet, notes);
  const installation = await openInstallation(servers.faults);
  const folder = installation.environment.RODEDRAAD_DIR ?? "";
  const jump = join(folder, "clock");
  await writeFile(jump, "+0s");
  const workers: CommandProcess[] = [];
  const start = (time: Readonly<Record<string, string>>): CommandProcess => {
    const faked = { ...installation.environment, LD_PRELOAD: library, FAKETIME_DONT_FAKE_MONOTONIC: "1", ...time };
    const worker = startWorker(faked, installation.logFile);
    workers.push(worker);
    return worker;
  };
  try {
    start({ FAKETIME: "+90s" });
    start({ FAKETIME: "-90s" });
    const jumping = start({ FAKETIME_TIMESTAMP_FILE: jump, FAKETIME_NO_CACHE: "1" });
    await secondsUntil(async () => workers.every((worker) => worker.isWorking()), READY_SECONDS_MAX);
    await openLongImport(installation);
    for (let piece = 0; piece < PIECES; piece += 1) {
      const [from, to] = [piece, piece + 1].map((part) => Math.floor((part * notes.length) / PIECES));
      await deliver(installation, notes.slice(from, to));
      if (piece === 2) await writeFile(jump, "+3600s");
      await pause(500);
      if (piece === PIECES - 2) await jumping.kill();
    }
    await closeLongImport(installation);
    const seconds = await secondsUntil(() => isWorkedOut(installation), RECOVERY_SECONDS_MAX * 4);
    const outcome = await readOutcome(installation);
    const different = differingParts(outcome, expected);
    if (different.length > 0) process.stderr.write(`${name}: differs in ${different.join(", ")}\n`);
    return [
      atMost(`${name}: notes lost`, 0, expected.themed - outcome.themed),
      atMost(`${name}: parts of the outcome unlike an undisturbed run`, 0, different.length),
      atMost(`${name}: seconds to done after the last kill`, RECOVERY_SECONDS_MAX, seconds),
    ];
  } finally {
    await Promise.all(workers.map((worker) => worker.kill()));
    await installation.close();
  }
}

/** The library of Debian's package `libfaketime`, which stands in a folder named after the machine's architecture. */
function findFaketime(): string | undefined {
  const root = "/usr/lib";
  const folders = existsSync(root) ? readdirSync(root).filter((name) => name.endsWith("-linux-gnu")) : [];
  return folders
    .map((folder) => join(root, folder, "faketime", "libfaketime.so.1"))
    .find((file) => existsSync(file) && worksHere(file));
}

function worksHere(library: string): boolean {
  const now = execFileSync(process.execPath, ["-p", "Date.now()"], {
    env: { PATH: process.env.PATH, LD_PRELOAD: library, FAKETIME: "+1d", FAKETIME_DONT_FAKE_MONOTONIC: "1" },
  });
  return Number(now) - Date.now() > 3_600_000;
}

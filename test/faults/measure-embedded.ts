import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeNotes } from "@rode-draad/fixtures";
import { openProduct } from "@rode-draad/pipeline";
import { readConfiguration } from "@rode-draad/runtime";
import { atMost, type FigureRow, shown } from "../quality/figure-row.js";
import { differingParts, KEYS, makeNotes, type Outcome, readOutcomeOf } from "./installation.js";
import { pause } from "./servers.js";
import { startCommand } from "./worker-process.js";

/** Kills fall from when the database is open until long after the first notes are in. */
const KILL_MS: readonly [number, number] = [1_000, 9_000];
const END_MS_MAX = 300_000;

/**
 * The embedded default: the process is killed while it imports, and the import is simply started again. The database opens each time,
 * and the outcome is that of an import that nobody disturbed.
 */
export async function measureEmbedded(options: {
  readonly kills: number;
  readonly notes: number;
}): Promise<FigureRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "rode-draad-faults-embedded-"));
  const file = join(folder, "notities.csv");
  await writeNotes(makeNotes(options.notes), file, "csv");
  const environment = (name: string) => ({ ...KEYS, RODEDRAAD_DIR: join(folder, name), LOG_LEVEL: "warn" });
  const importInto = (name: string) => startCommand(["import", file], environment(name), join(folder, "log"));
  try {
    const expected = await finish(importInto("quiet"), environment("quiet"));
    let killed = 0;
    for (let kill = 0; kill < options.kills; kill += 1) {
      const running = importInto("killed");
      await pause(randomInt(...KILL_MS));
      if (running.isAlive()) killed += 1;
      await running.kill();
    }
    const outcome = await finish(importInto("killed"), environment("killed"));
    const different = differingParts(outcome, expected);
    if (different.length > 0) process.stderr.write(`embedded: differs in ${different.join(", ")}\n`);
    return [
      shown("embedded: imports killed while they ran", killed),
      atMost("embedded: notes lost", 0, expected.themed - outcome.themed),
      atMost("embedded: parts of the outcome unlike an undisturbed run", 0, different.length),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function finish(
  running: ReturnType<typeof startCommand>,
  environment: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const end = performance.now() + END_MS_MAX;
  while (running.isAlive() && performance.now() < end) await pause(200);
  await running.kill();
  const product = await openProduct(readConfiguration({ ...environment, LOG_LEVEL: "silent" }));
  try {
    return await readOutcomeOf(product);
  } finally {
    await product.close();
  }
}

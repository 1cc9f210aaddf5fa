import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STAGE_NAMES } from "@rode-draad/contracts";
import { type FixtureNote, writeNotes } from "@rode-draad/fixtures";
import { openProduct, reconcile, startStages } from "@rode-draad/pipeline";
import { readConfiguration } from "@rode-draad/runtime";
import { atMost, type FigureRow, shown } from "../quality/figure-row.js";
import {
  differingParts,
  isWorkedOut,
  KEYS,
  makeNotes,
  type Outcome,
  readOutcomeOf,
  type Servers,
  secondsUntil,
} from "./installation.js";
import { addressOf } from "./measure-outages.js";
import { pause } from "./servers.js";
import { type CommandProcess, startCommand } from "./worker-process.js";

/** Kills fall from when the database is open until long after the first notes are in. */
const KILL_MS: readonly [number, number] = [1_000, 9_000];
const END_MS_MAX = 300_000;
const LOOK_MS = 2_000;
const TOKEN = "vR7kP2mW9xB4nT6qZ1hJ8dF3sL5gC0yA";
/** How long the second half of an upload is kept back, so that kills fall in the middle of one. */
const UPLOAD_PAUSE_MS = 400;

export interface ImportOptions {
  readonly kills: number;
  readonly notes: number;
}

/** Where imports go: on servers, or in a folder of their own when there are none. */
export interface ImportPlaces {
  readonly killed: Servers;
  readonly quiet: Servers;
}

/**
 * A process is killed while it reads notes in, again and again: the command on a file, and the server in the middle of an upload. A
 * sender starts the same file again, and sends again what was not confirmed. Nothing is lost or there twice, and after the command the
 * outcome is that of an import that nobody disturbed.
 */
export async function measureImports(name: string, places: ImportPlaces, options: ImportOptions): Promise<FigureRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "rode-draad-faults-imports-"));
  const notes = makeNotes(options.notes);
  const file = join(folder, "notities.csv");
  await writeNotes(notes, file, "csv");
  const environment = (kind: keyof ImportPlaces) => ({
    ...{ ...KEYS, RODEDRAAD_DIR: join(folder, kind), LOG_LEVEL: "warn", API_TOKEN: TOKEN, PORT: "0" },
    ...places[kind],
  });
  const log = join(folder, "log");
  const importInto = (kind: keyof ImportPlaces) => startCommand(["import", file], environment(kind), log);
  try {
    await ended(importInto("quiet"));
    const expected = await outcomeOf(environment("quiet"));
    let killed = 0;
    for (let kill = 0; kill < options.kills; kill += 1) {
      const running = importInto("killed");
      await pause(randomInt(...KILL_MS));
      if (running.isAlive()) killed += 1;
      await running.kill();
    }
    await ended(importInto("killed"));
    const outcome = await outcomeOf(environment("killed"));
    const different = differingParts(outcome, expected);
    if (different.length > 0) process.stderr.write(`${name}: differs in ${different.join(", ")}\n`);

    const serve = () => startCommand(["serve"], environment("killed"), log);
    const uploads = await uploadWithKills(notes.map(renamed), options.kills, serve);
    const after = await outcomeOf(environment("killed"));
    const missing = outcome.stored + uploads.confirmed - after.stored;
    return [
      shown(`${name}: imports killed while they ran`, killed),
      atMost(`${name}: notes lost`, 0, expected.themed - outcome.themed),
      atMost(`${name}: parts of the outcome unlike an undisturbed run`, 0, different.length),
      shown(`${name}: servers killed in the middle of an upload`, uploads.killed),
      atMost(`${name}: notes of uploads lost`, 0, Math.max(0, missing)),
      atMost(`${name}: notes of uploads that are there twice`, 0, Math.max(0, -missing)),
      atMost(`${name}: notes of uploads that were not worked out`, 0, after.notes - after.themed),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function ended(running: CommandProcess): Promise<void> {
  const end = performance.now() + END_MS_MAX;
  while (running.isAlive() && performance.now() < end) await pause(200);
  await running.kill();
}

/** What there is when all that was stored is worked out, and how many notes are stored, with those that the gate held back. */
async function outcomeOf(
  environment: Readonly<Record<string, string>>,
): Promise<Outcome & { readonly stored: number }> {
  const product = await openProduct(readConfiguration({ ...environment, LOG_LEVEL: "silent" }));
  try {
    await startStages(product, STAGE_NAMES);
    // On a server an import that was killed counts as running until it was silent for a minute.
    const isDone = async (): Promise<boolean> => {
      await reconcile(product);
      await pause(LOOK_MS);
      return await isWorkedOut({ product });
    };
    await secondsUntil(isDone, END_MS_MAX / 1_000);
    const outcome = await readOutcomeOf(product);
    const held = await product.store.db.selectFrom("quarantined_note").select("id").execute();
    return { ...outcome, stored: outcome.notes + held.length };
  } finally {
    await product.close();
  }
}

const renamed = (note: FixtureNote): FixtureNote => ({ ...note, bronId: `upload-${note.bronId}` });

interface Uploads {
  readonly killed: number;
  /** Notes of which the sender was told that they are stored. */
  readonly confirmed: number;
}

/** Sends notes in pieces, each until it is confirmed; the server is killed in the middle of so many of them. */
async function uploadWithKills(
  notes: readonly FixtureNote[],
  kills: number,
  start: () => CommandProcess,
): Promise<Uploads> {
  const size = Math.ceil(notes.length / (kills + 1));
  let [killed, confirmed] = [0, 0];
  let server = start();
  let address = await addressOf(server);
  try {
    for (let from = 0; from < notes.length; from += size) {
      const piece = notes.slice(from, from + size);
      if (killed < kills) {
        const broken = upload(address, piece).catch(() => undefined);
        await pause(randomInt(0, UPLOAD_PAUSE_MS));
        await server.kill();
        killed += 1;
        server = start();
        address = await addressOf(server);
        // An answer that was on its way is an answer.
        if ((await broken) !== undefined) {
          confirmed += (await broken) ?? 0;
          continue;
        }
      }
      confirmed += await upload(address, piece);
    }
  } finally {
    await server.stop();
  }
  return { killed, confirmed };
}

/** Sends notes as lines, with a pause in the middle. Gives back how many of them the answer says are there. */
async function upload(address: string, notes: readonly FixtureNote[]): Promise<number> {
  const lines = notes.map((note) => `${JSON.stringify(note)}\n`);
  const half = Math.floor(lines.length / 2);
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (part: readonly string[]) => controller.enqueue(new TextEncoder().encode(part.join("")));
      send(lines.slice(0, half));
      await pause(UPLOAD_PAUSE_MS);
      send(lines.slice(half));
      controller.close();
    },
  });
  const answer = await fetch(`${address}/v1/casusnotities`, {
    method: "POST",
    headers: { Authorization: `Bearer ${TOKEN}`, "Content-Type": "application/x-ndjson" },
    body,
    duplex: "half",
  });
  if (!answer.ok) throw new Error(`The server answers ${answer.status}.`);
  const { samenvatting } = (await answer.json()) as {
    readonly samenvatting: Readonly<Record<"opgeslagen" | "dubbel" | "quarantaine", number>>;
  };
  return samenvatting.opgeslagen + samenvatting.dubbel + samenvatting.quarantaine;
}

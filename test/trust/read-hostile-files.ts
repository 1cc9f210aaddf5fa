import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { ProductError } from "@rode-draad/domain";
import { type IntakeTools, importNotes, type NoteSource, openSourceReader } from "@rode-draad/intake";
import { createGate } from "@rode-draad/privacy";
import { keyedHash } from "@rode-draad/runtime";
import { GOOD_FILE } from "../../workers/1-intake/test/hostile-files.js";
import type { ReadingReport } from "./uploads.js";

/**
 * Reads the files of a folder as uploads, one after another, and says of each how it went. The real gate, and a store that
 * forgets. Ends with 1 when a good file is not taken in afterwards.
 */

/** Often enough to see a peak that lasts as long as one step of a parser. */
const LOOK_EVERY_MS = 5;
const MEBIBYTE = 1024 * 1024;

const reader = openSourceReader();
const kept = async (notes: readonly { readonly id: string }[]) => ({
  stored: notes.map(({ id }) => id),
  replaced: [],
  duplicate: [],
});
const tools: IntakeTools = {
  municipalityId: "voorbeeldstad",
  hash: (namespace, value) => keyedHash("a bench key of more than thirty-two characters", namespace, value),
  gate: createGate(),
  reader,
  knownAreas: [],
  knownTeams: [],
  ensurePlaces: async () => {},
  saveNotes: kept,
  saveQuarantined: kept,
  findObjections: async () => new Set(),
  removeNotes: async () => {},
  enqueueMany: async () => {},
};
const read = (source: NoteSource) => importNotes(source, tools, { today: "2026-11-22" });
const good = () => read({ kind: "stream", name: GOOD_FILE.name, stream: Readable.from(GOOD_FILE.content()) });

const folder = process.argv[2] ?? "";
// The first file starts the thread and loads the readers, which a running product did long ago.
await good();
for (const name of (await readdir(folder)).sort()) {
  const before = process.memoryUsage.rss();
  let highest = before;
  const looking = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage.rss());
  }, LOOK_EVERY_MS);
  const start = performance.now();
  const cpuBefore = process.cpuUsage();
  const refused = await read({ kind: "stream", name, stream: createReadStream(join(folder, name)) }).then(
    ({ stored, refusedRows }) => stored === 0 && refusedRows > 0,
    (error: unknown) => {
      if (error instanceof ProductError) return true;
      throw error;
    },
  );
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpuBefore);
  clearInterval(looking);
  highest = Math.max(highest, process.memoryUsage.rss());
  const report: ReadingReport = {
    name,
    refused,
    ms,
    cpuMs: (user + system) / 1_000,
    rssRiseMib: (highest - before) / MEBIBYTE,
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
}
const { stored } = await good();
await reader.close();
process.exitCode = stored === 1 ? 0 : 1;

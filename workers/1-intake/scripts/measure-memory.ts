import { Readable } from "node:stream";
import { createGate } from "@rode-draad/privacy";
import { keyedHash } from "@rode-draad/runtime";
import { importNotes, openSourceReader } from "../src/index.js";

/**
 * Reads a generated CSV stream and prints rows, speed and the highest memory seen. The real gate reads every note and the
 * store forgets, so that only the door is measured.
 * Start: node --expose-gc --conditions=source --import tsx workers/1-intake/scripts/measure-memory.ts [megabytes]
 */
const megabytes = Number(process.argv[2] ?? 200);
const text = 'Mevrouw vraagt hulp bij de huurtoeslag, zij "snapt" de brief niet en belt morgen terug. '.repeat(7);

function* lines(): Generator<Buffer> {
  yield Buffer.from("bronId,datum,team,wijk,tekst\n");
  let bytes = 0;
  for (let row = 0; bytes < megabytes * 1024 * 1024; ) {
    let chunk = "";
    for (; chunk.length < 64 * 1024; row += 1) {
      chunk += `n-${row},2026-10-05,NOORD,WK999901,"${text.replaceAll('"', '""')} ${row}"\n`;
    }
    bytes += chunk.length;
    yield Buffer.from(chunk);
  }
}

const reader = openSourceReader();
let heapMax = 0;
let rssMax = 0;
const rssBefore = process.memoryUsage().rss;
const start = performance.now();
const summary = await importNotes(
  { kind: "stream", name: "bench.csv", stream: Readable.from(lines()) },
  {
    municipalityId: "voorbeeldstad",
    hash: (namespace, value) => keyedHash("a bench key of more than thirty-two characters", namespace, value),
    gate: createGate(),
    reader,
    knownAreas: [],
    knownTeams: [],
    findObjections: async () => new Set<string>(),
    ensurePlaces: async () => {},
    saveNotes: async (notes) => ({ stored: notes.map((note) => note.id), replaced: [], duplicate: [] }),
    saveQuarantined: async (notes) => ({ stored: notes.map((note) => note.id), replaced: [], duplicate: [] }),
    removeNotes: async () => {},
    enqueueMany: async () => {},
  },
  {
    today: "2026-11-22",
    onProgress: ({ rows }) => {
      if (rows % 20_000 !== 0) return;
      globalThis.gc?.();
      const memory = process.memoryUsage();
      heapMax = Math.max(heapMax, memory.heapUsed);
      rssMax = Math.max(rssMax, memory.rss);
    },
  },
);
const seconds = (performance.now() - start) / 1_000;
const asMegabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
console.log(
  `${megabytes} MB, ${summary.stored} notes in ${seconds.toFixed(1)} s (${Math.round(megabytes / seconds)} MB/s); ` +
    `heap at most ${asMegabytes(heapMax)} MB, RSS from ${asMegabytes(rssBefore)} to at most ${asMegabytes(rssMax)} MB`,
);
await reader.close();

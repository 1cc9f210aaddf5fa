import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { createGate } from "@rode-draad/privacy";
import { keyedHash } from "@rode-draad/runtime";
import {
  countQuarantined,
  ensureMunicipality,
  ensureTeams,
  findObjections,
  listAreas,
  listTeams,
  readNotes,
  removeNotes,
  type StoredNote,
  saveNotes,
  saveQuarantined,
  startImport,
  upsertAreas,
} from "@rode-draad/store";
import { openScratchStore } from "@rode-draad/store/testing";
import { afterAll } from "vitest";
import {
  type ImportOptions,
  type ImportSummary,
  type IntakeTools,
  importNotes,
  type NoteOutcome,
  type NoteSource,
  openSourceReader,
} from "../src/index.js";

const TODAY = "2026-11-22";
const NOW = new Date("2026-11-22T09:00:00Z");
const IMPORT_ID = "import-of-this-test";

/** One store for a test file; every door leads to a municipality of its own. */
const scratch = await openScratchStore();
/** Reads the files of all doors. */
export const reader = openSourceReader();
afterAll(async () => {
  await reader.close();
  await scratch.drop();
});
const gate = createGate();
let doors = 0;

/** A door on a real store, with the real gate. */
export interface Door {
  readonly tools: IntakeTools;
  /** What is stored, by the order of its ids. */
  notes(): Promise<StoredNote[]>;
  quarantined(): Promise<number>;
  readonly jobs: (readonly string[])[];
}

export async function openDoor(changes: Partial<IntakeTools> = {}): Promise<Door> {
  doors += 1;
  const municipalityId = `gemeente-${doors}`;
  const db = scratch.store.of(municipalityId);
  await ensureMunicipality(db, { id: municipalityId, name: municipalityId });
  await upsertAreas(db, municipalityId, [{ code: "WK999901", name: "Sterrenwijk", aliases: ["de sterren"] }]);
  await ensureTeams(db, municipalityId, [{ code: "NOORD", name: "Team Noord" }]);
  await startImport(db, municipalityId, { id: IMPORT_ID, origin: "test", startedAt: NOW });
  const jobs: (readonly string[])[] = [];
  const tools: IntakeTools = {
    municipalityId,
    hash: (namespace, value) => keyedHash("a test key of more than thirty-two characters", namespace, value),
    gate,
    reader,
    knownAreas: await listAreas(db, municipalityId),
    knownTeams: await listTeams(db, municipalityId),
    async ensurePlaces({ teams, areas }) {
      await ensureTeams(
        db,
        municipalityId,
        teams.map((code) => ({ code })),
      );
      await upsertAreas(
        db,
        municipalityId,
        areas.map((code) => ({ code, name: code })),
      );
    },
    findObjections: (ids) => findObjections(db, municipalityId, ids),
    saveNotes: (notes) => saveNotes(db, municipalityId, IMPORT_ID, notes, NOW),
    saveQuarantined: (notes) => saveQuarantined(db, municipalityId, IMPORT_ID, notes, NOW),
    removeNotes: (ids) => removeNotes(db, municipalityId, ids, NOW),
    enqueueMany: async (_stage, payloads) => void jobs.push(...payloads.map(({ noteIds }) => noteIds)),
    ...changes,
  };
  const noteIds = async (): Promise<string[]> => {
    const rows = await db.selectFrom("case_note").select("id").where("municipality_id", "=", municipalityId).execute();
    return rows.map((row) => row.id);
  };
  return {
    tools,
    jobs,
    notes: async () => readNotes(db, municipalityId, await noteIds()),
    async quarantined() {
      const counts = await countQuarantined(db, municipalityId);
      return Object.values(counts).reduce((sum, count) => sum + (count ?? 0), 0);
    },
  };
}

/** A text that the gate holds back: a list of people rather than a note. */
export const HELD_BACK = Array.from(
  { length: 80 },
  (_, index) => `bel 06${12_345_600 + index} of a${index}@post.nl`,
).join("; ");

export interface Run {
  readonly summary: ImportSummary;
  readonly outcomes: readonly NoteOutcome[];
}

export async function run(source: NoteSource, given?: Door, options: Partial<ImportOptions> = {}): Promise<Run> {
  const door = given ?? (await openDoor());
  const outcomes: NoteOutcome[] = [];
  const summary = await importNotes(source, door.tools, {
    today: TODAY,
    onOutcome: (outcome) => outcomes.push(outcome),
    ...options,
  });
  return { summary, outcomes };
}

/** Bytes as they come from a pipe, in pieces of an awkward size. */
export function piped(name: string, content: string | Buffer, piece = 7): NoteSource {
  const bytes = Buffer.from(content as string);
  const pieces = function* (): Generator<Buffer> {
    for (let start = 0; start < bytes.length; start += piece) yield bytes.subarray(start, start + piece);
  };
  return { kind: "stream", name, stream: Readable.from(pieces()), totalBytes: bytes.length };
}

export async function file(name: string, content: string | Buffer): Promise<NoteSource & { path: string }> {
  const path = join(await mkdtemp(join(tmpdir(), "intake-")), name);
  await writeFile(path, content);
  return { kind: "file", path };
}

export { HEADINGS, line } from "./lines.js";

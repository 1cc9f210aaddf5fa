import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { type GateDecision, markSafe, RawText, type SafeNote } from "@rode-draad/domain";
import { keyedHash } from "@rode-draad/runtime";
import {
  type ImportOptions,
  type ImportSummary,
  type IntakeTools,
  importNotes,
  type NoteOutcome,
  type NoteSource,
} from "../src/index.js";

export const TODAY = "2026-11-22";

/** What stands behind the door in these tests: a map for a store, and a gate with one simple rule for each decision. */
export interface Door {
  readonly tools: IntakeTools;
  readonly notes: Map<string, SafeNote>;
  readonly quarantined: Map<string, string>;
  readonly jobs: (readonly string[])[];
  readonly places: readonly string[];
}

/** Masks digits, holds back a text with "GEHEIM", breaks on "KAPOT". The real gate has its own tests. */
function inspect(text: RawText): GateDecision {
  const raw = RawText.open(text);
  if (raw.includes("KAPOT")) throw new Error(`cannot inspect ${raw}`);
  const start = raw.indexOf("GEHEIM");
  if (start >= 0) {
    return { decision: "quarantine", reason: "second-pass-hit", spans: [{ start, end: start + 6, type: "PERSON" }] };
  }
  const phone = /06\d{8}/.exec(raw);
  if (phone === null) return { decision: "pass", text: markSafe(raw), spans: [] };
  const span = { start: phone.index, end: phone.index + phone[0].length, type: "PHONE" } as const;
  return { decision: "mask", text: markSafe(raw.replace(phone[0], "[TELEFOON]")), spans: [span] };
}

export function openDoor(): Door {
  const notes = new Map<string, SafeNote>();
  const quarantined = new Map<string, string>();
  const jobs: (readonly string[])[] = [];
  const places: string[] = [];
  const tools: IntakeTools = {
    municipalityId: "voorbeeldstad",
    hash: (namespace, value) => keyedHash("a test key of more than thirty-two characters", namespace, value),
    gate: { inspect },
    knownAreas: [{ code: "WK999901", name: "Sterrenwijk", aliases: ["de sterren"] }],
    knownTeams: [{ code: "NOORD", name: "Team Noord" }],
    async ensurePlaces({ teams, areas }) {
      places.push(...teams, ...areas);
    },
    async saveNotes(batch) {
      const saved = { stored: [] as string[], replaced: [] as string[], duplicate: [] as string[] };
      for (const note of batch) {
        const before = notes.get(note.id);
        quarantined.delete(note.id);
        notes.set(note.id, note);
        const same = before?.contentHash === note.contentHash;
        saved[before === undefined ? "stored" : same ? "duplicate" : "replaced"].push(note.id);
      }
      return saved;
    },
    async saveQuarantined(batch) {
      const saved = { stored: [] as string[], replaced: [] as string[], duplicate: [] as string[] };
      for (const note of batch) {
        const same = quarantined.get(note.id) === note.contentHash;
        saved[notes.delete(note.id) ? "replaced" : same ? "duplicate" : "stored"].push(note.id);
        quarantined.set(note.id, note.contentHash);
      }
      return saved;
    },
    async removeNotes(ids) {
      for (const id of ids) notes.delete(id);
    },
    async enqueue(_stage, payload) {
      jobs.push(payload.noteIds);
    },
  };
  return { tools, notes, quarantined, jobs, places };
}

export interface Run {
  readonly summary: ImportSummary;
  readonly outcomes: readonly NoteOutcome[];
}

export async function run(
  source: NoteSource,
  door: Door = openDoor(),
  options: Partial<ImportOptions> = {},
): Promise<Run> {
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

export const HEADINGS = "bronId,datum,team,wijk,tekst";

/** A CSV line of a note in which nothing is wrong. */
export function line(id: string, text = "Vraag over huurtoeslag.", date = "2026-10-05"): string {
  return `${id},${date},NOORD,WK999901,"${text.replaceAll('"', '""')}"`;
}

import { NOTES_PER_JOB_MAX } from "@rode-draad/contracts";
import type { NoteId, SafeNote } from "@rode-draad/domain";
import type { NoteOutcome } from "./import-summary.js";
import type { IntakeTools, QuarantinedNote } from "./intake-tools.js";
import { NOTES_PER_WRITE } from "./limits.js";
import type { GatedNote } from "./pass-gate.js";

/** Gathers gated notes and writes them in batches; tells what became of each. */
export interface NoteWriter {
  add(row: number, gated: GatedNote): Promise<void>;
  erase(noteId: NoteId): Promise<void>;
  /** Writes what is left. */
  flush(): Promise<void>;
}

interface WriterEvents {
  readonly onOutcome: (outcome: NoteOutcome) => void;
  readonly onNotQueued: (notes: number) => void;
}

interface Waiting<Note> {
  readonly row: number;
  readonly note: Note;
}

/** Notes first, then their jobs: a job that is lost is made again, a job without its note would be an error. */
export function createNoteWriter(tools: IntakeTools, events: WriterEvents): NoteWriter {
  let safe: Waiting<SafeNote>[] = [];
  let held: Waiting<QuarantinedNote>[] = [];
  let erased: NoteId[] = [];

  const writeSafe = async (): Promise<void> => {
    const batch = safe;
    safe = [];
    if (batch.length === 0) return;
    const outcomes = await tools.saveNotes(batch.map(({ note }) => note));
    const toQueue: NoteId[] = [];
    for (const [index, { row, note }] of batch.entries()) {
      const kind = outcomes[index] ?? "duplicate";
      if (kind !== "duplicate") toQueue.push(note.id);
      events.onOutcome({ row, kind, masked: note.masked });
    }
    await queue(toQueue);
  };

  const queue = async (noteIds: readonly NoteId[]): Promise<void> => {
    for (let start = 0; start < noteIds.length; start += NOTES_PER_JOB_MAX) {
      const part = noteIds.slice(start, start + NOTES_PER_JOB_MAX);
      try {
        await tools.enqueue("questions", { municipalityId: tools.municipalityId, noteIds: part });
      } catch {
        // The notes are stored, which is what counts; the reconciler finds them without a job.
        events.onNotQueued(part.length);
      }
    }
  };

  const writeHeld = async (): Promise<void> => {
    const batch = held;
    held = [];
    if (batch.length === 0) return;
    const outcomes = await tools.saveQuarantined(batch.map(({ note }) => note));
    for (const [index, { row, note }] of batch.entries()) {
      const duplicate = outcomes[index] === "duplicate";
      events.onOutcome(
        duplicate ? { row, kind: "duplicate", masked: {} } : { row, kind: "quarantined", reason: note.reason },
      );
    }
  };

  const eraseAll = async (): Promise<void> => {
    const batch = erased;
    erased = [];
    if (batch.length > 0) await tools.eraseNotes(batch);
  };

  return {
    async add(row, gated) {
      if (gated.kind === "safe") safe.push({ row, note: gated.note });
      else held.push({ row, note: gated.note });
      if (safe.length >= NOTES_PER_WRITE) await writeSafe();
      if (held.length >= NOTES_PER_WRITE) await writeHeld();
    },
    async erase(noteId) {
      erased.push(noteId);
      if (erased.length >= NOTES_PER_WRITE) await eraseAll();
    },
    async flush() {
      await writeSafe();
      await writeHeld();
      await eraseAll();
    },
  };
}

/** Counts as a writer would, and writes nothing. */
export function createDryWriter(events: WriterEvents): NoteWriter {
  return {
    async add(row, gated) {
      if (gated.kind === "safe") events.onOutcome({ row, kind: "stored", masked: gated.note.masked });
      else events.onOutcome({ row, kind: "quarantined", reason: gated.note.reason });
    },
    async erase() {},
    async flush() {},
  };
}

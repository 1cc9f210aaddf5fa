import { NOTES_PER_JOB_MAX, type StagePayload } from "@rode-draad/contracts";
import { type NoteId, ProductError, type SafeNote } from "@rode-draad/domain";
import type { NoteOutcome } from "./import-summary.js";
import type { IntakeTools, QuarantinedNote, SavedNotes } from "./intake-tools.js";
import { NOTES_PER_WRITE } from "./limits.js";
import type { GatedNote } from "./pass-gate.js";

/** Gathers gated notes and writes them in batches; tells what became of each. */
export interface NoteWriter {
  add(row: number, gated: GatedNote, objectionIds: readonly string[]): Promise<void>;
  erase(noteId: NoteId): Promise<void>;
  /** Writes what is left. */
  flush(): Promise<void>;
}

interface WriterEvents {
  readonly onOutcome: (outcome: NoteOutcome) => void;
}

interface Waiting<Note> {
  readonly row: number;
  readonly objectionIds: readonly string[];
  readonly note: Note;
}

/** Notes first, then their jobs: a job that is lost is made again, a job without its note would be an error. */
export function createNoteWriter(tools: IntakeTools, events: WriterEvents): NoteWriter {
  let safe: Waiting<SafeNote>[] = [];
  let held: Waiting<QuarantinedNote>[] = [];
  let erased: NoteId[] = [];
  const teamsAnnounced = new Set(tools.knownTeams.map((team) => team.code));
  const areasAnnounced = new Set(tools.knownAreas.map((area) => area.code));

  /** Asked at the last moment, so that an objection made during a long import counts. What is stored of such a note goes. */
  const withoutObjected = async <Note extends { readonly id: NoteId }>(
    batch: readonly Waiting<Note>[],
  ): Promise<readonly Waiting<Note>[]> => {
    const objected = await tools.findObjections(batch.flatMap(({ objectionIds }) => objectionIds));
    if (objected.size === 0) return batch;
    const isObjected = ({ objectionIds }: Waiting<Note>): boolean => objectionIds.some((id) => objected.has(id));
    for (const { row, note } of batch.filter(isObjected)) {
      events.onOutcome({ row, kind: "objected" });
      erased.push(note.id);
    }
    return batch.filter((one) => !isObjected(one));
  };

  const writeSafe = async (): Promise<void> => {
    const taken = safe;
    safe = [];
    const batch = await withoutObjected(taken);
    if (batch.length === 0) return;
    await orNotStored(batch, () => announcePlaces(batch.map(({ note }) => note)));
    const saved = await orNotStored(batch, () => tools.saveNotes(batch.map(({ note }) => note)));
    const kindOf = kindsById(saved);
    for (const { row, note } of batch) events.onOutcome({ row, kind: kindOf(note.id), masked: note.masked });
    await queue([...saved.stored, ...saved.replaced]);
  };

  /** A write happens whole or not at all, so when it fails every note of it is counted as not stored. */
  const orNotStored = async <Result>(
    batch: readonly Waiting<unknown>[],
    write: () => Promise<Result>,
  ): Promise<Result> => {
    try {
      return await write();
    } catch (error) {
      for (const { row } of batch) events.onOutcome({ row, kind: "refused", problems: [{ reason: NOT_STORED }] });
      throw error instanceof ProductError ? error : notStored(error);
    }
  };

  const announcePlaces = async (notes: readonly SafeNote[]): Promise<void> => {
    const teams = unseen(
      teamsAnnounced,
      notes.map((note) => note.teamCode),
    );
    const areas = unseen(
      areasAnnounced,
      notes.map((note) => note.areaCode),
    );
    if (teams.length + areas.length > 0) await tools.ensurePlaces({ teams, areas });
  };

  const queue = async (noteIds: readonly NoteId[]): Promise<void> => {
    if (noteIds.length === 0) return;
    const jobs: StagePayload<"questions">[] = [];
    for (let start = 0; start < noteIds.length; start += NOTES_PER_JOB_MAX) {
      const part = noteIds.slice(start, start + NOTES_PER_JOB_MAX);
      jobs.push({ municipalityId: tools.municipalityId, noteIds: part });
    }
    await tools.enqueueMany("questions", jobs);
  };

  const writeHeld = async (): Promise<void> => {
    const taken = held;
    held = [];
    const batch = await withoutObjected(taken);
    if (batch.length === 0) return;
    const kindOf = kindsById(await orNotStored(batch, () => tools.saveQuarantined(batch.map(({ note }) => note))));
    for (const { row, note } of batch) {
      const duplicate = kindOf(note.id) === "duplicate";
      events.onOutcome(
        duplicate ? { row, kind: "duplicate", masked: {} } : { row, kind: "quarantined", reason: note.reason },
      );
    }
  };

  const eraseAll = async (): Promise<void> => {
    const batch = erased;
    erased = [];
    if (batch.length > 0) await orNotStored([], () => tools.removeNotes(batch));
  };

  return {
    async add(row, gated, objectionIds) {
      if (gated.kind === "safe") safe.push({ row, objectionIds, note: gated.note });
      else held.push({ row, objectionIds, note: gated.note });
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

const NOT_STORED = "De database was niet bereikbaar, vol of alleen-lezen. Deze notitie is niet opgeslagen.";

/** The database's own message and details can quote a row, so only its code goes along. */
function notStored(error: unknown): ProductError {
  const code = (error as { code?: unknown } | undefined)?.code;
  return new ProductError(
    "intake.not-stored",
    "De notities zijn niet opgeslagen, want de database was niet bereikbaar, vol of alleen-lezen. Lees ze opnieuw in als dat is verholpen.",
    { retryable: true, ...(typeof code === "string" && { detail: code }) },
  );
}

/** Within one import no id comes twice, so an id has one outcome. */
function kindsById(saved: SavedNotes): (noteId: NoteId) => "stored" | "replaced" | "duplicate" {
  const replaced = new Set(saved.replaced);
  const stored = new Set(saved.stored);
  return (noteId) => {
    if (stored.has(noteId)) return "stored";
    return replaced.has(noteId) ? "replaced" : "duplicate";
  };
}

/** The codes that are not in `known`; afterwards they are. */
function unseen(known: Set<string>, codes: readonly string[]): string[] {
  const found: string[] = [];
  for (const code of codes) {
    if (known.has(code)) continue;
    known.add(code);
    found.push(code);
  }
  return found;
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

import { type AreaCode, type Day, ProductError } from "@rode-draad/domain";
import { createBreath } from "./breathe.js";
import type { ColumnMapping } from "./columns/plan-columns.js";
import { createSummaryCollector, type ImportSummary, type NoteOutcome } from "./import-summary.js";
import type { IntakeTools } from "./intake-tools.js";
import { createDryWriter, createNoteWriter, type NoteWriter } from "./note-writer.js";
import { identifyNote, objectionIdsOf, passGate } from "./pass-gate.js";
import { readSource } from "./read-source.js";
import { indexAreas } from "./row/find-area.js";
import { createTeamFinder } from "./row/find-team.js";
import { type RowOutcome, readNote } from "./row/read-note.js";
import { createSeenNotes } from "./seen-notes.js";
import type { NoteSource } from "./source/note-source.js";

export interface ImportProgress {
  readonly rows: number;
  readonly bytes: number;
  /** Undefined while nobody knows how much will come. */
  readonly totalBytes: number | undefined;
}

export interface ImportOptions {
  /** The day in the Netherlands on which the import runs; later dates are refused. */
  readonly today: Day;
  /** Column heading → field name. */
  readonly mapping?: ColumnMapping;
  /** Name of a wijk → CBS code, said once by a person. */
  readonly namedAreas?: Readonly<Record<string, AreaCode>>;
  /** Reads, checks and masks everything, and stores nothing. */
  readonly dryRun?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Called once per row, in the order in which rows were settled. */
  readonly onOutcome?: (outcome: NoteOutcome) => void;
}

/** An import that stopped half-way. What was stored stays; reading the source again stores nothing twice. */
export class InterruptedImport extends ProductError {
  readonly summary: ImportSummary;

  constructor(cause: ProductError, summary: ImportSummary) {
    super(cause.code, cause.message, {
      ...(cause.detail === undefined ? {} : { detail: cause.detail }),
      retryable: cause.retryable,
      cause,
    });
    this.name = "InterruptedImport";
    this.summary = summary;
  }
}

/** Rows between two progress reports: a bar that moves, at no cost. */
const ROWS_PER_REPORT = 200;

/**
 * The door: reads a source row by row, checks each, takes its text through the privacy gate and stores what may be
 * stored. Memory does not grow with the source, apart from two numbers a row that spot a second note with the same id.
 *
 * Of two rows with the same bronId the first one counts; a second one with other content is refused and listed, so that
 * nothing is lost unseen and reading the same file again changes nothing.
 *
 * Throws a `ProductError` when the source cannot be read at all, an `InterruptedImport` when it breaks half-way.
 */
export async function importNotes(
  source: NoteSource,
  tools: IntakeTools,
  options: ImportOptions,
): Promise<ImportSummary> {
  const summary = createSummaryCollector();
  const teams = createTeamFinder(tools.knownTeams);
  const rules = { today: options.today, areas: indexAreas(tools.knownAreas, options.namedAreas), teams };
  const seen = createSeenNotes();
  const breathe = createBreath();
  const progress: { -readonly [Key in keyof ImportProgress]: ImportProgress[Key] } = {
    rows: 0,
    bytes: 0,
    totalBytes: undefined,
  };

  const settle = (outcome: NoteOutcome): void => {
    summary.add(outcome);
    options.onOutcome?.(outcome);
  };
  const events = { onOutcome: settle };
  const writer = options.dryRun === true ? createDryWriter(events) : createNoteWriter(tools, events);
  const finish = (): ImportSummary => summary.finish({ dryRun: options.dryRun === true, newTeams: teams.added });

  const handle = async (outcome: RowOutcome): Promise<void> => {
    if (outcome.kind === "objected") {
      if (outcome.sourceId !== undefined) {
        const noteId = tools.hash("note", outcome.sourceId);
        // A later row with this id must not bring the note back.
        seen.meet(noteId, tools.hash("content", "objected"));
        await writer.erase(noteId);
      }
      return settle({ row: outcome.row, kind: "objected" });
    }
    if (outcome.kind === "refused") return settle({ row: outcome.row, kind: "refused", problems: outcome.problems });
    const { note, textHash } = outcome;
    const identity = identifyNote(note, textHash, tools);
    const met = seen.meet(identity.noteId, identity.contentHash);
    if (met === "same") return settle({ row: outcome.row, kind: "duplicate", masked: {} });
    if (met === "other") return settle(secondWithSameId(outcome.row));
    await writer.add(outcome.row, await passGate(note.text, identity, tools.gate), objectionIdsOf(note, tools.hash));
  };

  const rows = readSource(source, tools.reader, {
    mapping: options.mapping ?? {},
    hashText: (text) => tools.hash("content", text),
    onProgress: ({ bytes, totalBytes, ignored }) => {
      [progress.bytes, progress.totalBytes] = [bytes, totalBytes];
      summary.ignoreColumns(ignored);
    },
  });
  const report = (): void => options.onProgress?.({ ...progress });
  try {
    for await (const row of rows) {
      progress.rows += 1;
      if ("broken" in row) settle({ row: row.row, kind: "refused", problems: [{ reason: row.broken }] });
      else await handle(readNote(row, rules));
      if (progress.rows % ROWS_PER_REPORT === 0) report();
      await breathe();
    }
    await writer.flush();
  } catch (error) {
    if (!(error instanceof ProductError) || progress.rows === 0) throw error;
    await flushWhatCan(writer);
    throw new InterruptedImport(error, finish());
  }
  if (progress.rows === 0 && source.kind !== "values") throw noNotes();
  report();
  return finish();
}

/** What was read before the break is still written. When that fails too its notes are counted, and the first error is told. */
async function flushWhatCan(writer: NoteWriter): Promise<void> {
  // One call for each kind of write that may be waiting: safe notes, held notes, erasures.
  for (let kind = 0; kind < 3; kind++) await writer.flush().catch(() => undefined);
}

function noNotes(): ProductError {
  return new ProductError(
    "intake.no-notes",
    "Er staan geen notities in het bestand, alleen kolomnamen of lege regels. Exporteer de notities opnieuw.",
  );
}

function secondWithSameId(row: number): NoteOutcome {
  const reason =
    "Deze bronId kwam al eerder voorbij, met een andere inhoud. Alleen de eerste telt. Geef elke notitie een eigen bronId.";
  return { row, kind: "refused", problems: [{ column: "bronId", field: "bronId", reason }] };
}

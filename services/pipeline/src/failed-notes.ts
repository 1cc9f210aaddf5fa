import type { StageName, StagePayload } from "@rode-draad/contracts";
import { type MunicipalityId, type NoteId, ProductError } from "@rode-draad/domain";
import { type FailedNote, isServerTrouble, recordFailedNotes } from "@rode-draad/store";
import { LAST_PRIORITY } from "./fair-priority.js";
import { inMunicipality } from "./in-municipality.js";
import { notesAreUnderWay } from "./notes-are-under-way.js";
import type { Product } from "./open-product.js";

type NoteStage = Extract<StageName, "questions" | "known-themes">;

/** Long enough for a hiccup to pass, short enough for a person who waits for the note. */
const TRY_AGAIN_MS = 1_000;
/** A stream of notes without end keeps a note that failed out for no longer. */
const WAITS_MS_MAX = 120_000;

/**
 * Notes that a stage could not work out: each is tried again by itself, and set aside after its last try.
 *
 * Rule: a note that failed comes back when all notes that did not are done. Rationale: it will probably fail again, and would take its
 * time from them.
 */
export async function tryAgainOrSetAside(
  product: Product,
  stage: NoteStage,
  municipalityId: MunicipalityId,
  failed: readonly FailedNote[],
): Promise<void> {
  if (failed.length === 0) return;
  await countTries(product, municipalityId, failed, async (noteIds) => {
    const payloads = oneByOne(municipalityId, noteIds) as StagePayload<typeof stage>[];
    const delayMs = (await othersAreUnderWay(product, municipalityId)) ? WAITS_MS_MAX : TRY_AGAIN_MS;
    await product.queue.enqueueMany(stage, payloads, { delayMs, priority: LAST_PRIORITY });
  });
}

/** Has the notes that failed tried again now, once all others are done. */
export async function callBackFailedNotes(product: Product, municipalityId: MunicipalityId): Promise<void> {
  if (await othersAreUnderWay(product, municipalityId)) return;
  await product.queue.hurryNotes(municipalityId);
}

/** Also while an import is open, which brings more of them. */
function othersAreUnderWay(product: Product, municipalityId: MunicipalityId): Promise<boolean> {
  return notesAreUnderWay(product, municipalityId, { untriedOnly: true });
}

/**
 * A job that failed for the last time, or that took its process down too often. A batch is tried once more note by note, so that
 * one note does not keep the others from it; a single note is set aside. Where the server is to blame, nothing is: the reconciler
 * makes the job again.
 */
export async function giveUp(
  product: Product,
  stage: NoteStage,
  payload: StagePayload<NoteStage>,
  error: unknown,
): Promise<void> {
  if (isServerTrouble(error)) return;
  const { municipalityId, noteIds } = payload;
  const [noteId] = noteIds;
  if (noteIds.length > 1 || noteId === undefined) {
    const payloads = oneByOne(municipalityId, noteIds) as StagePayload<typeof stage>[];
    await product.queue.enqueueMany(stage, payloads, { priority: LAST_PRIORITY });
    return;
  }
  await countTries(product, municipalityId, [{ noteId, reason: codeOf(error) }], async () => undefined, 1);
}

async function countTries(
  product: Product,
  municipalityId: MunicipalityId,
  failed: readonly FailedNote[],
  tryAgain: (noteIds: readonly NoteId[]) => Promise<void>,
  triesMax?: number,
): Promise<void> {
  const { store, clock } = inMunicipality(product, municipalityId);
  const again = await recordFailedNotes(store.db, municipalityId, failed, clock(), triesMax);
  await tryAgain(again);
  const reasons = [...new Set(failed.map(({ reason }) => reason))];
  product.logger.warn({ failed: failed.length, again: again.length, reasons }, "notes could not be worked out");
  // They may have been the last that the others waited for.
  if (again.length < failed.length) await product.queue.enqueue("emergent-themes", { municipalityId });
}

function oneByOne(municipalityId: MunicipalityId, noteIds: readonly NoteId[]): StagePayload<NoteStage>[] {
  return noteIds.map((noteId) => ({ municipalityId, noteIds: [noteId] }));
}

/** The code or the name; a message could quote the note. */
function codeOf(error: unknown): string {
  if (error instanceof ProductError) return error.code;
  return error instanceof Error ? error.name : "unknown";
}

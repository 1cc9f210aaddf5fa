import { changed } from "@rode-draad/api";
import { NOTES_PER_JOB_MAX } from "@rode-draad/contracts";
import type { NoteId } from "@rode-draad/domain";
import { retryStuckNotes } from "@rode-draad/store";
import { LAST_PRIORITY } from "./fair-priority.js";
import type { Product } from "./open-product.js";

export const RETRY_NOTES = { action: "retry-notes", subject: "note" } as const;

/** The reasons that have words of their own, by the code that is kept with the note. */
const REASONS: Readonly<Record<string, string>> = {
  "does-not-end": "Het lezen van deze notitie kwam niet af binnen de tijd.",
  "out-of-memory": "Het lezen van deze notitie kostte te veel geheugen.",
  "took-its-process-down": "Bij deze notitie stopte het programma er steeds mee.",
};

/** Why a note could not be worked out, in words. */
export function describeStuck(reason: string): string {
  return REASONS[reason] ?? "Bij het lezen van deze notitie ging iets mis.";
}

/** Has the notes that were set aside tried again, in the name of who acts. Gives back their ids. */
export async function retryStuck(product: Product): Promise<NoteId[]> {
  const { municipalityId, store, audit, queue, clock } = product;
  const noteIds = await changed(
    { db: store.db, audit },
    RETRY_NOTES,
    (db) => retryStuckNotes(db, municipalityId, clock()),
    (ids) => ({ details: { rows: ids.length } }),
  );
  const batches = [];
  for (let at = 0; at < noteIds.length; at += NOTES_PER_JOB_MAX) {
    batches.push({ municipalityId, noteIds: noteIds.slice(at, at + NOTES_PER_JOB_MAX) });
  }
  await queue.hints.enqueueMany("questions", batches, { priority: LAST_PRIORITY });
  return noteIds;
}

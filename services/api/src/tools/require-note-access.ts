import {
  type AccessPolicy,
  type Actor,
  type MunicipalityId,
  type NoteId,
  ProductError,
  requireMay,
} from "@rode-draad/domain";
import { readNoteOwner, type StoreDatabase } from "@rode-draad/store";

/** What the judgement on one note rests on. */
export interface NoteAccessMeans {
  readonly db: StoreDatabase;
  readonly municipalityId: MunicipalityId;
  readonly accessPolicy: AccessPolicy;
  readonly actor: Actor;
}

/**
 * Throws for a note that this actor does not see. Rule: a note of somebody else is answered as one that does not exist, with `unknown`,
 * whose cause says to the log why. Rationale: whoever may ask for a number would learn from another answer that the number is a client
 * of a colleague. Where nobody sees any note the answer is `access-denied`, for every number alike.
 */
export async function requireNoteAccess(
  { db, municipalityId, accessPolicy, actor }: NoteAccessMeans,
  action: "note:read" | "note:correct" | "note:release",
  noteId: NoteId,
  unknown: (cause?: unknown) => ProductError = noteUnknown,
): Promise<void> {
  if (accessPolicy === "team-figures") requireMay(actor, action, { policy: accessPolicy, subject: { kind: "note" } });
  const owner = await readNoteOwner(db, municipalityId, noteId);
  if (owner === undefined) throw unknown();
  try {
    requireMay(actor, action, { policy: accessPolicy, subject: { kind: "note", ...owner } });
  } catch (error) {
    throw unknown(error);
  }
}

export function noteUnknown(cause?: unknown): ProductError {
  return new ProductError(
    "note-unknown",
    "Deze notitie kennen wij niet. Controleer het nummer, of lever de notitie eerst aan.",
    { cause },
  );
}

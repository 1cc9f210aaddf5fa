import { type AccessPolicy, type Actor, type MunicipalityId, type NoteId, requireMay } from "@rode-draad/domain";
import { readNoteOwner, type StoreDatabase } from "@rode-draad/store";

/** What the judgement on one note rests on. */
export interface NoteAccessMeans {
  readonly db: StoreDatabase;
  readonly municipalityId: MunicipalityId;
  readonly accessPolicy: AccessPolicy;
  readonly actor: Actor;
}

/** Throws `access-denied` for a note that this actor does not see. A note that is not kept is nobody's secret. */
export async function requireNoteAccess(
  { db, municipalityId, accessPolicy, actor }: NoteAccessMeans,
  action: "note:read" | "note:correct" | "note:release",
  noteId: NoteId,
): Promise<void> {
  const owner = await readNoteOwner(db, municipalityId, noteId);
  if (owner === undefined) return;
  requireMay(actor, action, { policy: accessPolicy, subject: { kind: "note", ...owner } });
}

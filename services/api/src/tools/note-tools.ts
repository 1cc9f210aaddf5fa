import { randomUUID } from "node:crypto";
import {
  type Actor,
  type ErasureFacts,
  type IdentifierSpan,
  type IdentifierType,
  ProductError,
  type QuarantineReason,
  type RawText,
  type SafeText,
  type WriterDeclares,
} from "@rode-draad/domain";
import { contentHashOf, ownCaseRef, passGate } from "@rode-draad/intake";
import {
  addObjection,
  type ErasureTarget,
  readNoteStanding,
  type StoreDatabase,
  saveNotes,
  saveQuarantined,
  withdrawQuarantined,
} from "@rode-draad/store";
import { changed } from "../audit/changed.js";
import type { Audited } from "../audit/recorded.js";
import type { StoreToolsMeans } from "./create-store-tools.js";
import { type NoteAccessMeans, noteUnknown, requireNoteAccess } from "./require-note-access.js";

type NoteMeans = NoteAccessMeans &
  Pick<StoreToolsMeans, "clock" | "gate" | "hash" | "idOf" | "enqueueQuestions" | "erase" | "today" | "audit">;

const RELEASE_NOTE: Audited = { action: "release-note", subject: "note" };
const WITHDRAW_NOTE: Audited = { action: "withdraw-note", subject: "note" };

/** How a note stands, for the worker who wrote it. Kinds and places, never text, but for the writer's own while it is kept. */
export type NoteView =
  | {
      readonly state: "stored";
      readonly masked: Readonly<Partial<Record<IdentifierType, number>>>;
      readonly spans: readonly IdentifierSpan[];
      readonly text?: SafeText;
    }
  | {
      readonly state: "quarantined" | "withdrawn";
      readonly reason: QuarantineReason;
      readonly spans: readonly IdentifierSpan[];
    };

/** The writer's own text again, with what the writer says about it. Nothing of it is kept but what passes the gate. */
export interface NoteRelease {
  readonly text: RawText;
  /** Keyed hash of the text, see `ApiTools.hashText`. */
  readonly textHash: string;
  readonly declared: WriterDeclares;
  /** The writer changed the text, so it need not be the one that was held back. */
  readonly isEdited: boolean;
}

/**
 * Rule: the text of a note is shown to nobody but the worker who wrote it, and only while it is kept. Rationale: colleagues, leads and
 * administrators need to know what was masked, not what was written.
 */
function mayReadText(actor: Actor, professionalId: string | undefined): boolean {
  return actor.kind === "account" && professionalId !== undefined && actor.professionalId === professionalId;
}

/** Throws `note-unknown`, also for a note that this actor does not see. */
export async function readNote(means: NoteMeans, sourceId: string): Promise<NoteView> {
  const { db, municipalityId, actor } = means;
  const noteId = await means.idOf("note", sourceId);
  await requireNoteAccess(means, "note:read", noteId);
  const standing = await readNoteStanding(db, municipalityId, noteId);
  if (standing === undefined) throw noteUnknown();
  if (standing.kind !== "stored") {
    return { state: standing.kind, reason: standing.reason, spans: standing.spans };
  }
  const { masked, spans, text, professionalId } = standing;
  const isShown = text !== undefined && mayReadText(actor, professionalId);
  return { state: "stored", masked, spans, ...(isShown && { text }) };
}

/**
 * Takes a held note through the gate again, under what its writer declares. What passes is stored and goes on; what does not is held
 * back as before, with its new reason. Throws `note-unknown`, `note-not-held`, `note-facts-missing` or `note-text-differs`.
 */
export async function releaseNote(means: NoteMeans, sourceId: string, release: NoteRelease): Promise<NoteView> {
  const { db, municipalityId, hash, idOf, clock, gate } = means;
  const noteId = await idOf("note", sourceId);
  await requireNoteAccess(means, "note:release", noteId);
  const standing = await readNoteStanding(db, municipalityId, noteId);
  if (standing === undefined) throw noteUnknown();
  if (standing.kind === "stored") throw notHeld();
  if (standing.facts === undefined) {
    throw new ProductError("note-facts-missing", "Van deze notitie weten wij te weinig. Lever haar opnieuw aan.");
  }
  const contentHash = contentHashOf(release.textHash, standing.facts, hash);
  if (!release.isEdited && contentHash !== standing.contentHash) {
    throw new ProductError(
      "note-text-differs",
      "Dit is niet de tekst die wij tegenhielden. Plak dezelfde tekst, of zeg dat je haar hebt aangepast.",
    );
  }
  const identity = { municipalityId, noteId, contentHash, facts: standing.facts };
  const gated = await passGate(release.text, identity, gate, release.declared);
  if (gated.kind === "quarantined") {
    const holdBack = (transaction: StoreDatabase) =>
      saveQuarantined(transaction, municipalityId, randomUUID(), [gated.note], clock());
    await changed(means, RELEASE_NOTE, holdBack, () => ({ id: noteId }));
    return { state: "quarantined", reason: gated.note.reason, spans: gated.note.spans };
  }
  const note = { ...gated.note, releasedFrom: standing.contentHash };
  const save = (transaction: StoreDatabase) => saveNotes(transaction, municipalityId, randomUUID(), [note], clock());
  await changed(means, RELEASE_NOTE, save, () => ({ id: noteId }));
  await means.enqueueQuestions({ municipalityId, noteIds: [noteId] });
  return { state: "stored", masked: note.masked, spans: note.spans ?? [] };
}

/** The writer takes a held note back. Throws `note-unknown` or `note-not-held`. */
export async function withdrawNote(means: NoteMeans, sourceId: string): Promise<NoteView> {
  const { db, municipalityId } = means;
  const noteId = await means.idOf("note", sourceId);
  await requireNoteAccess(means, "note:release", noteId);
  const standing = await readNoteStanding(db, municipalityId, noteId);
  if (standing === undefined) throw noteUnknown();
  if (standing.kind === "stored") throw notHeld();
  const withdraw = (transaction: StoreDatabase) => withdrawQuarantined(transaction, municipalityId, noteId);
  await changed(means, WITHDRAW_NOTE, withdraw, () => ({ id: noteId }));
  return { state: "withdrawn", reason: standing.reason, spans: [] };
}

/** Which case or note a client objects to, by the reference of the source. */
export type Objection = { readonly caseRef: string } | { readonly sourceId: string };

/**
 * Notes that a client objects, and erases what there is: from now on the door refuses such notes. The reference is hashed at once. Saying
 * it again erases what came in between, which is nothing.
 */
export async function objectToUse(
  means: Pick<NoteMeans, "db" | "municipalityId" | "hash" | "idOf" | "today" | "erase">,
  objection: Objection,
  options: { readonly dryRun?: boolean } = {},
): Promise<ErasureFacts> {
  const { db, municipalityId, hash, idOf, today } = means;
  const caseRef = "caseRef" in objection ? objection.caseRef : ownCaseRef(objection.sourceId);
  const target: ErasureTarget =
    "caseRef" in objection
      ? { kind: "case", caseId: await idOf("case", caseRef) }
      : { kind: "notes", noteIds: [await idOf("note", objection.sourceId)] };
  if (options.dryRun !== true) {
    // First the objection: what comes in while the rest is erased is refused already.
    await addObjection(db, municipalityId, { id: hash("objection", caseRef), since: today() });
  }
  return await means.erase(target, options);
}

function notHeld(): ProductError {
  return new ProductError("note-not-held", "Deze notitie houden wij niet tegen. Je hoeft niets te doen.");
}

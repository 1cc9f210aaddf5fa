import type {
  GateDecision,
  IdentifierType,
  IncomingNote,
  MunicipalityId,
  NoteId,
  RawText,
  SafeNote,
  WriterDeclares,
} from "@rode-draad/domain";
import type { IntakeTools, NoteFacts, QuarantinedNote } from "./intake-tools.js";

/** A note after the gate: fit to store, or held back. */
export type GatedNote =
  | { readonly kind: "safe"; readonly note: SafeNote }
  | { readonly kind: "quarantined"; readonly note: QuarantinedNote };

/** The identity of a note, made from the source's references by keyed hashes. */
export interface NoteIdentity {
  readonly municipalityId: MunicipalityId;
  readonly noteId: NoteId;
  readonly contentHash: string;
  readonly facts: NoteFacts;
}

type Hash = IntakeTools["hash"];

/** What a note stands under by itself, and its case when the source names none. */
export function ownCaseRef(sourceId: string): string {
  return `note:${sourceId}`;
}

/** Under which a client's objection to the case or to this note stands, if there is one. The ids lead to no row. */
export function objectionIdsOf(
  { sourceId, caseRef }: Pick<IncomingNote, "sourceId" | "caseRef">,
  hash: Hash,
): string[] {
  return [...new Set([caseRef ?? ownCaseRef(sourceId), ownCaseRef(sourceId)])].map((ref) => hash("objection", ref));
}

/** Hashes what the source knows a note by. A note without a case is its own case. */
export function identifyNote(
  note: IncomingNote,
  textHash: string,
  { municipalityId, hash }: Pick<IntakeTools, "municipalityId" | "hash">,
): NoteIdentity {
  const facts = {
    caseId: hash("case", note.caseRef ?? ownCaseRef(note.sourceId)),
    ...(note.professionalRef !== undefined && { professionalId: hash("professional", note.professionalRef) }),
    date: note.date,
    teamCode: note.team,
    areaCode: note.area,
    safetyFlag: note.safetyFlag,
  };
  const contentHash = contentHashOf(textHash, facts, hash);
  return { municipalityId, noteId: hash("note", note.sourceId), contentHash, facts };
}

/**
 * The content hash covers the text and every field that counting uses, so that a corrected wijk or a safety flag set later replaces
 * the note too.
 */
export function contentHashOf(textHash: string, facts: NoteFacts, hash: Hash): string {
  const { caseId, professionalId = "", date, teamCode, areaCode, safetyFlag } = facts;
  return hash("content", JSON.stringify([textHash, caseId, professionalId, date, teamCode, areaCode, safetyFlag]));
}

/** Takes a note's text through the gate. Any fault in the gate is a quarantine, never a pass. */
export async function passGate(
  text: RawText,
  { municipalityId, noteId: id, contentHash, facts }: NoteIdentity,
  gate: IntakeTools["gate"],
  declared?: WriterDeclares,
): Promise<GatedNote> {
  const decision = await decide(text, gate, declared);
  if (decision.decision === "quarantine") {
    const { reason, spans } = decision;
    return { kind: "quarantined", note: { id, contentHash, facts, reason, spans } };
  }
  const masked: Partial<Record<IdentifierType, number>> = {};
  for (const span of decision.spans) masked[span.type] = (masked[span.type] ?? 0) + 1;
  const { text: safe, spans } = decision;
  return { kind: "safe", note: { municipalityId, id, ...facts, text: safe, contentHash, masked, spans } };
}

async function decide(text: RawText, gate: IntakeTools["gate"], declared?: WriterDeclares): Promise<GateDecision> {
  try {
    return await gate.inspect(text, declared);
  } catch {
    // The error is dropped on purpose: its message could quote the text.
    return { decision: "quarantine", reason: "gate-fault", spans: [] };
  }
}

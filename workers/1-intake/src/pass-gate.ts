import type { GateDecision, IdentifierType, IncomingNote, SafeNote } from "@rode-draad/domain";
import type { IntakeTools, QuarantinedNote } from "./intake-tools.js";

/** A note after the gate: fit to store, or held back. */
export type GatedNote =
  | { readonly kind: "safe"; readonly note: SafeNote }
  | { readonly kind: "quarantined"; readonly note: QuarantinedNote };

/** The identity of a note, made from the source's references by keyed hashes. */
export interface NoteIdentity {
  readonly noteId: string;
  readonly contentHash: string;
  readonly caseId: string;
  readonly professionalId: string | undefined;
}

/**
 * Hashes what the source knows a note by. A note without a case is its own case. The content hash covers the text and
 * every field that counting uses, so that a corrected wijk or a safety flag set later replaces the note too.
 */
export function identifyNote(note: IncomingNote, textHash: string, hash: IntakeTools["hash"]): NoteIdentity {
  const noteId = hash("note", note.sourceId);
  const caseId = hash("case", note.caseRef ?? `note:${note.sourceId}`);
  const professionalId = note.professionalRef === undefined ? undefined : hash("professional", note.professionalRef);
  const content = [textHash, caseId, professionalId ?? "", note.date, note.team, note.area, note.safetyFlag];
  return { noteId, caseId, professionalId, contentHash: hash("content", JSON.stringify(content)) };
}

/** Takes a note through the gate. Any fault in the gate is a quarantine, never a pass. */
export async function passGate(note: IncomingNote, identity: NoteIdentity, tools: IntakeTools): Promise<GatedNote> {
  const { municipalityId } = tools;
  const { noteId: id, caseId, professionalId, contentHash } = identity;
  const decision = await decide(note, tools.gate);
  if (decision.decision === "quarantine") {
    const { reason, spans } = decision;
    return { kind: "quarantined", note: { id, contentHash, reason, spans } };
  }
  const masked: Partial<Record<IdentifierType, number>> = {};
  for (const span of decision.spans) masked[span.type] = (masked[span.type] ?? 0) + 1;
  return {
    kind: "safe",
    note: {
      municipalityId,
      id,
      caseId,
      ...(professionalId === undefined ? {} : { professionalId }),
      date: note.date,
      teamCode: note.team,
      areaCode: note.area,
      safetyFlag: note.safetyFlag,
      text: decision.text,
      contentHash,
      masked,
    },
  };
}

async function decide(note: IncomingNote, gate: IntakeTools["gate"]): Promise<GateDecision> {
  try {
    return await gate.inspect(note.text);
  } catch {
    // The error is dropped on purpose: its message could quote the text.
    return { decision: "quarantine", reason: "gate-fault", spans: [] };
  }
}

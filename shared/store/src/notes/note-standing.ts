import {
  type Day,
  type IdentifierSpan,
  type IdentifierType,
  type MunicipalityId,
  markSafe,
  type NoteId,
  type ProfessionalId,
  type QuarantineReason,
  type SafeText,
} from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";
import { openText } from "../text/text-cipher.js";
import type { HeldFacts } from "./save-quarantined.js";

/** How a note stands that its source knows: what the gate took out of it, or why it was held back. */
export type NoteStanding =
  | {
      readonly kind: "stored";
      readonly date: Day;
      readonly masked: Readonly<Partial<Record<IdentifierType, number>>>;
      /** Offsets in the raw text, UTF-16, half-open. */
      readonly spans: readonly IdentifierSpan[];
      /** Absent for a note of a closed month, and when the source gave none. */
      readonly professionalId?: ProfessionalId;
      /** As long as it is kept. */
      readonly text?: SafeText;
    }
  | {
      readonly kind: "quarantined" | "withdrawn";
      readonly reason: QuarantineReason;
      readonly spans: readonly IdentifierSpan[];
      readonly contentHash: string;
      /** Absent for a note that was held back by an earlier version of the product. */
      readonly facts?: HeldFacts;
    };

/** Undefined for a note that is not known here. */
export async function readNoteStanding(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  noteId: NoteId,
): Promise<NoteStanding | undefined> {
  const note = await db
    .selectFrom("case_note")
    .select(["date", "masked", "spans", "professional_id", "text", "text_key"])
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", noteId)
    .executeTakeFirst();
  if (note !== undefined) {
    const sealed = note.text === null ? undefined : { text: note.text, textKey: note.text_key };
    const text = sealed && openText(db, municipalityId, noteId, sealed);
    return {
      kind: "stored",
      date: note.date,
      masked: note.masked,
      spans: note.spans,
      ...(note.professional_id !== null && { professionalId: note.professional_id }),
      ...(text !== undefined && { text: markSafe(text) }),
    };
  }
  const held = await db
    .selectFrom("quarantined_note")
    .select(["state", "reason", "spans", "content_hash", "case_id", "professional_id", "date"])
    .select(["team_code", "area_code", "safety_flag"])
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", noteId)
    .$narrowType<{ reason: QuarantineReason }>()
    .executeTakeFirst();
  if (held === undefined) return undefined;
  const { case_id: caseId, date, team_code: teamCode, area_code: areaCode, professional_id: professionalId } = held;
  const isWhole = caseId !== null && date !== null && teamCode !== null && areaCode !== null;
  return {
    kind: held.state === "withdrawn" ? "withdrawn" : "quarantined",
    reason: held.reason,
    spans: held.spans,
    contentHash: held.content_hash,
    ...(isWhole && {
      facts: {
        caseId,
        date,
        teamCode,
        areaCode,
        safetyFlag: held.safety_flag ?? false,
        ...(professionalId !== null && { professionalId }),
      },
    }),
  };
}

/** The writer takes a held note back: positions go, and the same text is not held back again. False when it is not there. */
export async function withdrawQuarantined(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  noteId: NoteId,
): Promise<boolean> {
  const row = await db
    .updateTable("quarantined_note")
    .set({ state: "withdrawn", spans: "[]" })
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", noteId)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

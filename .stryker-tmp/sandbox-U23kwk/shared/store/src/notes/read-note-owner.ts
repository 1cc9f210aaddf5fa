import type { MunicipalityId, NoteId, ProfessionalId, TeamCode } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** Whose a note is, for the question who may see it. Also of a note whose text is gone, and of one that is held back. */
export async function readNoteOwner(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  noteId: NoteId,
): Promise<{ readonly teamCode?: TeamCode; readonly professionalId?: ProfessionalId } | undefined> {
  const ownerIn = (table: "case_note" | "quarantined_note") =>
    db
      .selectFrom(table)
      .select(["team_code", "professional_id"])
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", noteId)
      .executeTakeFirst();
  const row = (await ownerIn("case_note")) ?? (await ownerIn("quarantined_note"));
  if (row === undefined) return undefined;
  const { team_code: teamCode, professional_id: professionalId } = row;
  return { ...(teamCode !== null && { teamCode }), ...(professionalId !== null && { professionalId }) };
}

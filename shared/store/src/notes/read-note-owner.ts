import type { MunicipalityId, NoteId, ProfessionalId, TeamCode } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** Whose a note is, for the question who may see it. Also of a note whose text is gone. */
export async function readNoteOwner(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  noteId: NoteId,
): Promise<{ readonly teamCode: TeamCode; readonly professionalId?: ProfessionalId } | undefined> {
  const row = await db
    .selectFrom("case_note")
    .select(["team_code", "professional_id"])
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", noteId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { teamCode: row.team_code, ...(row.professional_id !== null && { professionalId: row.professional_id }) };
}

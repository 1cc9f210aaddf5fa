import type { MunicipalityId, NoteId } from "@rode-draad/domain";
import { forgetPointedQuestions } from "../corrections/forget-pointed-questions.js";
import type { StoreDatabase } from "../open-store.js";
import { forgetQuestions } from "../questions/forget-questions.js";
import { inTransaction } from "../transaction.js";

/**
 * Removes notes with their questions and what corrections remember of them, and marks their months for recounting: for a client who objects after all, or a text
 * that no longer passes the gate. Gives back the ids that were there.
 */
export async function removeNotes(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  noteIds: readonly NoteId[],
  now: Date,
): Promise<NoteId[]> {
  if (noteIds.length === 0) return [];
  return await inTransaction(db, async (transaction) => {
    await forgetQuestions(transaction, municipalityId, noteIds, now);
    await forgetPointedQuestions(transaction, municipalityId, noteIds);
    const removed = await transaction
      .deleteFrom("case_note")
      .where("municipality_id", "=", municipalityId)
      .where("id", "in", noteIds)
      .returning("id")
      .execute();
    return removed.map((row) => row.id);
  });
}

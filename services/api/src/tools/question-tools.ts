import { readQuestionsInNote } from "@rode-draad/store";
import type { QuestionView } from "./api-tools.js";
import type { StoreToolsMeans } from "./create-store-tools.js";
import { type NoteAccessMeans, requireNoteAccess } from "./require-note-access.js";

/** The questions of a note that somebody may move, found by the id that its source knows it by. */
export async function listQuestionsOfNote(
  means: NoteAccessMeans & Pick<StoreToolsMeans, "noteIdOf">,
  sourceId: string,
): Promise<QuestionView[] | undefined> {
  const noteId = means.noteIdOf(sourceId);
  await requireNoteAccess(means, "note:read", noteId);
  const questions = await readQuestionsInNote(means.db, means.municipalityId, noteId);
  return questions?.map(({ id, start, end, themeId, confidence, route }) => ({
    id,
    start,
    end,
    assignment: { themeId, confidence, route },
  }));
}

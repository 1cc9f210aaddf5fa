import { readQuestionsInNote } from "@rode-draad/store";
import type { ApiTools } from "./api-tools.js";
import type { StoreToolsMeans } from "./create-store-tools.js";
import { type NoteAccessMeans, noteUnknown, requireNoteAccess } from "./require-note-access.js";

/** The questions of a note that somebody may move, found by the id that its source knows it by, under any key in use. */
export async function listQuestionsOfNote(
  means: NoteAccessMeans & Pick<StoreToolsMeans, "idOf">,
  sourceId: string,
): ReturnType<ApiTools["listQuestionsOfNote"]> {
  const { db, municipalityId } = means;
  const noteId = await means.idOf("note", sourceId);
  await requireNoteAccess(means, "note:read", noteId);
  const questions = await readQuestionsInNote(db, municipalityId, noteId);
  if (questions === undefined) throw noteUnknown();
  return {
    noteId,
    questions: questions.map(({ id, start, end, themeId, confidence, route }) => ({
      id,
      start,
      end,
      assignment: { themeId, confidence, route },
    })),
  };
}

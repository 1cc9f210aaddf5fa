import { readQuestionsInNote } from "@rode-draad/store";
import type { ApiTools } from "./api-tools.js";
import type { StoreToolsMeans } from "./create-store-tools.js";

/** The questions of a note that somebody may move, found by the id that its source knows it by, under any key in use. */
export async function listQuestionsOfNote(
  { db, municipalityId, noteIdsOf }: Pick<StoreToolsMeans, "db" | "municipalityId" | "noteIdsOf">,
  sourceId: string,
): ReturnType<ApiTools["listQuestionsOfNote"]> {
  for (const noteId of noteIdsOf(sourceId)) {
    const questions = await readQuestionsInNote(db, municipalityId, noteId);
    if (questions === undefined) continue;
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
  return undefined;
}

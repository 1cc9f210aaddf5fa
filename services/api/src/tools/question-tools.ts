import { readQuestionsInNote } from "@rode-draad/store";
import type { QuestionView } from "./api-tools.js";
import type { StoreToolsMeans } from "./create-store-tools.js";

/** The questions of a note that somebody may move, found by the id that its source knows it by. */
export async function listQuestionsOfNote(
  { db, municipalityId, hash }: Pick<StoreToolsMeans, "db" | "municipalityId" | "hash">,
  sourceId: string,
): Promise<QuestionView[] | undefined> {
  const questions = await readQuestionsInNote(db, municipalityId, hash("note", sourceId));
  return questions?.map(({ id, start, end, themeId, confidence, route }) => ({
    id,
    start,
    end,
    assignment: { themeId, confidence, route },
  }));
}

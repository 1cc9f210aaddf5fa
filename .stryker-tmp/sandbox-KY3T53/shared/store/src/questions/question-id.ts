import type { NoteId, QuestionId } from "@rode-draad/domain";

/** A question's id is its note and its place in the note; the store keeps the two apart. */
export function questionIdOf(noteId: NoteId, ordinal: number): QuestionId {
  return `${noteId}.${ordinal}`;
}

export function splitQuestionId(questionId: QuestionId): { noteId: NoteId; ordinal: number } {
  const dot = questionId.lastIndexOf(".");
  return { noteId: questionId.slice(0, dot), ordinal: Number(questionId.slice(dot + 1)) };
}

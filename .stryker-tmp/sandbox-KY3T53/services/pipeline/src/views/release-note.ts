import { ProductError } from "@rode-draad/domain";
import type { NoteOutcome, NoteReleaseDraft } from "@rode-draad/web";
import type { Actions } from "./create-web-tools.js";
import { describeNote } from "./describe-note.js";

/** A refusal is an outcome like any other here: the page shows its sentence beside the form. */
const REFUSALS = ["note-not-held", "note-facts-missing", "note-text-differs"];

/**
 * Releases a note as the API does, from the first of the pasted text's forms that is the one that was held back: a browser changes how
 * lines end. Throws `note-unknown`.
 */
export async function releaseNote(
  actions: Pick<Actions, "releaseNote">,
  draft: NoteReleaseDraft,
): Promise<NoteOutcome> {
  const { sourceId, forms, isEdited, harmless, traitsPointAtNobody } = draft;
  let refused = "";
  for (const { text, textHash } of forms) {
    try {
      const declared = { harmless, traitsPointAtNobody };
      const view = await actions.releaseNote(sourceId, { text, textHash, declared, isEdited });
      return { note: describeNote(view) };
    } catch (error) {
      if (!(error instanceof ProductError) || !REFUSALS.includes(error.code)) throw error;
      refused = error.message;
    }
  }
  return { refused };
}

/** Withdraws a note as the API does. Throws `note-unknown`. */
export async function withdrawNote(actions: Pick<Actions, "withdrawNote">, sourceId: string): Promise<NoteOutcome> {
  try {
    return { note: describeNote(await actions.withdrawNote(sourceId)) };
  } catch (error) {
    if (error instanceof ProductError && REFUSALS.includes(error.code)) return { refused: error.message };
    throw error;
  }
}

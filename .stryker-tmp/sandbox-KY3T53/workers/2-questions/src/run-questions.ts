import type { StagePayload } from "@rode-draad/contracts";
import type { MunicipalityId, NoteId, SafeText, Segment } from "@rode-draad/domain";
import { cutIntoSegments } from "./cut-into-segments.js";

/** A stored note as this stage needs it. `version` tells the store whether the note changed in the meantime. */
export interface NoteToCut {
  readonly noteId: NoteId;
  readonly version: number;
  readonly text: SafeText;
}

export interface CutNote {
  readonly noteId: NoteId;
  readonly version: number;
  readonly segments: readonly Segment[];
}

/** What the stage needs from the store. */
export interface QuestionTools {
  /** The notes of the batch that still have their text; a note that is gone is left out. */
  readonly readNotes: (municipalityId: MunicipalityId, noteIds: readonly NoteId[]) => Promise<readonly NoteToCut[]>;
  /** Replaces the segments of the notes, skipping notes that changed; gives back the ids that were written. */
  readonly saveSegments: (municipalityId: MunicipalityId, notes: readonly CutNote[]) => Promise<readonly NoteId[]>;
}

/**
 * The stage: reads the notes, cuts them, saves the segments. Running it again writes the same rows. Gives the payload for
 * the next stage, or undefined when none of the notes was written.
 */
export async function runQuestions(
  payload: StagePayload<"questions">,
  tools: QuestionTools,
): Promise<StagePayload<"known-themes"> | undefined> {
  const notes = await tools.readNotes(payload.municipalityId, payload.noteIds);
  const cut = notes.map(({ noteId, version, text }) => ({ noteId, version, segments: cutIntoSegments(text) }));
  const written = await tools.saveSegments(payload.municipalityId, cut);
  return written.length === 0 ? undefined : { municipalityId: payload.municipalityId, noteIds: [...written] };
}

import type { StagePayload } from "@rode-draad/contracts";
import type { MunicipalityId, NoteId, SafeText, Segment } from "@rode-draad/domain";

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
  /** `cutIntoSegments` for each text in turn, or the code of why it could not; may run in another thread. */
  readonly cut: (
    texts: readonly SafeText[],
  ) => Promise<readonly ({ readonly done: readonly Segment[] } | { readonly failed: string })[]>;
  /** Replaces the segments of the notes, skipping notes that changed; gives back the ids that were written. */
  readonly saveSegments: (municipalityId: MunicipalityId, notes: readonly CutNote[]) => Promise<readonly NoteId[]>;
}

export interface QuestionsRun {
  /** The payload for the next stage; undefined when none of the notes was written. */
  readonly next: StagePayload<"known-themes"> | undefined;
  readonly failed: readonly { readonly noteId: NoteId; readonly reason: string }[];
}

/**
 * The stage: reads the notes, cuts them, saves the segments, and says which notes it could not cut. Running it again writes the
 * same rows.
 */
export async function runQuestions(payload: StagePayload<"questions">, tools: QuestionTools): Promise<QuestionsRun> {
  const notes = await tools.readNotes(payload.municipalityId, payload.noteIds);
  const outcomes = await tools.cut(notes.map(({ text }) => text));
  const cut: CutNote[] = [];
  const failed: { noteId: NoteId; reason: string }[] = [];
  notes.forEach(({ noteId, version }, index) => {
    const outcome = outcomes[index] ?? { failed: "unknown" };
    if ("done" in outcome) cut.push({ noteId, version, segments: outcome.done });
    else failed.push({ noteId, reason: outcome.failed });
  });
  const written = await tools.saveSegments(payload.municipalityId, cut);
  const next = written.length === 0 ? undefined : { municipalityId: payload.municipalityId, noteIds: [...written] };
  return { next, failed };
}

import type { StagePayload } from "@rode-draad/contracts";
import type { MunicipalityId, NoteId, SafeText, Segment } from "@rode-draad/domain";
import { keepSafetyNotesOut } from "./keep-safety-notes-out.js";
import type { ThemedSegment } from "./recogniser.js";

/** A cut note as this stage needs it. `version` tells the store whether the note changed in the meantime. */
export interface NoteToTheme {
  readonly noteId: NoteId;
  readonly version: number;
  readonly safetyFlag: boolean;
  readonly text: SafeText;
  readonly segments: readonly Segment[];
}

export interface ThemedNote {
  readonly noteId: NoteId;
  readonly version: number;
  readonly segments: readonly ThemedSegment[];
}

/** What the stage needs from the store and from the thread that recognises. */
export interface KnownThemeTools {
  readonly readCutNotes: (
    municipalityId: MunicipalityId,
    noteIds: readonly NoteId[],
  ) => Promise<readonly NoteToTheme[]>;
  /** `Recogniser.recognise` for each note in turn; may run in another thread. */
  readonly recognise: (
    notes: readonly { readonly text: SafeText; readonly segments: readonly Segment[] }[],
  ) => Promise<readonly (readonly ThemedSegment[])[]>;
  /** Replaces the segments of the notes and stores their themes, skipping notes that changed. */
  readonly saveThemes: (municipalityId: MunicipalityId, notes: readonly ThemedNote[]) => Promise<readonly NoteId[]>;
}

/** The stage: reads cut notes, recognises, saves. Running it again writes the same rows. */
export async function runKnownThemes(
  payload: StagePayload<"known-themes">,
  tools: KnownThemeTools,
): Promise<StagePayload<"emergent-themes">> {
  const notes = await tools.readCutNotes(payload.municipalityId, payload.noteIds);
  const recognised = await tools.recognise(notes.map(({ text, segments }) => ({ text, segments })));
  const themed = notes.map(({ noteId, version, safetyFlag }, index) => ({
    noteId,
    version,
    segments: keepSafetyNotesOut(recognised[index] ?? [], safetyFlag),
  }));
  await tools.saveThemes(payload.municipalityId, themed);
  return { municipalityId: payload.municipalityId };
}

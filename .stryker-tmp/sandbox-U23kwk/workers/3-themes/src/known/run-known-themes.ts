import type { StagePayload } from "@rode-draad/contracts";
import type { CorrectionLog, MunicipalityId, NoteId, SafeText, Segment } from "@rode-draad/domain";
import { type EvidencedSegment, makeEvidenceReader } from "../corrections/read-evidence.js";
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
  readonly safetyFlag: boolean;
  readonly segments: readonly EvidencedSegment[];
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
  /** What people corrected so far. */
  readonly readCorrections: (municipalityId: MunicipalityId) => Promise<CorrectionLog>;
  /**
   * Replaces the segments of the notes and stores their themes under the corrections, skipping notes that changed. A retryable
   * error when a correction came after `correctionVersion`.
   */
  readonly saveThemes: (
    municipalityId: MunicipalityId,
    notes: readonly ThemedNote[],
    correctionVersion: number,
  ) => Promise<readonly NoteId[]>;
}

/** The stage: reads cut notes, recognises, saves. Running it again writes the same rows. */
export async function runKnownThemes(
  payload: StagePayload<"known-themes">,
  tools: KnownThemeTools,
): Promise<StagePayload<"emergent-themes">> {
  const notes = await tools.readCutNotes(payload.municipalityId, payload.noteIds);
  const corrections = makeEvidenceReader(await tools.readCorrections(payload.municipalityId));
  const recognised = await tools.recognise(notes.map(({ text, segments }) => ({ text, segments })));
  const themed = notes.map(({ noteId, version, safetyFlag, text }, index) => ({
    noteId,
    version,
    safetyFlag,
    segments: corrections.read(noteId, text, keepSafetyNotesOut(recognised[index] ?? [], safetyFlag)),
  }));
  await tools.saveThemes(payload.municipalityId, themed, corrections.version);
  return { municipalityId: payload.municipalityId };
}

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
  /** `Recogniser.recognise` for each note in turn, or the code of why it could not; may run in another thread. */
  readonly recognise: (
    notes: readonly { readonly text: SafeText; readonly segments: readonly Segment[] }[],
  ) => Promise<readonly ({ readonly done: readonly ThemedSegment[] } | { readonly failed: string })[]>;
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

export interface KnownThemesRun {
  readonly next: StagePayload<"emergent-themes">;
  readonly failed: readonly { readonly noteId: NoteId; readonly reason: string }[];
}

/** The stage: reads cut notes, recognises, saves, and says which notes it could not read. Running it again writes the same rows. */
export async function runKnownThemes(
  payload: StagePayload<"known-themes">,
  tools: KnownThemeTools,
): Promise<KnownThemesRun> {
  const notes = await tools.readCutNotes(payload.municipalityId, payload.noteIds);
  const corrections = makeEvidenceReader(await tools.readCorrections(payload.municipalityId));
  const recognised = await tools.recognise(notes.map(({ text, segments }) => ({ text, segments })));
  const themed: ThemedNote[] = [];
  const failed: { noteId: NoteId; reason: string }[] = [];
  notes.forEach(({ noteId, version, safetyFlag, text }, index) => {
    const outcome = recognised[index] ?? { failed: "unknown" };
    if ("failed" in outcome) {
      failed.push({ noteId, reason: outcome.failed });
      return;
    }
    const segments = corrections.read(noteId, text, keepSafetyNotesOut(outcome.done, safetyFlag));
    themed.push({ noteId, version, safetyFlag, segments });
  });
  await tools.saveThemes(payload.municipalityId, themed, corrections.version);
  return { next: { municipalityId: payload.municipalityId }, failed };
}

import type { StagePayload } from "@rode-draad/contracts";
import type {
  AreaCode,
  CaseId,
  GateDecision,
  IdentifierSpan,
  MunicipalityId,
  NoteId,
  ProfessionalId,
  QuarantineReason,
  RawText,
  SafeNote,
  TeamCode,
  WriterDeclares,
} from "@rode-draad/domain";
import type { HashNamespace } from "@rode-draad/runtime";
import type { SourceReader } from "./reading-thread/open-source-reader.js";
import type { KnownArea } from "./row/find-area.js";
import type { KnownTeam } from "./row/find-team.js";

/** What is kept of a note beside its text and its id. */
export type NoteFacts = Pick<SafeNote, "caseId" | "professionalId" | "date" | "teamCode" | "areaCode" | "safetyFlag">;

/** A note that the gate held back, as it is kept: no text, no references. */
export interface QuarantinedNote {
  readonly id: NoteId;
  readonly contentHash: string;
  /** What it takes to release it, beside its text. */
  readonly facts: NoteFacts;
  readonly reason: QuarantineReason;
  readonly spans: readonly IdentifierSpan[];
}

/** What the store did with the notes of one write, by id: new, another content under a known id, or the same as it had. */
export interface SavedNotes {
  readonly stored: readonly NoteId[];
  readonly replaced: readonly NoteId[];
  readonly duplicate: readonly NoteId[];
}

/** Teams and wijken that an import brings for the first time. */
export interface NewPlaces {
  readonly teams: readonly TeamCode[];
  readonly areas: readonly AreaCode[];
}

/** The tools that intake needs. Whoever starts it fills them in and owns what is behind them. */
export interface IntakeTools {
  readonly municipalityId: MunicipalityId;
  /** Keyed hash of a value from the source system. */
  readonly hash: (namespace: HashNamespace, value: string) => NoteId | CaseId | ProfessionalId;
  readonly gate: { inspect(text: RawText, declared?: WriterDeclares): GateDecision | Promise<GateDecision> };
  /** Takes files apart, away from this thread. */
  readonly reader: SourceReader;
  readonly knownAreas: readonly KnownArea[];
  readonly knownTeams: readonly KnownTeam[];
  /** Called before the notes that name them are written. */
  ensurePlaces(places: NewPlaces): Promise<void>;
  /** Which of these ids stand for a client who objected. */
  findObjections(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Writes all or nothing. Takes a quarantine of the same id away. */
  saveNotes(notes: readonly SafeNote[]): Promise<SavedNotes>;
  /** Writes all or nothing. Takes a stored note of the same id away: its new text may not be kept. */
  saveQuarantined(notes: readonly QuarantinedNote[]): Promise<SavedNotes>;
  /** Takes notes away whose client objected. Ids that are not there are no error. */
  removeNotes(noteIds: readonly NoteId[]): Promise<unknown>;
  /** A hint to the next stage, all jobs of one write together: never fails, and the reconciler makes them again when they get lost. */
  enqueueMany(stage: "questions", payloads: readonly StagePayload<"questions">[]): Promise<void>;
}

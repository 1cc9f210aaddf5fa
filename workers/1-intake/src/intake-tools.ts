import type { StagePayload } from "@rode-draad/contracts";
import type {
  CaseId,
  GateDecision,
  IdentifierSpan,
  MunicipalityId,
  NoteId,
  ProfessionalId,
  QuarantineReason,
  RawText,
  SafeNote,
} from "@rode-draad/domain";
import type { HashNamespace } from "@rode-draad/runtime";
import type { KnownArea } from "./row/find-area.js";
import type { KnownTeam } from "./row/find-team.js";

/** A note that the gate held back, as it is kept: no text, no references. */
export interface QuarantinedNote {
  readonly municipalityId: MunicipalityId;
  readonly id: NoteId;
  readonly contentHash: string;
  readonly reason: QuarantineReason;
  readonly spans: readonly IdentifierSpan[];
}

/** What the store did with a note: new, another content under a known id, or the same as it had. */
export type SaveOutcome = "stored" | "replaced" | "duplicate";

/** The tools that intake needs. Whoever starts it fills them in and owns what is behind them. */
export interface IntakeTools {
  readonly municipalityId: MunicipalityId;
  /** Keyed hash of a value from the source system. */
  readonly hash: (namespace: HashNamespace, value: string) => NoteId | CaseId | ProfessionalId;
  readonly gate: { inspect(text: RawText): GateDecision | Promise<GateDecision> };
  readonly knownAreas: readonly KnownArea[];
  readonly knownTeams: readonly KnownTeam[];
  /** Writes all or nothing; answers per note, in order. Takes a stored quarantine of the same id away. */
  saveNotes(notes: readonly SafeNote[]): Promise<readonly SaveOutcome[]>;
  /** Writes all or nothing; answers per note, in order. Takes a stored note of the same id away: its new text may not be kept. */
  saveQuarantined(notes: readonly QuarantinedNote[]): Promise<readonly SaveOutcome[]>;
  /** Takes notes away whose client objected. Ids that are not there are no error. */
  eraseNotes(noteIds: readonly NoteId[]): Promise<void>;
  /** A hint to the next stage; the reconciler makes it again when it gets lost. */
  enqueue(stage: "questions", payload: StagePayload<"questions">): Promise<void>;
}

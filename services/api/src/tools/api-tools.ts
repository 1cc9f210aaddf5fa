import type {
  AreaCode,
  Collective,
  Direction,
  ErasureFacts,
  Explanation,
  GateDecision,
  LoggedCorrection,
  Month,
  NoteId,
  ProposalState,
  QuestionId,
  RawText,
  RefusalReason,
  TeamCode,
  ThemeAssignment,
  ThemeChange,
  ThemeId,
  ThemeReasons,
  Week,
} from "@rode-draad/domain";
import type { ImportSummary, NoteOutcome, NoteSource } from "@rode-draad/intake";
import type { ProposalCard, ShownBand } from "@rode-draad/reports";
import type { ProposalPlace, ReportKey, StoredPartnerRequest } from "@rode-draad/store";
import type { AuditLog } from "../audit/audit-log.js";
import type { InitiativeActions } from "./initiative-tools.js";
import type { NoteRelease, NoteView, Objection } from "./note-tools.js";
import type { ReleaseOrder, ReleaseOutcome } from "./release-month.js";

/**
 * What the API needs of the rest of the house, made for one actor: what comes out is what this actor may see, and what is
 * changed is changed in this actor's name. It counts nothing itself: every number that comes out of these functions was
 * released before, so an answer can hand it on as it is.
 */
export interface ApiTools extends InitiativeActions {
  readonly audit: AuditLog;
  /** Throws a retryable `work-waits` while so much is under way that nothing more can be taken in. */
  requireRoom(): Promise<void>;
  /** The door. Throws a `ProductError` for a source that cannot be read. */
  receiveNotes(source: NoteSource, onOutcome: (outcome: NoteOutcome) => void): Promise<ImportSummary>;
  /** The privacy gate, for free text that a person adds to a decision. */
  inspect(text: RawText): GateDecision;
  /** Keyed hash of a note's text, made while the text is in hand, to be compared with the one that was held back. */
  hashText(text: string): string;
  /**
   * How a note stands that its source knows by this id; its text only when the actor wrote it. Throws `note-unknown`, here and below also
   * for a note that this actor does not see.
   */
  readNote(sourceId: string): Promise<NoteView>;
  /** Throws `note-unknown`, `note-not-held`, `note-facts-missing` or `note-text-differs`. */
  releaseNote(sourceId: string, release: NoteRelease): Promise<NoteView>;
  /** Throws `note-unknown` or `note-not-held`. */
  withdrawNote(sourceId: string): Promise<NoteView>;
  /** A client objects: what there is of the case or the note is erased, and refused from now on. */
  objectToUse(objection: Objection, options?: { readonly dryRun?: boolean }): Promise<ErasureFacts>;
  listThemes(): Promise<readonly ThemeView[]>;
  readTheme(themeId: ThemeId): Promise<ThemeView | undefined>;
  /** The questions of a note by the id that its source knows it by, in their order. Throws `note-unknown`. */
  listQuestionsOfNote(
    sourceId: string,
  ): Promise<{ readonly noteId: NoteId; readonly questions: readonly QuestionView[] }>;
  /**
   * Throws `theme-unknown`, `question-unknown` (also for one in a note that this actor does not see), `correction-refused`, or a
   * retryable `corrections-moved`.
   */
  correctTheme(order: CorrectionOrder): Promise<LoggedCorrection>;
  /** Throws `correction-unknown` or `correction-refused`. */
  undoCorrection(correctionId: string, reason: Reason): Promise<LoggedCorrection>;
  /** The latest first. */
  listCorrections(): Promise<readonly LoggedCorrection[]>;
  /** The latest first, with a sentence that people read. */
  listThemeChanges(filter: {
    readonly themeId?: ThemeId;
    readonly correctionId?: string;
  }): Promise<readonly ThemeChangeView[]>;
  listSignals(filter: { readonly fromMonth?: Month; readonly areaCode?: AreaCode }): Promise<readonly SignalView[]>;
  listProposals(filter: ProposalFilter): Promise<ProposalCards>;
  readProposal(proposalId: string): Promise<ReviewedProposal | undefined>;
  /** Throws `proposal-unknown`, `proposal-held`, or `initiative-taken` when somebody else carries it. */
  reviewProposal(proposalId: string, decision: Decision): Promise<ReviewView>;
  listPartnerRequests(): Promise<readonly StoredPartnerRequest[]>;
  /** Throws `initiative-unknown`, or what the composer of requests refuses. */
  requestPartner(order: PartnerOrder): Promise<StoredPartnerRequest>;
  listReports(filter: Partial<ReportKey>): Promise<readonly ReportView[]>;
  /** Throws `access-denied` for the report of a team that this actor does not see. */
  readReport(key: ReportKey): Promise<unknown>;
  /** Throws `report-unknown`, `month-released` or `draft-changed`. */
  releaseMonth(order: ReleaseOrder): Promise<ReleaseOutcome>;
}

/** Whether the parts that the API rests on answer. */
export interface HealthTools {
  /** Resolves when the part answers, rejects when it does not. */
  checkStore(): Promise<unknown>;
  checkQueue(): Promise<unknown>;
  /** Rejects when work waits and nothing moves. */
  checkProgress(): Promise<unknown>;
}

/** Why somebody decides; it passed the gate. Who it is, the tools know. */
export interface Reason {
  readonly why: string;
}

/** What a person wants to correct. */
export type CorrectionOrder = Reason &
  (
    | { readonly kind: "rename"; readonly themeId: ThemeId; readonly name: string }
    | { readonly kind: "merge"; readonly themeId: ThemeId; readonly intoId: ThemeId }
    | {
        readonly kind: "split";
        readonly themeId: ThemeId;
        readonly name: string;
        readonly words: readonly string[];
        readonly questionIds: readonly QuestionId[];
      }
    | { readonly kind: "pin" | "not-a-theme" | "sleep"; readonly themeId: ThemeId }
    | {
        readonly kind: "move";
        readonly questionId: QuestionId;
        readonly toId: ThemeId | null;
        readonly outOfSafety: boolean;
      }
  );

/** A question of a note without its text: where it stands in the safe text, and what it counts as. */
export interface QuestionView {
  readonly id: QuestionId;
  readonly start: number;
  readonly end: number;
  readonly assignment: ThemeAssignment;
}

export interface ThemeChangeView extends ThemeChange {
  readonly sentence: string;
}

export interface ThemeView {
  readonly id: ThemeId;
  readonly name: string;
  readonly description: string;
  readonly origin: "catalogue" | "emergent";
  readonly collective: Collective;
  /** Where to go with a theme that is never collective. */
  readonly specialistRoute?: string;
  /** From the latest report of the municipality; absent when nothing of it was released. */
  readonly published?: PublishedTheme;
  /** Why its questions belong together; given with one theme at a time, and only when the report names it. */
  readonly reasons?: ThemeReasonsView;
}

export interface ThemeReasonsView extends Pick<ThemeReasons, "words" | "typical" | "doubtful"> {
  readonly nearest?: { readonly id: ThemeId; readonly name: string; readonly words: readonly string[] };
}

export interface PublishedTheme {
  /** Themes that the same households have more often than chance brings, in the whole municipality. */
  readonly knots: readonly { readonly id: ThemeId; readonly name: string }[];
  readonly from: Month;
  readonly to: Month;
  readonly now: ShownBand;
  readonly earlier: { readonly band: ShownBand } | { readonly reason: string };
  readonly direction: Direction;
}

/** A signal without its counts. */
export interface SignalView {
  readonly id: string;
  readonly themeId: ThemeId;
  readonly themeName: string;
  readonly kind: "rising" | "new" | "falling" | "back";
  readonly week: Week;
  readonly month: Month;
  readonly areaCode?: AreaCode;
  readonly teamCode?: TeamCode;
  readonly explanation: Explanation;
}

export interface ProposalFilter {
  readonly state?: ProposalState;
  readonly areaCode?: AreaCode;
  readonly after?: ProposalPlace;
  readonly limit: number;
}

/** A page of the list, best first. `next`: where the one after it begins; absent: this was the last. */
export interface ProposalCards {
  readonly cards: readonly ProposalCard[];
  readonly next?: ProposalPlace;
}

export interface Decision {
  readonly state: ProposalState;
  readonly reason?: RefusalReason;
  /** After the gate. */
  readonly remark?: string;
}

export interface ReviewView extends Decision {
  readonly id: string;
  readonly reviewedAt: Date;
}

export interface ReviewedProposal {
  readonly card: ProposalCard;
  readonly reviews: readonly ReviewView[];
}

/** What a person fills in to ask a partner. The words of the request come from the catalogue. */
export interface PartnerOrder {
  readonly initiativeId: string;
  /** A partner of the municipality's list; its kind, name, address and channel follow. */
  readonly organisationId?: string;
  readonly partnerId?: string;
  readonly partnerEmail?: string;
  readonly dates: readonly { readonly day: string; readonly from: string; readonly until: string }[];
  readonly location: string;
  readonly contact: {
    readonly name: string;
    readonly role: string;
    readonly team: string;
    readonly phone: string;
    readonly email: string;
  };
  readonly careConfirmed: boolean;
}

export interface ReportView extends ReportKey {
  /** A person signed it off: it never changes again. */
  readonly isReleased: boolean;
  readonly madeAt: Date;
}

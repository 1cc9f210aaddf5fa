import type { Actor } from "./actor.js";
import type { CorrectionKind } from "./correction.js";
import { ProductError } from "./errors.js";
import type { AreaCode, TeamCode } from "./ids.js";
import type { Month } from "./period.js";
import type { ProposalState } from "./proposal.js";

/**
 * The audit log: who looked at what, who changed, released or corrected. Everything in an entry comes from a closed list or
 * is an id that the product knows, so that no text of a note or of a person can stand in it.
 */

/** Everything that is written down. A word is never taken out again: old entries keep theirs. */
export const AUDIT_ACTIONS = [
  "sign-in",
  "pass-first-step",
  "use-recovery-code",
  "sign-out",
  "use-token",
  "open-page",
  "change-account",
  "change-second-factor",
  "change-token",
  "change-setting",
  "read-settings",
  "change-team",
  "preview-areas",
  "change-areas",
  "read-own-catalogue",
  "change-own-catalogue",
  "list-tokens",
  "list-accounts",
  "read-ledger",
  "list-activities",
  "change-activities",
  "preview-import",
  "list-imports",
  "import-notes",
  "read-import",
  "read-quarantine",
  "decide-quarantine",
  "read-note",
  "release-note",
  "withdraw-note",
  "read-note-questions",
  "list-themes",
  "read-theme",
  "list-theme-changes",
  "list-corrections",
  "correct-theme",
  "move-question",
  "undo-correction",
  "list-signals",
  "list-proposals",
  "read-proposal",
  "review-proposal",
  "list-initiatives",
  "read-initiative",
  "start-initiative",
  "plan-initiative",
  "hold-initiative",
  "take-back-initiative",
  "evaluate-initiative",
  "join-initiative",
  "hand-back-initiative",
  "follow-up-initiative",
  "read-run-sheet",
  "save-run-sheet",
  "read-question-sheets",
  "export-evening",
  "count-own-cases",
  "list-effects",
  "read-effect",
  "list-partner-requests",
  "preview-partner-request",
  "request-partner",
  "deliver-partner-request",
  "read-partner-request",
  "answer-partner-request",
  "download-partner-letter",
  "retry-partner-request",
  "remind-partner",
  "report-silence",
  "send-partner-result",
  "deliver-partner-message",
  "list-partners",
  "read-partner",
  "change-partner",
  "list-standing-evenings",
  "read-standing-evening",
  "change-standing-evening",
  "fill-agenda",
  "decide-agenda",
  "send-agenda",
  "read-agenda",
  "answer-agenda",
  "list-reports",
  "read-report",
  "export-report",
  "release-month",
  "send-report-link",
  "erase-case",
  "run-retention",
  "retry-notes",
  "read-audit-log",
  "export-audit-log",
  "verify-audit-log",
  "read-accountability",
  "read-operation",
  "make-backup",
  "restore-backup",
  "move-store",
  "export-municipality",
  "import-municipality",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What an action is about. */
export const AUDIT_SUBJECTS = [
  "account",
  "token",
  "page",
  "setting",
  "team",
  "area",
  "own-catalogue",
  "ledger",
  "activity",
  "import",
  "note",
  "case",
  "theme",
  "correction",
  "proposal",
  "initiative",
  "partner-request",
  "partner-message",
  "partner",
  "standing-evening",
  "report",
  "signals",
  "audit-log",
  "accountability",
  "store",
] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

/** `refused`: a rule or a right said no. `failed`: the product could not. */
export const AUDIT_OUTCOMES = ["done", "refused", "failed"] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** What more may be said, and nothing else. */
export interface AuditDetails {
  readonly month?: Month;
  readonly areaCode?: AreaCode;
  readonly teamCode?: TeamCode;
  /** How many notes, rows or entries it was about; never a count of cases. */
  readonly rows?: number;
  readonly format?: "csv" | "xlsx" | "json" | "html" | "pdf" | "terminal";
  readonly correction?: CorrectionKind;
  readonly state?: ProposalState;
  /** Our own code of the error. */
  readonly error?: string;
}

export type AuditActor = Pick<Actor, "kind" | "id">;

/** What is asked to be written down. */
export interface AuditDraft {
  readonly actor: AuditActor;
  readonly action: AuditAction;
  /** Absent id: about all of the kind, or about something that turned out not to exist. */
  readonly subject: { readonly kind: AuditSubject; readonly id?: string };
  readonly outcome: AuditOutcome;
  readonly details: AuditDetails;
}

/** An entry as it stands in the log of a municipality. Numbers count up by one from 1, and time never goes back. */
export interface AuditEntry extends AuditDraft {
  readonly number: number;
  readonly at: Date;
}

/** An id of ours: no spaces, so no sentence; the length of the longest hash with room to spare. */
const ID = /^[\w.:|-]{1,100}$/;
const SHAPES: Readonly<Record<keyof AuditDetails, (value: unknown) => boolean>> = {
  month: (value) => typeof value === "string" && /^\d{4}-\d{2}$/.test(value),
  areaCode: (value) => typeof value === "string" && /^(WK|BU)[0-9A-Z]{6,8}$/.test(value),
  // Municipalities choose these themselves; the store knows it before it comes here.
  teamCode: (value) => typeof value === "string" && /^[^\p{Cc}\p{Zl}\p{Zp}]{1,200}$/u.test(value),
  rows: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  format: (value) => typeof value === "string" && /^[a-z]{1,10}$/.test(value),
  correction: (value) => typeof value === "string" && /^[a-z-]{1,20}$/.test(value),
  state: (value) => typeof value === "string" && /^[a-z-]{1,20}$/.test(value),
  error: (value) => typeof value === "string" && /^[a-z0-9.-]{1,60}$/.test(value),
};

/**
 * Rule: what does not fit the closed form is not written, and what it belongs to does not happen. A log that takes anything
 * would in time hold what it must not.
 *
 * @throws ProductError `audit-entry-invalid`
 */
export function checkAuditDraft({ actor, action, subject, outcome, details }: AuditDraft): void {
  const wrong = [
    ...(AUDIT_ACTIONS.includes(action) ? [] : ["action"]),
    ...(AUDIT_SUBJECTS.includes(subject.kind) ? [] : ["subject"]),
    ...(AUDIT_OUTCOMES.includes(outcome) ? [] : ["outcome"]),
    ...(ID.test(actor.id) ? [] : ["actor"]),
    ...(subject.id === undefined || ID.test(subject.id) ? [] : ["subject id"]),
    ...Object.entries(details)
      .filter(([name, value]) => !(Object.hasOwn(SHAPES, name) && SHAPES[name as keyof AuditDetails](value)))
      .map(([name]) => (Object.hasOwn(SHAPES, name) ? name : "unknown detail")),
  ];
  if (wrong.length === 0) return;
  throw new ProductError(
    "audit-entry-invalid",
    "Deze handeling past niet in het logboek en is daarom niet gedaan. Meld dit aan de beheerder.",
    { detail: `audit entry with a wrong ${wrong.join(", ")}` },
  );
}

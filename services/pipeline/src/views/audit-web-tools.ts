import { type AuditAbout, type Audited, type AuditLog, recorded } from "@rode-draad/api";
import type { Actor, AuditDetails } from "@rode-draad/domain";
import { actAs } from "@rode-draad/runtime";
import type { Choice, StepOutcome, WebTools } from "@rode-draad/web";
import { RETRY_NOTES } from "../stuck-notes.js";

/**
 * What each tool of the pages is in the audit log. A tool without a line here does not compile. Not written down: what every
 * page asks for its own frame, which is the name of the municipality, who is signed in, the list of months and places, whether a
 * month is still a draft, how far an import is, and where the own mail goes; an empty form to fill in tells nothing.
 */
const AUDITED: Readonly<Record<keyof WebTools, Audited | "frame">> = {
  readFrame: "frame",
  readAccount: "frame",
  readChoices: "frame",
  readReport: { action: "read-report", subject: "report" },
  readReportState: "frame",
  releaseMonth: { action: "release-month", subject: "report" },
  readOverview: { action: "list-themes", subject: "theme" },
  compareReport: { action: "read-report", subject: "report" },
  readSubscription: "frame",
  changeSubscription: { action: "change-account", subject: "account" },
  listThemes: { action: "list-themes", subject: "theme" },
  readTheme: { action: "read-theme", subject: "theme" },
  correctTheme: { action: "correct-theme", subject: "theme" },
  undoCorrection: { action: "undo-correction", subject: "correction" },
  listChanges: { action: "list-theme-changes", subject: "theme" },
  readReview: { action: "read-note-questions", subject: "note" },
  reviewQuestion: { action: "move-question", subject: "correction" },
  listProposals: { action: "list-proposals", subject: "proposal" },
  readProposal: { action: "read-proposal", subject: "proposal" },
  decide: { action: "review-proposal", subject: "proposal" },
  previewRequest: { action: "preview-partner-request", subject: "proposal" },
  sendRequest: { action: "request-partner", subject: "partner-request" },
  listInitiatives: { action: "list-initiatives", subject: "initiative" },
  readInitiative: { action: "read-initiative", subject: "initiative" },
  planInitiative: { action: "plan-initiative", subject: "initiative" },
  holdInitiative: { action: "hold-initiative", subject: "initiative" },
  takeBackInitiative: { action: "take-back-initiative", subject: "initiative" },
  evaluateInitiative: { action: "evaluate-initiative", subject: "initiative" },
  joinInitiative: { action: "join-initiative", subject: "initiative" },
  handBackInitiative: { action: "hand-back-initiative", subject: "initiative" },
  startFollowUp: { action: "follow-up-initiative", subject: "initiative" },
  readRunSheet: { action: "read-run-sheet", subject: "initiative" },
  saveRunSheet: { action: "save-run-sheet", subject: "initiative" },
  readQuestionSheets: { action: "read-question-sheets", subject: "initiative" },
  readEveningCalendar: { action: "export-evening", subject: "initiative" },
  listOwnFits: { action: "count-own-cases", subject: "initiative" },
  listEffects: { action: "list-effects", subject: "initiative" },
  readEffect: { action: "read-effect", subject: "initiative" },
  readRequest: { action: "read-partner-request", subject: "partner-request" },
  readLetterFile: { action: "download-partner-letter", subject: "partner-request" },
  retryRequest: { action: "retry-partner-request", subject: "partner-request" },
  sendResult: { action: "send-partner-result", subject: "partner-request" },
  listPartners: { action: "list-partners", subject: "partner" },
  readPartner: { action: "read-partner", subject: "partner" },
  readPartnerChoices: "frame",
  savePartner: { action: "change-partner", subject: "partner" },
  listEvenings: { action: "list-standing-evenings", subject: "standing-evening" },
  readEvening: { action: "read-standing-evening", subject: "standing-evening" },
  readEveningChoices: "frame",
  addEvening: { action: "change-standing-evening", subject: "standing-evening" },
  fillAgenda: { action: "fill-agenda", subject: "standing-evening" },
  decideAgenda: { action: "decide-agenda", subject: "standing-evening" },
  sendAgenda: { action: "send-agenda", subject: "standing-evening" },
  retryEvening: { action: "retry-partner-request", subject: "standing-evening" },
  skipMonth: { action: "change-standing-evening", subject: "standing-evening" },
  stopEvening: { action: "change-standing-evening", subject: "standing-evening" },
  sendEveningResult: { action: "send-partner-result", subject: "standing-evening" },
  readStandingCalendar: { action: "read-standing-evening", subject: "standing-evening" },
  hashText: "frame",
  readNote: { action: "read-note", subject: "note" },
  releaseNote: { action: "release-note", subject: "note" },
  withdrawNote: { action: "withdraw-note", subject: "note" },
  keepUpload: { action: "preview-import", subject: "import" },
  readUpload: { action: "preview-import", subject: "import" },
  startImport: { action: "import-notes", subject: "import" },
  readProgress: "frame",
  listImports: { action: "list-imports", subject: "import" },
  listRefusedRows: { action: "read-import", subject: "import" },
  writeTemplate: "frame",
  readImport: { action: "read-import", subject: "import" },
  readSettings: { action: "read-settings", subject: "setting" },
  nameTeam: { action: "change-team", subject: "team" },
  previewAreas: { action: "preview-areas", subject: "area" },
  saveAreas: { action: "change-areas", subject: "area" },
  readOwnCatalogue: { action: "read-own-catalogue", subject: "own-catalogue" },
  readCatalogueTheme: { action: "read-own-catalogue", subject: "theme" },
  changeOwnCatalogue: { action: "change-own-catalogue", subject: "own-catalogue" },
  readLimits: { action: "read-settings", subject: "setting" },
  tightenLimits: { action: "change-setting", subject: "setting" },
  readTerms: { action: "read-settings", subject: "setting" },
  setTextDays: { action: "change-setting", subject: "setting" },
  listKeys: { action: "list-tokens", subject: "token" },
  makeKey: { action: "change-token", subject: "token" },
  revokeKey: { action: "change-token", subject: "token" },
  listPeople: { action: "list-accounts", subject: "account" },
  invitePerson: { action: "change-account", subject: "account" },
  renewInvitation: { action: "change-account", subject: "account" },
  closePerson: { action: "change-account", subject: "account" },
  readAuditLog: { action: "read-audit-log", subject: "audit-log" },
  verifyAuditLog: { action: "verify-audit-log", subject: "audit-log" },
  listActivities: { action: "list-activities", subject: "activity" },
  importActivities: { action: "change-activities", subject: "activity" },
  removeActivity: { action: "change-activities", subject: "activity" },
  readLedger: { action: "read-ledger", subject: "ledger" },
  readOperation: { action: "read-operation", subject: "store" },
  retryStuckNotes: RETRY_NOTES,
};

/** What only the outcome tells of a call. Ids come from what was found or done, never from what was asked for. */
type About = {
  readonly [Name in keyof WebTools]?: (
    result: Awaited<ReturnType<WebTools[Name]>>,
    ...given: Parameters<WebTools[Name]>
  ) => AuditAbout;
};

const ABOUT: About = {
  readReport: (report, choice, exportAs) =>
    report === undefined
      ? {}
      : { details: { ...placeOf(choice), ...(exportAs !== undefined && { format: exportAs }) } },
  releaseMonth: ({ refused }, { month }) => (refused === undefined ? { details: { month } } : REFUSED),
  readOverview: (_view, choice) => ({ details: placeOf(choice) }),
  compareReport: (comparison, choice) =>
    comparison === undefined ? {} : { details: placeOf({ ...choice, month: comparison.before }) },
  changeSubscription: ({ refused }) => (refused === undefined ? {} : REFUSED),
  readTheme: (view, _themeId, choice) => {
    if (view === undefined || "closed" in view) return NOT_THERE;
    return "movedTo" in view ? { id: view.movedTo } : { id: view.theme.id, details: placeOf(choice) };
  },
  correctTheme: (outcome, draft) =>
    "correctionId" in outcome ? { id: draft.themeId, details: { correction: draft.kind } } : REFUSED,
  undoCorrection: (outcome) => ("correctionId" in outcome ? { id: outcome.correctionId } : REFUSED),
  readReview: (view) => ("question" in view && view.question !== undefined ? { id: view.question.id } : {}),
  reviewQuestion: (outcome) => ("correctionId" in outcome ? { id: outcome.correctionId } : REFUSED),
  listProposals: (_cards, choice) => ({ details: placeOf(choice) }),
  releaseNote: (outcome) => ("refused" in outcome ? REFUSED : {}),
  withdrawNote: (outcome) => ("refused" in outcome ? REFUSED : {}),
  readProposal: (view) => (view === undefined ? NOT_THERE : { id: view.card.id }),
  decide: (_nothing, { proposalId: id, kind }) => ({ id, details: { state: STATES[kind] } }),
  previewRequest: (_letter, id) => ({ id }),
  readInitiative: (view) => (view === undefined ? NOT_THERE : { id: view.id }),
  planInitiative: aboutStep,
  holdInitiative: aboutStep,
  takeBackInitiative: aboutStep,
  evaluateInitiative: aboutStep,
  joinInitiative: aboutStep,
  handBackInitiative: aboutStep,
  startFollowUp: aboutStep,
  readRunSheet: (view) => (view === undefined ? NOT_THERE : { id: view.id }),
  saveRunSheet: aboutStep,
  readQuestionSheets: (view) => (view === undefined ? NOT_THERE : { id: view.id }),
  readEveningCalendar: (calendar, id) => (calendar === undefined ? NOT_THERE : { id }),
  readEffect: (view) => (view === undefined ? NOT_THERE : { id: view.id }),
  readUpload: (view) => (view === undefined ? NOT_THERE : {}),
  startImport: (started) => (started === undefined ? NOT_THERE : { id: started.importId }),
  listRefusedRows: (rows, id) => (rows === undefined ? NOT_THERE : { id, details: { rows: rows.length } }),
  readRequest: (view) => (view === undefined ? NOT_THERE : { id: view.id }),
  readLetterFile: (file, id) => (file === undefined ? NOT_THERE : { id }),
  retryRequest: (_nothing, id) => ({ id }),
  sendResult: (_nothing, id) => ({ id }),
  readPartner: (view, id) => (view === undefined ? NOT_THERE : { id }),
  savePartner: (outcome) => ("id" in outcome ? { id: outcome.id } : REFUSED),
  readEvening: (view) => (view === undefined ? NOT_THERE : { id: view.id }),
  addEvening: (outcome) => ("id" in outcome ? { id: outcome.id } : REFUSED),
  fillAgenda: (outcome, id, month) => (outcome === "filled" ? { id, details: { month } } : REFUSED),
  decideAgenda: (_nothing, id, month) => ({ id, details: { month } }),
  sendAgenda: (_nothing, id, month) => ({ id, details: { month } }),
  retryEvening: (_nothing, id) => ({ id }),
  skipMonth: (_nothing, id, month) => ({ id, details: { month } }),
  stopEvening: (_nothing, id) => ({ id }),
  sendEveningResult: (_nothing, id, month) => ({ id, details: { month } }),
  readStandingCalendar: (file, id) => (file === undefined ? NOT_THERE : { id }),
  readImport: (view, id) => (view === undefined ? NOT_THERE : { id }),
  nameTeam: aboutChange,
  previewAreas: (view) => ("refused" in view ? REFUSED : { details: { rows: view.areas.length } }),
  saveAreas: aboutChange,
  readCatalogueTheme: (view) => (view === undefined ? NOT_THERE : { id: view.id }),
  changeOwnCatalogue: aboutChange,
  readLimits: () => ({ id: "limits" }),
  tightenLimits: aboutChange,
  readTerms: () => ({ id: "terms" }),
  setTextDays: aboutChange,
  revokeKey: aboutChange,
  invitePerson: aboutChange,
  renewInvitation: aboutChange,
  closePerson: aboutChange,
  importActivities: aboutChange,
  removeActivity: aboutChange,
  retryStuckNotes: (rows) => ({ details: { rows } }),
  readAuditLog: (view) => ({ details: { rows: view.lines.length } }),
};

/** The page shows the sentence of the refusal; the log says that there was one. */
const REFUSED: AuditAbout = { outcome: "refused" };
const NOT_THERE: AuditAbout = { outcome: "refused", details: { error: "not-found" } };

function aboutStep(outcome: StepOutcome): AuditAbout {
  return "id" in outcome ? { id: outcome.id } : REFUSED;
}

/** What was changed stands in the entry that is written with the change. */
function aboutChange(outcome: object): AuditAbout {
  return "refused" in outcome ? REFUSED : {};
}

const STATES = { "pick-up": "picked-up", later: "later", refuse: "refused" } as const;

function placeOf({ month, part }: Choice): AuditDetails {
  if (part.kind === "area") return { month, areaCode: part.code };
  return part.kind === "team" ? { month, teamCode: part.code } : { month };
}

/** The tools of the pages for one person, each of which writes down what this person did before it hands it over. */
export function auditWebTools(tools: WebTools, log: Pick<AuditLog, "record">, actor: Actor): WebTools {
  const wrap = (name: keyof WebTools) => {
    const audited = AUDITED[name];
    const call = tools[name] as (...given: unknown[]) => Promise<unknown>;
    if (audited === "frame") return call;
    const about = ABOUT[name] as ((result: unknown, ...given: unknown[]) => AuditAbout) | undefined;
    return (...given: unknown[]) =>
      actAs(actor, () =>
        recorded(
          log,
          isExport(name, given) ? { ...audited, action: "export-report" } : audited,
          () => call(...given),
          (result) => about?.(result, ...given) ?? {},
        ),
      );
  };
  const names = Object.keys(AUDITED) as (keyof WebTools)[];
  return Object.fromEntries(names.map((name) => [name, wrap(name)])) as unknown as WebTools;
}

/** A report that leaves as a file can go anywhere, so it has a word of its own in the log. */
function isExport(name: keyof WebTools, given: readonly unknown[]): boolean {
  return name === "readReport" && given[1] !== undefined;
}

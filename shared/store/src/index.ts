export {
  type Account,
  actorOf,
  addAccount,
  disableAccount,
  findAccountByLogin,
  findInvitedAccount,
  type Invitation,
  inviteAgain,
  listAccounts,
  upsertOutsideAccount,
  usePasswordInvitation,
} from "./access/accounts.js";
export { type ApiToken, addApiToken, findApiToken, listApiTokens, revokeApiToken } from "./access/api-tokens.js";
export { endWhatIsOver } from "./access/end-what-is-over.js";
export {
  type DueSubscription,
  endReportSubscription,
  listDueSubscriptions,
  markReportTold,
  type ReportSubscription,
  readReportSubscription,
  setReportSubscription,
} from "./access/report-subscriptions.js";
export { resetSecondFactor } from "./access/reset-second-factor.js";
export {
  describeSecondFactor,
  keepSecondFactor,
  listRecoveryHashes,
  readSecondFactor,
  resealSecondFactors,
  useRecoveryCode,
  useTimeStep,
} from "./access/second-factor.js";
export {
  endSession,
  markSessionSeen,
  readHalfSession,
  readSession,
  type Session,
  startSession,
} from "./access/sessions.js";
export { listActivities, removeActivity, replaceActivities } from "./activities/activities.js";
export { appendAuditEntries, readAuditHead, type SealedEntry } from "./audit/append-audit-entries.js";
export { isSealedUnder } from "./audit/is-sealed-under.js";
export { type AuditFilter, readAuditEntries } from "./audit/read-audit-entries.js";
export { type AuditAnchor, type AuditFault, type AuditVerdict, verifyAuditLog } from "./audit/verify-audit-log.js";
export { type Content, fillDatabase, fillMunicipality } from "./copy/fill-database.js";
export { type PortableSnapshot, readPortable } from "./copy/read-portable.js";
export { readSnapshot, type Snapshot } from "./copy/read-snapshot.js";
export type { TableDigest, TableShape } from "./copy/tables.js";
export { readCorrectionLayer, readCorrectionLog } from "./corrections/correction-log.js";
export {
  type NewCorrection,
  recordCorrection,
  recordUndo,
  type TouchedQuestion,
} from "./corrections/record-correction.js";
export { addThemeChanges, listThemeChanges } from "./corrections/theme-changes.js";
export { countCasesInWeeks, type WeekWindow } from "./counts/count-cases-in-weeks.js";
export { countOwnCases, type OfferToFit } from "./counts/count-own-cases.js";
export type { CountWindow, ScopeKind } from "./counts/countable-questions.js";
export {
  type CountFilter,
  type MonthTotal,
  readMonthCounts,
  readMonthTotals,
  readWeekCounts,
} from "./counts/read-counts.js";
export { readLastDay } from "./counts/read-last-day.js";
export { recountMonths, recountWeeks } from "./counts/recount.js";
export { readScopeTotals, type ScopeTotal } from "./counts/scope-totals.js";
export { clearStaleMonths, listStaleMonths, type StaleMonth } from "./counts/stale-months.js";
export { readThemePairs } from "./counts/theme-pairs.js";
export { readUnreadableTotals } from "./counts/unreadable-totals.js";
export {
  countCases,
  countProfessionals,
  readMonthRange,
  readWindowCounts,
  type WindowCount,
} from "./counts/window-counts.js";
export { listExactEffects, listToldEffects, replaceEffects } from "./effects/effects.js";
export {
  endDiscoveryLease,
  type Fence,
  isDiscovering,
  renewDiscoveryLease,
  requireDiscoveryFence,
  takeDiscoveryLease,
} from "./emergent/discovery-lease.js";
export { type EmergentAssignment, saveEmergentAssignments } from "./emergent/emergent-assignments.js";
export { type EmergentState, readEmergentState, writeEmergentState } from "./emergent/emergent-state.js";
export { upsertEmergentThemes } from "./emergent/emergent-themes.js";
export { listEmergentThemes, type StoredEmergentTheme } from "./emergent/list-emergent-themes.js";
export { renameInChanges, retireErasedThemes } from "./emergent/retire-erased-themes.js";
export { QUEUE_SCHEMA } from "./engine/engine.js";
export {
  type Erasable,
  type ErasedQuestion,
  type ErasedRows,
  type ErasureTarget,
  eraseRows,
  findErasable,
} from "./erasure/erase-notes.js";
export { addObjection, findObjections } from "./erasure/objections.js";
export { findImportProfile, keepImportProfile } from "./imports/import-profiles.js";
export {
  endOpenImports,
  findImport,
  finishImport,
  type ImportRun,
  listImports,
  markImportSeen,
  startImport,
} from "./imports/import-runs.js";
export { changeInitiative } from "./initiatives/change-initiative.js";
export { leaveInitiative } from "./initiatives/leave-initiative.js";
export { joinInitiative, pickUpProposal } from "./initiatives/pick-up-proposal.js";
export { planInitiativeByPartner } from "./initiatives/plan-by-partner.js";
export { listInitiatives, readInitiative, readInitiativeChain } from "./initiatives/read-initiatives.js";
export { listRunSheetIds, readRunSheet, saveRunSheet } from "./initiatives/run-sheets.js";
export { type DatabaseFacts, inspectDatabase } from "./inspect/inspect-database.js";
export { type KeyFacts, type KeyKind, type KeyMark, readKeyFacts, settleKeyMarks } from "./keys/key-marks.js";
export { type MigratedStore, migrateStore } from "./migrate/migrate-store.js";
export { readNewestSchema, requireKnownSchema } from "./migrate/require-known-schema.js";
export { schemaTooNew } from "./migrate/run-migrations.js";
export type { SavedNotes } from "./notes/note-ids.js";
export { type NoteStanding, readNoteStanding, withdrawQuarantined } from "./notes/note-standing.js";
export {
  areNotesUnderWay,
  countNotes,
  countNotesUnderWay,
  countNotesUnderWayUpTo,
  countUnfinished,
  listNotesStandingStill,
  markNotesQueued,
  type StandingNote,
  type UnderWay,
} from "./notes/notes-under-way.js";
export { readNoteOwner } from "./notes/read-note-owner.js";
export { type NoteState, readNotes, type StoredNote } from "./notes/read-notes.js";
export { removeNotes } from "./notes/remove-notes.js";
export { type HashRenames, renameHashes } from "./notes/rename-hashes.js";
export { saveNotes } from "./notes/save-notes.js";
export { countQuarantined, type HeldFacts, type QuarantinedNote, saveQuarantined } from "./notes/save-quarantined.js";
export {
  type FailedNote,
  listStuckNotes,
  recordFailedNotes,
  retryStuckNotes,
  type StuckNote,
} from "./notes/stuck-notes.js";
export { isStoreThere, openStore, type Store, type StoreDatabase, type StoreOptions } from "./open-store.js";
export {
  listPartnerOrganisations,
  readPartnerOrganisation,
  savePartnerOrganisation,
} from "./partner-directory/partner-organisations.js";
export {
  answerThroughLink,
  keepPartnerLink,
  type LinkedRequest,
  type LinkKey,
  readLinkedRequest,
  renewPartnerLink,
} from "./partner-links/partner-links.js";
export {
  addPartnerMessage,
  listPartnerMessages,
  listWaitingMessages,
  markMessageFailed,
  markMessageSent,
  readPartnerMessage,
  retryMessage,
  type StoredPartnerMessage,
} from "./partner-messages/partner-messages.js";
export {
  answerAgendaThroughLink,
  keepPageLink,
  listAgendaAnswers,
  readLinkedMessage,
  type StoredAgendaAnswer,
} from "./partner-messages/partner-page-links.js";
export { type AskedAbout, createPartnerRequest, findOpenSeries } from "./partner-requests/create-partner-request.js";
export {
  listPartnerRequests,
  listSilentRequests,
  readPartnerRequest,
  readRequestSeries,
  type StoredPartnerRequest,
} from "./partner-requests/partner-requests.js";
export {
  listWaitingRequests,
  markRequestsFailed,
  markRequestsSent,
  retryRequest,
} from "./partner-requests/request-delivery.js";
export { remindOnce, tellSenderOnce } from "./partner-requests/request-follow-up.js";
export { type Area, findAreaByNameOrCode, listAreas, upsertAreas } from "./places/areas.js";
export { ensureMunicipality, listMunicipalities } from "./places/ensure-municipality.js";
export { ensureTeams, listTeams, type Team } from "./places/teams.js";
export { addProposal } from "./proposals/add-proposal.js";
export {
  listProposals,
  type ProposalPlace,
  type ProposalReview,
  readProposal,
  type StoredProposal,
} from "./proposals/read-proposals.js";
export { reviewProposal } from "./proposals/review-proposal.js";
export { type SavedProposals, saveProposals } from "./proposals/save-proposals.js";
export { withdrawProposals } from "./proposals/withdraw-proposals.js";
export {
  type QuestionsOf,
  readCertainty,
  readDoubtedQuestions,
  type StoredDoubt,
} from "./questions/read-doubted-questions.js";
export {
  type QuestionWithText,
  readPointedQuestions,
  readQuestionsInNote,
  readQuestionsOfTheme,
} from "./questions/read-pointed-questions.js";
export {
  type NoteWithSegments,
  type QuestionCursor,
  readQuestionsOfNotes,
  readUnassignedQuestions,
  type UnassignedQuestion,
} from "./questions/read-questions.js";
export { listThemesWithoutText, readThemeQuestions, type ThemeQuestion } from "./questions/read-theme-questions.js";
export {
  type CorrectionsRead,
  type CutNote,
  saveAssignments,
  saveSegments,
  type ThemedNote,
  type ThemedSegment,
} from "./questions/write-questions.js";
export { readDatabaseTime } from "./read-database-time.js";
export { readThemeReasons, replaceThemeReasons } from "./reasons/theme-reasons.js";
export { refreshStatistics, wipeDeleted } from "./refresh-statistics.js";
export {
  holdReleases,
  type LedgerErasure,
  type LedgerRefusal,
  type LedgerRelease,
  listErasures,
  listRefusals,
  listReleases,
  readLastReleasedMonth,
  recordErasure,
  recordRefusal,
  recordReleases,
} from "./releases/release-ledger.js";
export {
  type CellsAsked,
  listMonthReleases,
  listReleasedCells,
  type MonthRelease,
  readMonthRelease,
  readReleaseBefore,
  saveMonthRelease,
} from "./reports/month-releases.js";
export {
  clearOutdatedReports,
  listOutdatedReports,
  markReportsOutdated,
  type OutdatedReport,
} from "./reports/outdated-reports.js";
export {
  listReportMonths,
  listReports,
  type ReportKey,
  readLatestReport,
  readReport,
  type StoredReport,
  saveReports,
} from "./reports/theme-reports.js";
export {
  type ClosedQuestion,
  closeMonthsBefore,
  countQuestionsBefore,
  dropClosedQuestions,
  findClosableUntil,
  listClosedQuestions,
  listEmergentCases,
} from "./retention/close-months.js";
export { countTextsDue, forgetTexts } from "./retention/forget-texts.js";
export { markNotesRead, type Retention, readRetention, setTextDays } from "./retention/retention-state.js";
export { listScheduleRuns, markScheduleRun, type ScheduleRun } from "./schedule/schedule-runs.js";
export { isServerTrouble } from "./server-trouble.js";
export { holdSessionLock, isSessionLockHeld } from "./session-lock.js";
export {
  addCatalogueVersion,
  type CatalogueVersion,
  listCatalogueVersions,
  readCatalogueVersion,
} from "./settings/catalogue-versions.js";
export { type OwnSettings, readOwnSettings, type StoredLimits, saveLimits } from "./settings/own-settings.js";
export { readSeriesAlarms, readWatchedWeeks, replaceSeriesAlarms } from "./signals/series-alarms.js";
export { listSignals, monthOfWeek, replaceSignals } from "./signals/signals.js";
export {
  addAgenda,
  decideOnPoints,
  listAgendas,
  type StoredAgenda,
  sendAgendaOnce,
} from "./standing-evenings/evening-agendas.js";
export {
  addStandingEvening,
  changeStandingEvening,
  listStandingEvenings,
  readStandingEvening,
} from "./standing-evenings/standing-evenings.js";
export { resealTexts } from "./text/reseal-texts.js";
export { textKeyId } from "./text/text-cipher.js";
export { inTransaction } from "./transaction.js";
export {
  findWebhookEndpoint,
  removeWebhookEndpoint,
  type StoredEndpoint,
  setWebhookEndpoint,
} from "./webhooks/webhook-endpoints.js";

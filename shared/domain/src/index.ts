export { type Activity, existsAlready } from "./activity.js";
export {
  ACCESS_POLICIES,
  type AccessPolicy,
  type Actor,
  actorName,
  ROLES,
  type Role,
  TOKEN_SCOPES,
  type TokenScope,
} from "./actor.js";
export * from "./audit.js";
export * from "./correction.js";
export {
  type CorrectionLayer,
  type GivenQuestion,
  type MachineTheme,
  makeCorrectionLayer,
  PULL_MIN,
  supportOf,
  themesOf,
} from "./correction-layer.js";
export { type CorrectionFacts, checkCorrection, checkUndo, whyNotCorrect, whyNotUndo } from "./correction-rules.js";
export * from "./effect.js";
export type { ErasureFacts } from "./erasure.js";
export { ProductError } from "./errors.js";
export { type FailedTry, planAfterFailure } from "./failed-try.js";
export type * from "./ids.js";
export * from "./initiative.js";
export * from "./initiative-rules.js";
export { isReleased } from "./is-released.js";
export { findKnots, KNOT_LIFT_MIN, type Knot, type ThemePairCount } from "./knot.js";
export { nameBefore } from "./name-before.js";
export {
  type GateDecision,
  IDENTIFIER_TYPES,
  type IdentifierSpan,
  type IdentifierType,
  type IncomingNote,
  type QuarantineReason,
  type SafeNote,
  type Stretch,
  type WriterDeclares,
} from "./note.js";
export * from "./own-catalogue.js";
export {
  type AgendaAnswer,
  DECLINE_REASONS,
  type DeclineReason,
  LINK_DAYS_MAX,
  type LinkPurpose,
  linkExpiresAt,
  type PartnerAnswer,
} from "./partner-answer.js";
export type * from "./partner-message.js";
export { canBeAsked, PARTNER_CHANNELS, type PartnerChannel, type PartnerOrganisation } from "./partner-organisation.js";
export type * from "./partner-request.js";
export { type AskedRequest, askedKeyOf, seriesToJoin } from "./partner-series.js";
export { followUpOf, type PartnerTerms, type ReminderTerm, type SilentRequest } from "./partner-terms.js";
export {
  addDays,
  addMonths,
  addWeeks,
  type Day,
  dayFromNumber,
  dayNumber,
  isDay,
  isMonth,
  type Month,
  mondayOf,
  monthOf,
  monthsBetween,
  type Week,
  type WeekSpan,
  weekOf,
  weeksBetween,
} from "./period.js";
export {
  type Proposal,
  type ProposalEvidence,
  type ProposalState,
  REFUSAL_REASONS,
  type RefusalReason,
  type SpecialistRoute,
  type TurnoutBand,
} from "./proposal.js";
export type * from "./question.js";
export { couldNotBeRead } from "./question.js";
export { REFUSAL_EFFECTS, type RefusalEffect } from "./refusal-effect.js";
export { checkTextDays, pairsKeptFrom, pairsKeptMonths, TEXT_DAYS_MAX } from "./retention.js";
export * from "./review.js";
export * from "./run-sheet.js";
export { sayOver } from "./say-over.js";
export { needsSecondFactor, SECOND_FACTOR_POLICIES, type SecondFactorPolicy } from "./second-factor.js";
export { gotWorse, SLEEP_WEEKS } from "./sleep.js";
export {
  type AgendaChoice,
  type AgendaPoint,
  confirmedTitles,
  eveningIn,
  type MonthlyRhythm,
  nextEvening,
  type StandingEvening,
} from "./standing-evening.js";
export { markSafe, RawText, type SafeText, sliceSafe } from "./text.js";
export type * from "./theme.js";
export type * from "./theme-reasons.js";
export type * from "./trend.js";
export {
  ACTIONS,
  type AccessQuestion,
  type AccessSubject,
  type Action,
  may,
  requireMay,
  roleName,
  whyNotMay,
} from "./who-may-what.js";

export { CHANGE_TOKEN, makeKey, revokeKey } from "./access/keys.js";
export {
  CHANGE_ACCOUNT,
  CHANGE_SECOND_FACTOR,
  closePerson,
  INVITATION_DAYS,
  invitePerson,
  type NewPerson,
  renewInvitation,
  resetPersonsFactor,
} from "./access/people.js";
export { storeAccess } from "./access/store-access.js";
export { composeAccountability } from "./accountability/compose-accountability.js";
export { renderAccountabilityJson, renderAccountabilityMarkdown } from "./accountability/render-accountability.js";
export { type RunningFacts, readRunningFacts } from "./accountability/running-facts.js";
export { acceptKeys } from "./audit/accept-keys.js";
export { anchorPath } from "./audit/anchor-path.js";
export { type AuditCheck, checkAuditLog } from "./audit/check-audit-log.js";
export { type OpenAuditLog, openAuditLog } from "./audit/open-audit-log.js";
export { changedAs, recordedAs } from "./audit/recorded-as.js";
export { type Door, dutchDay, openDoor, type Receipt } from "./door/receive-notes.js";
export { inMunicipality } from "./in-municipality.js";
export { openProduct, type Product } from "./open-product.js";
export { fillAgendas } from "./partners/fill-agendas.js";
export { type FollowUpRun, followUpPartners } from "./partners/follow-up.js";
export { removePartnerWebhook, setPartnerWebhook } from "./partners/partner-webhook.js";
export { PRODUCT_VERSION } from "./product-version.js";
export { type Reconciliation, reconcile } from "./reconcile.js";
export { tellSubscribers } from "./reports/tell-subscribers.js";
export { type ErasureMeans, erase, previewErasure } from "./retention/erase.js";
export { keepAllWithinTerms } from "./retention/keep-all-within-terms.js";
export { keepWithinTerms, type RetentionRun } from "./retention/keep-within-terms.js";
export { recordObjection } from "./retention/record-objection.js";
export { runMonth } from "./schedule/monthly-run.js";
export { catchUp, markedTasks } from "./schedule/recurring-task.js";
export { type ServeOptions, type Serving, serveProduct } from "./serve-product.js";
export { startStages } from "./start-stages.js";
export { startWork } from "./start-work.js";
export { describeStuck, RETRY_NOTES, retryStuck } from "./stuck-notes.js";
export { type WorkLeft, waitUntilWorkedOut } from "./wait-until-worked-out.js";
export { startWatching, type Watching } from "./watch/start-watching.js";

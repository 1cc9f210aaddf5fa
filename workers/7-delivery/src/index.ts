export { askableSubjects, invitationTitles, subjectOf } from "./catalogue-words.js";
export {
  composeAgenda,
  composeEveningResult,
  composeReminder,
  composeRequestResult,
  composeSilenceNotice,
  composeWithdrawal,
  type ResultFacts,
} from "./compose-message.js";
export { composeRequest, leadThemeOf, type RequestDetails, type RequestedProposal } from "./compose-request.js";
export { clock as clockInWords, dateInWords, dayInWords } from "./dates-in-words.js";
export { allowedMessage, deliverMessage, type MessageOutcome, type MessageTools } from "./deliver-message.js";
export { allowedRequest, type DeliveryOutcome, type DeliveryTools, deliverRequest } from "./deliver-request.js";
export { fillAgenda, refillAgenda } from "./fill-agenda.js";
export { isFreeDay } from "./free-days.js";
export type { Letter } from "./letter-blocks.js";
export { makeMail, type OutgoingRequest } from "./make-mail.js";
export { makeMessageMail, type OutgoingMessage } from "./make-message-mail.js";
export { makeReportMail, type ReportNotice } from "./make-report-mail.js";
export { type Mailer, type OutgoingMail, openMailer, renderMail } from "./open-mailer.js";
export { proposeDates } from "./propose-dates.js";
export { messageIdFor, requestIdFor } from "./request-id.js";
export { rhythmInWords } from "./rhythm-in-words.js";
export { isPublicAddress } from "./webhook/is-public-address.js";
export { makeMessageWebhook, makeWebhook } from "./webhook/make-webhook.js";
export { openWebhookSender, type WebhookEndpoint, type WebhookSender } from "./webhook/open-webhook-sender.js";
export { type PinnedPostMeans, postPinned, readAddress } from "./webhook/post-pinned.js";
export {
  type AgendaInWords,
  agendaAnswerInWords,
  agendaInWords,
  answerInWords,
  type RequestInWords,
  requestInWords,
} from "./words-for-partner.js";
export { type PlannedEvening, writeEveningCalendar, writeStandingCalendar } from "./write-calendar.js";
export { writeLetter } from "./write-letter.js";

export { composeRequest, type RequestDetails, type RequestedProposal } from "./compose-request.js";
export { type DeliveryOutcome, type DeliveryTools, deliverRequest } from "./deliver-request.js";
export { type Mailer, type OutgoingMail, openMailer } from "./open-mailer.js";
export { proposeDates } from "./propose-dates.js";
export { requestIdFor } from "./request-id.js";
export { type Letter, writeLetter } from "./write-letter.js";

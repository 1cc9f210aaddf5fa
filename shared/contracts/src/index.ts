export { PARTNER_LINK_PATH } from "./partner-link.js";
export { partnerMessageSchema } from "./partner-message.js";
export { partnerRequestSchema } from "./partner-request.js";
export { NOTES_PER_JOB_MAX, STAGE_NAMES, type StageName, type StagePayload, stages } from "./stages.js";

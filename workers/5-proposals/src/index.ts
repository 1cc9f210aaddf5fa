export { type BusinessCase, estimateBusinessCase } from "./estimate-business-case.js";
export type { EarlierProposal, NeedCount, ProposalInput } from "./proposal-input.js";
export { type FollowUpInput, proposeFollowUp } from "./propose-follow-up.js";
export { type NotProposedReason, type ProposedInitiatives, proposeInitiatives } from "./propose-initiatives.js";
export { type ProposalRun, type ProposalTools, runProposals } from "./run-proposals.js";
export { specialistRoutes } from "./specialist-routes.js";

import { defineRoute } from "../../http/define-route.js";
import { nothing } from "../common-schemas.js";
import { proposalUnknown } from "../post-beoordeling/handler.js";
import { paramsSchema } from "./request.js";
import { reviewedProposalSchema, toReviewedProposal } from "./response.js";

export const readVoorstel = defineRoute({
  method: "get",
  path: "/v1/voorstellen/{voorstelId}",
  action: "proposals:read",
  operationId: "voorstelLezen",
  audit: { action: "read-proposal", subject: "proposal" },
  tag: "Voorstellen",
  summary: "Lees één voorstel",
  description: "Geeft één voorstel, met wat er eerder over besloten is.",
  params: paramsSchema,
  query: nothing,
  responses: { 200: { description: "Het voorstel.", schema: reviewedProposalSchema } },
  problems: [404],
  async handle({ params }, tools) {
    const proposal = await tools.readProposal(params.voorstelId);
    if (proposal === undefined) throw proposalUnknown();
    return { status: 200, body: toReviewedProposal(proposal), about: { id: proposal.card.id } };
  },
});

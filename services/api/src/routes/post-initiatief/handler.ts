import { defineRoute } from "../../http/define-route.js";
import { invalidInput } from "../../http/problem.js";
import { nothing } from "../common-schemas.js";
import { initiativeSchema, toInitiative } from "../list-initiatieven/response.js";
import { careErrors, proposalUnknown } from "../post-beoordeling/handler.js";
import { bodySchema } from "./request.js";

export const postInitiatief = defineRoute({
  method: "post",
  path: "/v1/initiatieven",
  action: "proposals:decide",
  operationId: "initiatiefStarten",
  audit: { action: "start-initiative", subject: "initiative" },
  tag: "Initiatieven",
  summary: "Start een initiatief",
  description:
    "Pakt een voorstel op. Heb jij het al, dan krijg je het initiatief terug. Heeft een collega het, dan lees je wie: doe dan mee.",
  params: nothing,
  query: nothing,
  body: bodySchema,
  responses: { 201: { description: "Het initiatief loopt.", schema: initiativeSchema } },
  problems: [404, 409, 413, 415],
  async handle({ body }, tools) {
    const proposal = await tools.readProposal(body.voorstelId);
    if (proposal === undefined) throw proposalUnknown();
    const errors = careErrors(proposal.card.careNeeded, body.akkoordTeam);
    if (errors.length > 0) throw invalidInput(errors);
    const initiative = await tools.startInitiative(body.voorstelId);
    return { status: 201, body: toInitiative(initiative) };
  },
});

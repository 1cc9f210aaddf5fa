import { defineRoute } from "../../http/define-route.js";
import { nothing } from "../common-schemas.js";
import { initiativeSchema, toInitiative } from "../list-initiatieven/response.js";
import { bodySchema, paramsSchema } from "./request.js";

export const postTeruggave = defineRoute({
  method: "post",
  path: "/v1/initiatieven/{initiatiefId}/teruggave",
  action: "proposals:decide",
  operationId: "initiatiefTeruggeven",
  audit: { action: "hand-back-initiative", subject: "initiative" },
  tag: "Initiatieven",
  summary: "Geef een initiatief terug",
  description: "Dragen anderen het ook, dan gaan zij door. Anders staat het voorstel weer open.",
  params: paramsSchema,
  query: nothing,
  body: bodySchema,
  responses: { 201: { description: "Het initiatief zoals het nu is.", schema: initiativeSchema } },
  problems: [404, 409, 413, 415],
  async handle({ params }, tools) {
    const initiative = await tools.handBackInitiative(params.initiatiefId);
    return { status: 201, body: toInitiative(initiative), about: { id: initiative.id } };
  },
});

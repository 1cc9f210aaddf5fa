import { defineRoute } from "../../http/define-route.js";
import { nothing } from "../common-schemas.js";
import { initiativeSchema, toInitiative } from "../list-initiatieven/response.js";
import { bodySchema, paramsSchema } from "./request.js";

export const postDeelname = defineRoute({
  method: "post",
  path: "/v1/initiatieven/{initiatiefId}/deelname",
  action: "proposals:decide",
  operationId: "initiatiefMeedoen",
  audit: { action: "join-initiative", subject: "initiative" },
  tag: "Initiatieven",
  summary: "Doe mee met een initiatief",
  description: "Je draagt het initiatief samen met wie het al heeft.",
  params: paramsSchema,
  query: nothing,
  body: bodySchema,
  responses: { 201: { description: "Het initiatief zoals het nu is.", schema: initiativeSchema } },
  problems: [404, 409, 413, 415],
  async handle({ params }, tools) {
    const initiative = await tools.joinInitiative(params.initiatiefId);
    return { status: 201, body: toInitiative(initiative), about: { id: initiative.id } };
  },
});

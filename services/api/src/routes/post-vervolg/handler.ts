import { defineRoute } from "../../http/define-route.js";
import { invalidInput } from "../../http/problem.js";
import { nothing } from "../common-schemas.js";
import { initiativeSchema, toInitiative } from "../list-initiatieven/response.js";
import { careErrors } from "../post-beoordeling/handler.js";
import { initiativeUnknown } from "../read-initiatief/handler.js";
import { bodySchema, paramsSchema } from "./request.js";

export const postVervolg = defineRoute({
  method: "post",
  path: "/v1/initiatieven/{initiatiefId}/vervolg",
  action: "proposals:decide",
  operationId: "initiatiefVervolgen",
  audit: { action: "follow-up-initiative", subject: "initiative" },
  tag: "Initiatieven",
  summary: "Begin een vervolg",
  description:
    "Maakt een nieuw initiatief voor dezelfde wijk en thema’s, in een andere vorm. Dat kan als de avond is geweest.",
  params: paramsSchema,
  query: nothing,
  body: bodySchema,
  responses: { 201: { description: "Het initiatief zoals het nu is.", schema: initiativeSchema } },
  problems: [404, 409, 413, 415],
  async handle({ params, body }, tools) {
    const former = await tools.readInitiative(params.initiatiefId);
    if (former === undefined) throw initiativeUnknown();
    const errors = careErrors(former.careNeeded, body.akkoordTeam);
    if (errors.length > 0) throw invalidInput(errors);
    const initiative = await tools.startFollowUp(params.initiatiefId, body.vorm);
    return { status: 201, body: toInitiative(initiative), about: { id: initiative.id } };
  },
});

import { defineRoute } from "../../http/define-route.js";
import { nothing } from "../common-schemas.js";
import { initiativeSchema, toInitiative } from "../list-initiatieven/response.js";
import { bodySchema, paramsSchema } from "./request.js";

export const postUitvoering = defineRoute({
  method: "post",
  path: "/v1/initiatieven/{initiatiefId}/uitvoering",
  action: "proposals:decide",
  operationId: "initiatiefUitvoeren",
  audit: { action: "hold-initiative", subject: "initiative" },
  tag: "Initiatieven",
  summary: "Leg vast dat de avond is geweest",
  description: "Een dag in de toekomst weigeren wij. Zonder dag neem je terug dat de avond is geweest.",
  params: paramsSchema,
  query: nothing,
  body: bodySchema,
  responses: { 201: { description: "Het initiatief zoals het nu is.", schema: initiativeSchema } },
  problems: [404, 409, 413, 415],
  async handle({ params, body: { gehoudenOp } }, tools) {
    const initiative = await tools.changeInitiative(
      params.initiatiefId,
      gehoudenOp === null ? { kind: "take-back" } : { kind: "hold", heldOn: gehoudenOp },
    );
    return { status: 201, body: toInitiative(initiative), about: { id: initiative.id } };
  },
});

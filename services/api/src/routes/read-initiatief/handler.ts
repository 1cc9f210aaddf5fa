import { defineRoute } from "../../http/define-route.js";
import { Problem } from "../../http/problem.js";
import { nothing } from "../common-schemas.js";
import { initiativeSchema, toInitiative } from "../list-initiatieven/response.js";
import { paramsSchema } from "./request.js";

export const readInitiatief = defineRoute({
  method: "get",
  path: "/v1/initiatieven/{initiatiefId}",
  action: "proposals:read",
  operationId: "initiatiefLezen",
  audit: { action: "read-initiative", subject: "initiative" },
  tag: "Initiatieven",
  summary: "Lees één initiatief",
  description: "Geeft één initiatief, met plan en uitkomst.",
  params: paramsSchema,
  query: nothing,
  responses: { 200: { description: "Het initiatief.", schema: initiativeSchema } },
  problems: [404],
  async handle({ params }, tools) {
    const initiative = await tools.readInitiative(params.initiatiefId);
    if (initiative === undefined) throw initiativeUnknown();
    return { status: 200, body: toInitiative(initiative), about: { id: initiative.id } };
  },
});

export function initiativeUnknown(): Problem {
  return new Problem(404, "initiative-unknown", "Dit initiatief bestaat niet (meer).");
}

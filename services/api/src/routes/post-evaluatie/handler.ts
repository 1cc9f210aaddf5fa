import { defineRoute } from "../../http/define-route.js";
import { type InputError, invalidInput } from "../../http/problem.js";
import { cleanText } from "../clean-text.js";
import { nothing } from "../common-schemas.js";
import { initiativeSchema, toInitiative } from "../list-initiatieven/response.js";
import { bodySchema, paramsSchema } from "./request.js";

export const postEvaluatie = defineRoute({
  method: "post",
  path: "/v1/initiatieven/{initiatiefId}/evaluatie",
  action: "proposals:decide",
  operationId: "initiatiefEvalueren",
  audit: { action: "evaluate-initiative", subject: "initiative" },
  tag: "Initiatieven",
  summary: "Vertel hoe het ging",
  description:
    "Opkomst als bandbreedte, drie vaste vragen en de uren van alle collega’s samen. Wat er eerder stond, wordt vervangen.",
  params: paramsSchema,
  query: nothing,
  body: bodySchema,
  responses: { 201: { description: "Het initiatief zoals het nu is.", schema: initiativeSchema } },
  problems: [404, 409, 413, 415],
  async handle({ params, body }, tools) {
    const errors: InputError[] = [];
    const line = cleanText("/toelichting", body.toelichting, tools, errors);
    if (errors.length > 0) throw invalidInput(errors);
    const initiative = await tools.changeInitiative(params.initiatiefId, {
      kind: "evaluate",
      outcome: {
        attendance: body.opkomst,
        evaluation: {
          useful: body.geholpen,
          onward: body.zelfVerder,
          again: body.nogEens,
          ...(line !== undefined && { line }),
        },
        hours: { preparation: body.voorbereidingUren, session: body.avondUren, colleagues: body.collegas },
      },
    });
    return { status: 201, body: toInitiative(initiative), about: { id: initiative.id } };
  },
});

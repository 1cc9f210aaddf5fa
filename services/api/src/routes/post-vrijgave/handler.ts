import { defineRoute } from "../../http/define-route.js";
import { Problem } from "../../http/problem.js";
import { nothing } from "../common-schemas.js";
import { bodySchema, paramsSchema } from "./request.js";
import { releaseSchema } from "./response.js";

export const postVrijgave = defineRoute({
  method: "post",
  path: "/v1/themarapporten/{maand}/vrijgave",
  action: "reports:release",
  operationId: "themarapportVrijgeven",
  audit: { action: "release-month", subject: "report" },
  tag: "Themarapporten",
  summary: "Geef het rapport van een maand vrij",
  description:
    "Daarna verandert deze maand niet meer, en de maanden ervoor ook niet. Wat later binnenkomt, telt mee in de volgende maand. Is een klein aantal te berekenen, dan gaat de vrijgave niet door en staat erbij waarom.",
  params: paramsSchema,
  query: nothing,
  body: bodySchema,
  responses: { 201: { description: "De maand staat vast.", schema: releaseSchema } },
  problems: [404, 409, 413, 415],
  async handle({ params, body }, tools) {
    const madeAt = new Date(body.gemaaktOp);
    const outcome = await tools.releaseMonth({ month: params.maand, madeAt });
    if ("refused" in outcome) throw new Problem(409, "release-refused", outcome.refused);
    return {
      status: 201,
      body: { maanden: outcome.released, vrijgegevenOp: outcome.releasedAt.toISOString() },
    };
  },
});

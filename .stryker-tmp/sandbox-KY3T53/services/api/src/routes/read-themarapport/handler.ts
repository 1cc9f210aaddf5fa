import { defineRoute } from "../../http/define-route.js";
import { Problem } from "../../http/problem.js";
import { paramsSchema, querySchema } from "./request.js";
import { reportContentSchema } from "./response.js";

export const readThemarapport = defineRoute({
  method: "get",
  path: "/v1/themarapporten/{maand}",
  action: "reports:read",
  operationId: "themarapportLezen",
  audit: { action: "read-report", subject: "report" },
  tag: "Themarapporten",
  summary: "Lees het maandrapport",
  description: "Geeft het rapport van een maand, van de hele gemeente, van één wijk of van één team.",
  params: paramsSchema,
  query: querySchema,
  responses: { 200: { description: "Het rapport.", schema: reportContentSchema } },
  problems: [404],
  async handle({ params, query }, tools) {
    const key = {
      month: params.maand,
      ...(query.wijkCode === undefined ? {} : { areaCode: query.wijkCode }),
      ...(query.team === undefined ? {} : { teamCode: query.team }),
    };
    const report = await tools.readReport(key);
    if (report === undefined)
      throw new Problem(
        404,
        "report-unknown",
        "Van deze maand is er nog geen rapport voor deze keuze. Kijk in /v1/themarapporten welke er zijn.",
      );
    return { status: 200, body: report, about: { details: key } };
  },
});

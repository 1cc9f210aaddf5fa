import { defineRoute } from "../../http/define-route.js";
import { nothing } from "../common-schemas.js";
import { querySchema } from "./request.js";
import { reportsSchema, toReportLine } from "./response.js";

export const listThemarapporten = defineRoute({
  method: "get",
  path: "/v1/themarapporten",
  action: "reports:read",
  operationId: "themarapportenLezen",
  audit: { action: "list-reports", subject: "report" },
  tag: "Themarapporten",
  summary: "Lees welke maandrapporten er zijn",
  description: "Geeft de maandrapporten van de gemeente, van de wijken en van de teams, de nieuwste maand eerst.",
  params: nothing,
  query: querySchema,
  responses: { 200: { description: "De rapporten.", schema: reportsSchema } },
  async handle({ query }, tools) {
    const reports = await tools.listReports({
      ...(query.maand === undefined ? {} : { month: query.maand }),
      ...(query.wijkCode === undefined ? {} : { areaCode: query.wijkCode }),
      ...(query.team === undefined ? {} : { teamCode: query.team }),
    });
    return { status: 200, body: { themarapporten: reports.map(toReportLine) } };
  },
});

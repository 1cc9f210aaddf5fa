import { defineRoute } from "../../http/define-route.js";
import { nothing } from "../common-schemas.js";
import { partnerRequestsSchema, toPartnerRequest } from "./response.js";

export const listPartneraanvragen = defineRoute({
  method: "get",
  path: "/v1/partneraanvragen",
  action: "proposals:read",
  operationId: "partneraanvragenLezen",
  audit: { action: "list-partner-requests", subject: "partner-request" },
  tag: "Partneraanvragen",
  summary: "Lees de aanvragen aan partners",
  description: "Geeft alle aanvragen met hun status, de nieuwste eerst.",
  params: nothing,
  query: nothing,
  responses: { 200: { description: "De aanvragen.", schema: partnerRequestsSchema } },
  async handle(_input, tools) {
    const requests = await tools.listPartnerRequests();
    return { status: 200, body: { partneraanvragen: requests.map(toPartnerRequest) } };
  },
});

import { defineRoute } from "../../http/define-route.js";
import { nothing } from "../common-schemas.js";
import { querySchema } from "./request.js";
import { entriesSchema, toEntry } from "./response.js";
import { actionOf } from "./words.js";

/** For the data protection officer. */
export const listAuditregels = defineRoute({
  method: "get",
  path: "/v1/auditregels",
  action: "audit:read",
  operationId: "auditregelsLezen",
  audit: { action: "read-audit-log", subject: "audit-log" },
  tag: "Auditlog",
  summary: "Lees wie wat zag, veranderde of vrijgaf",
  description:
    "Voor de functionaris gegevensbescherming. Geeft het auditlog op volgorde, bladzijde voor bladzijde. Dit lezen staat zelf ook in het log.",
  params: nothing,
  query: querySchema,
  responses: { 200: { description: "De auditregels.", schema: entriesSchema } },
  async handle({ query }, tools) {
    const entries = await tools.audit.list({
      limit: query.aantal,
      ...(query.na !== undefined && { after: query.na }),
      ...(query.handeling !== undefined && { action: actionOf(query.handeling) }),
      ...(query.wie !== undefined && { actorId: query.wie }),
    });
    const isFull = entries.length === query.aantal;
    return {
      status: 200,
      body: { auditregels: entries.map(toEntry), volgende: isFull ? (entries.at(-1)?.number ?? null) : null },
      about: { details: { rows: entries.length } },
    };
  },
});

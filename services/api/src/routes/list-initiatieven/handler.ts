import { defineRoute } from "../../http/define-route.js";
import { nothing } from "../common-schemas.js";
import { INITIATIVE_WORDS } from "../words.js";
import { querySchema } from "./request.js";
import { initiativesSchema, toInitiative } from "./response.js";

export const listInitiatieven = defineRoute({
  method: "get",
  path: "/v1/initiatieven",
  action: "proposals:read",
  operationId: "initiatievenLezen",
  audit: { action: "list-initiatives", subject: "initiative" },
  tag: "Initiatieven",
  summary: "Lees de initiatieven",
  description:
    "Geeft de initiatieven, de nieuwste eerst: idee, gepland, gehouden, geëvalueerd of gestopt. Opnieuw oppakken zet een gestopt initiatief weer aan.",
  params: nothing,
  query: querySchema,
  responses: { 200: { description: "De initiatieven.", schema: initiativesSchema } },
  async handle({ query }, tools) {
    const initiatives = (await tools.listInitiatives()).filter(
      ({ state, areaCode }) =>
        (query.status === undefined || INITIATIVE_WORDS[state] === query.status) &&
        (query.wijkCode === undefined || areaCode === query.wijkCode),
    );
    return { status: 200, body: { initiatieven: initiatives.map(toInitiative) } };
  },
});

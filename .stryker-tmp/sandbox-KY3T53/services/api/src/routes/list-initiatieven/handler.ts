import { defineRoute } from "../../http/define-route.js";
import { nothing } from "../common-schemas.js";
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
    "Geeft de voorstellen die iemand heeft opgepakt, de nieuwste eerst. Wie er toch van afziet, stopt het initiatief; opnieuw oppakken zet het weer aan.",
  params: nothing,
  query: nothing,
  responses: { 200: { description: "De initiatieven.", schema: initiativesSchema } },
  async handle(_input, tools) {
    const initiatives = await tools.listInitiatives();
    return { status: 200, body: { initiatieven: initiatives.map(toInitiative) } };
  },
});

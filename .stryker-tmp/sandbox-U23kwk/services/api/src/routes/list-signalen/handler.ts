import { defineRoute } from "../../http/define-route.js";
import { nothing } from "../common-schemas.js";
import { querySchema } from "./request.js";
import { signalsSchema, toSignal } from "./response.js";

export const listSignalen = defineRoute({
  method: "get",
  path: "/v1/signalen",
  action: "figures:read",
  operationId: "signalenLezen",
  audit: { action: "list-signals", subject: "signals" },
  tag: "Signalen",
  summary: "Lees wat er verandert",
  description: "Geeft de thema's die stijgen, dalen, nieuw zijn of terug zijn. Zonder aantallen, de nieuwste eerst.",
  params: nothing,
  query: querySchema,
  responses: { 200: { description: "De signalen.", schema: signalsSchema } },
  async handle({ query }, tools) {
    const signals = await tools.listSignals({
      ...(query.vanafMaand === undefined ? {} : { fromMonth: query.vanafMaand }),
      ...(query.wijkCode === undefined ? {} : { areaCode: query.wijkCode }),
    });
    return { status: 200, body: { signalen: signals.map(toSignal) } };
  },
});

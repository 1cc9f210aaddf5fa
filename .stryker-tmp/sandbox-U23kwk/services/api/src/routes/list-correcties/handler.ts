import { z } from "zod";
import { defineRoute } from "../../http/define-route.js";
import { nothing } from "../common-schemas.js";
import { correctionSchema, toCorrection } from "../correction-schemas.js";

const correctionsSchema = z.object({ correcties: z.array(correctionSchema) }).meta({ id: "Correcties" });

export const listCorrecties = defineRoute({
  method: "get",
  path: "/v1/correcties",
  action: "figures:read",
  operationId: "correctiesLezen",
  audit: { action: "list-corrections", subject: "correction" },
  tag: "Correcties",
  summary: "Lees alle correcties",
  description: "Geeft alles wat mensen aan de thema's veranderden, het laatste eerst, ook wat ongedaan is gemaakt.",
  params: nothing,
  query: nothing,
  responses: { 200: { description: "De correcties.", schema: correctionsSchema } },
  async handle(_input, tools) {
    return { status: 200, body: { correcties: (await tools.listCorrections()).map(toCorrection) } };
  },
});

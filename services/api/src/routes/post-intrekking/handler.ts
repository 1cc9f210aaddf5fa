import { z } from "zod";
import { defineRoute } from "../../http/define-route.js";
import { cleanOrRefuse } from "../clean-or-refuse.js";
import { idSchema, nothing } from "../common-schemas.js";
import { correctionSchema, reasonField, toCorrection } from "../correction-schemas.js";

export const postIntrekking = defineRoute({
  method: "post",
  path: "/v1/correcties/{correctieId}/intrekking",
  action: "themes:correct",
  operationId: "correctieIntrekken",
  audit: { action: "undo-correction", subject: "correction" },
  tag: "Correcties",
  summary: "Maak een correctie ongedaan",
  description: "Alles staat daarna zoals het zonder deze correctie zou staan. De correctie zelf blijft in de lijst.",
  params: z.strictObject({ correctieId: idSchema.describe("Id van de correctie, zoals c-0007.") }),
  query: nothing,
  body: z.strictObject(reasonField).meta({ id: "NieuweIntrekking" }),
  responses: { 201: { description: "De correctie is ongedaan gemaakt.", schema: correctionSchema } },
  problems: [404, 409, 413, 415],
  async handle({ params, body }, tools) {
    const reason = cleanOrRefuse({ why: body.reden }, tools);
    const undone = await tools.undoCorrection(params.correctieId, reason);
    return { status: 201, body: toCorrection(undone) };
  },
});

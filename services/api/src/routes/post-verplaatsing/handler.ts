import { z } from "zod";
import { defineRoute } from "../../http/define-route.js";
import { cleanOrRefuse } from "../clean-or-refuse.js";
import { idSchema, nothing } from "../common-schemas.js";
import { correctionSchema, reasonField, toCorrection } from "../correction-schemas.js";

const bodySchema = z
  .strictObject({
    naarThemaId: idSchema.nullable().describe("Het thema waar de vraag bij hoort. Leeg: bij geen enkel thema."),
    uitVeiligheid: z
      .boolean()
      .default(false)
      .describe("Ja als je hebt gekeken en er echt geen gevaar is. Nodig voor een vraag op de veiligheidsroute."),
    ...reasonField,
  })
  .meta({ id: "NieuweVerplaatsing" });

export const postVerplaatsing = defineRoute({
  method: "post",
  path: "/v1/vragen/{vraagId}/verplaatsing",
  action: "note:correct",
  operationId: "vraagVerplaatsen",
  audit: { action: "move-question", subject: "correction" },
  tag: "Correcties",
  summary: "Verplaats een vraag naar een ander thema",
  description: "De vraag blijft daar, ook als de notitie opnieuw binnenkomt. Vragen die erop lijken, gaan later mee.",
  params: z.strictObject({ vraagId: idSchema.describe("Id van de vraag.") }),
  query: nothing,
  body: bodySchema,
  responses: { 201: { description: "De vraag is verplaatst.", schema: correctionSchema } },
  problems: [404, 409, 413, 415],
  async handle({ params, body }, tools) {
    const reason = cleanOrRefuse({ why: body.reden }, tools);
    const { naarThemaId: toId, uitVeiligheid: outOfSafety } = body;
    const moved = await tools.correctTheme({ kind: "move", questionId: params.vraagId, toId, outOfSafety, ...reason });
    return { status: 201, body: toCorrection(moved) };
  },
});

import type { z } from "zod";
import { defineRoute } from "../../http/define-route.js";
import type { CorrectionOrder } from "../../tools/api-tools.js";
import { cleanOrRefuse } from "../clean-or-refuse.js";
import { nothing } from "../common-schemas.js";
import { correctionSchema, toCorrection } from "../correction-schemas.js";
import { bodySchema, paramsSchema } from "./request.js";

export const postThemacorrectie = defineRoute({
  method: "post",
  path: "/v1/themas/{themaId}/correcties",
  action: "themes:correct",
  operationId: "themaCorrigeren",
  audit: { action: "correct-theme", subject: "theme" },
  tag: "Correcties",
  summary: "Hernoem, splits of zet een thema vast, voeg twee thema's samen, of zeg dat iets geen thema is",
  description:
    "Jij beslist, en wij onthouden het: ook na nieuwe notities en een nieuw model. Alle aantallen worden opnieuw geteld. Je kunt elke correctie ongedaan maken.",
  params: paramsSchema,
  query: nothing,
  body: bodySchema,
  responses: { 201: { description: "De correctie is bewaard.", schema: correctionSchema } },
  problems: [404, 409, 413, 415],
  async handle({ params, body }, tools) {
    const order = cleanOrRefuse(toOrder(params.themaId, body), tools);
    const correction = await tools.correctTheme(order);
    return { status: 201, body: toCorrection(correction) };
  },
});

function toOrder(themeId: string, body: z.output<typeof bodySchema>): CorrectionOrder {
  const order = { themeId, why: body.reden };
  switch (body.soort) {
    case "hernoemen":
      return { ...order, kind: "rename", name: body.naam };
    case "samenvoegen":
      return { ...order, kind: "merge", intoId: body.metThemaId };
    case "splitsen":
      return { ...order, kind: "split", name: body.naam, words: body.woorden, questionIds: body.vraagIds };
    case "vastzetten":
      return { ...order, kind: "pin" };
    case "geen-thema":
      return { ...order, kind: "not-a-theme" };
    case "sluimeren":
      return { ...order, kind: "sleep" };
  }
}

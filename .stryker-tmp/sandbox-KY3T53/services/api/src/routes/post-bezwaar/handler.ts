import { z } from "zod";
import { defineRoute } from "../../http/define-route.js";
import { daySchema, nothing } from "../common-schemas.js";
import { sourceRefSchema } from "../note-schemas.js";

const bodySchema = z
  .strictObject({
    casusRef: sourceRefSchema.optional().describe("De casus, zoals het bronsysteem haar noemt. Wij bewaren dit niet."),
    bronId: sourceRefSchema.optional().describe("Of één notitie, zoals het bronsysteem haar noemt."),
    proef: z.boolean().default(false).describe("Ja om alleen te zien wat er zou gebeuren."),
  })
  .refine(({ casusRef, bronId }) => (casusRef === undefined) !== (bronId === undefined), {
    error: "Noem een casusRef of een bronId, en niet allebei.",
  })
  .meta({ id: "NieuwBezwaar" });

const count = z.int().min(0);
const erasureSchema = z
  .object({
    op: daySchema,
    notities: count.describe("Gewiste notities."),
    quarantaine: count.describe("Gewiste notities die wij tegenhielden."),
    vragen: count.describe("Gewiste vragen."),
    maandenOpnieuw: count.describe("Maanden die wij opnieuw tellen."),
    voorstellenOpnieuw: count.describe("Open voorstellen die wij opnieuw maken."),
    themasVervallen: count.describe("Nieuwe thema's waar niemand anders naar vroeg."),
  })
  .meta({ id: "Wissing" });

export const postBezwaar = defineRoute({
  method: "post",
  path: "/v1/bezwaren",
  action: "privacy:manage",
  operationId: "bezwaarMelden",
  audit: { action: "erase-case", subject: "case" },
  tag: "Casusnotities",
  summary: "Meld dat een bewoner bezwaar heeft",
  description:
    "Wij wissen de casus of de notitie, en weigeren haar voortaan aan de deur. Tellingen en open voorstellen maken wij opnieuw. Wat al is vrijgegeven, blijft staan.",
  params: nothing,
  query: nothing,
  body: bodySchema,
  responses: {
    200: { description: "Wat er zou gebeuren. Er is niets gewist.", schema: erasureSchema },
    201: { description: "Gewist, met alleen aantallen.", schema: erasureSchema },
  },
  problems: [413, 415],
  async handle({ body: { casusRef, bronId = "", proef } }, tools) {
    const objection = casusRef === undefined ? { sourceId: bronId } : { caseRef: casusRef };
    const facts = await tools.objectToUse(objection, { dryRun: proef });
    return {
      status: proef ? 200 : 201,
      body: {
        op: facts.on,
        notities: facts.notes,
        quarantaine: facts.quarantined,
        vragen: facts.questions,
        maandenOpnieuw: facts.monthsRestated,
        voorstellenOpnieuw: facts.proposalsRestated,
        themasVervallen: facts.themesRetired,
      },
    };
  },
});

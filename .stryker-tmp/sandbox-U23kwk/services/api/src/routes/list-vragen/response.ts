import { z } from "zod";
import type { QuestionView } from "../../tools/api-tools.js";
import { idSchema } from "../common-schemas.js";
import { ROUTE_WORDS } from "../words.js";

const questionSchema = z
  .object({
    vraagId: idSchema.describe("Hiermee verplaats je de vraag, of wijs je haar aan bij het splitsen."),
    begin: z.int().min(0).describe("Waar de vraag begint in de weggelakte tekst, geteld in UTF-16."),
    einde: z.int().min(0).describe("Waar de vraag ophoudt in de weggelakte tekst, geteld in UTF-16."),
    route: z.enum(Object.values(ROUTE_WORDS)).describe("Hoe de vraag aan haar thema kwam."),
    themaId: idSchema
      .nullable()
      .optional()
      .describe("Waar de vraag nu bij hoort. Leeg: bij geen thema. Staat er niet bij de route veiligheid."),
    zekerheid: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe("Hoe zeker dat is, van 0 tot 1. Staat er niet bij de route veiligheid."),
  })
  .meta({ id: "Vraag" });

export const questionsSchema = z.object({ vragen: z.array(questionSchema) }).meta({ id: "Vragen" });

/** Rule: of a question in the safety route nothing is told but that it is there, so that a person can go and look. */
export function toQuestion({ id, start, end, assignment }: QuestionView): z.infer<typeof questionSchema> {
  const { themeId, confidence, route } = assignment;
  return {
    vraagId: id,
    begin: start,
    einde: end,
    route: ROUTE_WORDS[route],
    ...(route !== "safety" && { themaId: themeId, zekerheid: confidence }),
  };
}

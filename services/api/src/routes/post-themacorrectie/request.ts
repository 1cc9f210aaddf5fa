import { z } from "zod";
import { idSchema, lineSchema } from "../common-schemas.js";
import { NAME_CHARACTERS_MAX, personFields } from "../correction-schemas.js";

export { paramsSchema } from "../read-thema/request.js";

/** A theme is split by a few words; a long list is a new catalogue. */
const WORDS_MAX = 20;
const WORD_CHARACTERS_MAX = 40;
/** Picked by hand, from one screen. */
const QUESTIONS_MAX = 100;

const name = lineSchema(NAME_CHARACTERS_MAX).describe("De naam van het thema, zonder persoonsgegevens.");

export const bodySchema = z
  .discriminatedUnion("soort", [
    z.strictObject({ soort: z.literal("hernoemen"), naam: name, ...personFields }),
    z.strictObject({
      soort: z.literal("samenvoegen"),
      metThemaId: idSchema.describe("Het thema dat blijft."),
      ...personFields,
    }),
    z
      .strictObject({
        soort: z.literal("splitsen"),
        naam: name,
        woorden: z
          .array(lineSchema(WORD_CHARACTERS_MAX))
          .max(WORDS_MAX)
          .default([])
          .describe("Vragen met een van deze woorden gaan naar het nieuwe thema."),
        vraagIds: z.array(idSchema).max(QUESTIONS_MAX).default([]).describe("Vragen die je zelf aanwijst."),
        ...personFields,
      })
      .refine(({ woorden, vraagIds }) => woorden.length + vraagIds.length > 0, {
        path: ["woorden"],
        message: "Noem een woord, of wijs een vraag aan.",
      }),
    z.strictObject({ soort: z.literal("vastzetten"), ...personFields }),
    z.strictObject({ soort: z.literal("geen-thema"), ...personFields }),
    z.strictObject({ soort: z.literal("sluimeren"), ...personFields }),
  ])
  .meta({ id: "NieuweThemacorrectie" });

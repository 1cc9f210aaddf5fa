import { CORRECTION_LIMITS } from "@rode-draad/domain";
import { z } from "zod";
import { idSchema, lineSchema } from "../common-schemas.js";
import { reasonField } from "../correction-schemas.js";

export { paramsSchema } from "../read-thema/request.js";

const { nameCharactersMax, splitWordsMax, splitWordCharactersMax } = CORRECTION_LIMITS;
/** Picked by hand, from one screen. */
const QUESTIONS_MAX = 100;

const name = lineSchema(nameCharactersMax).describe("De naam van het thema, zonder persoonsgegevens.");

export const bodySchema = z
  .discriminatedUnion("soort", [
    z.strictObject({ soort: z.literal("hernoemen"), naam: name, ...reasonField }),
    z.strictObject({
      soort: z.literal("samenvoegen"),
      metThemaId: idSchema.describe("Het thema dat blijft."),
      ...reasonField,
    }),
    z
      .strictObject({
        soort: z.literal("splitsen"),
        naam: name,
        woorden: z
          .array(lineSchema(splitWordCharactersMax))
          .max(splitWordsMax)
          .default([])
          .describe("Vragen met een van deze woorden gaan naar het nieuwe thema."),
        vraagIds: z.array(idSchema).max(QUESTIONS_MAX).default([]).describe("Vragen die je zelf aanwijst."),
        ...reasonField,
      })
      .refine(({ woorden, vraagIds }) => woorden.length + vraagIds.length > 0, {
        path: ["woorden"],
        message: "Noem een woord, of wijs een vraag aan.",
      }),
    z.strictObject({ soort: z.literal("vastzetten"), ...reasonField }),
    z.strictObject({ soort: z.literal("geen-thema"), ...reasonField }),
    z.strictObject({ soort: z.literal("sluimeren"), ...reasonField }),
  ])
  .meta({ id: "NieuweThemacorrectie" });

import { z } from "zod";
import { areaCodeSchema, monthSchema } from "../common-schemas.js";

export const querySchema = z.strictObject({
  vanafMaand: monthSchema.optional().describe("Alleen signalen vanaf deze maand, als JJJJ-MM."),
  wijkCode: areaCodeSchema.optional().describe("Alleen signalen over deze wijk."),
});

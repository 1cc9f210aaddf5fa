import { z } from "zod";
import { areaCodeSchema } from "../common-schemas.js";
import { INITIATIVE_WORDS } from "../words.js";

export const querySchema = z.strictObject({
  status: z.enum(Object.values(INITIATIVE_WORDS)).optional().describe("Alleen de initiatieven met deze status."),
  wijkCode: areaCodeSchema.optional(),
});

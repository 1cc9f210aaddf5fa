import { z } from "zod";
import { areaCodeSchema } from "../common-schemas.js";
import { STATUS_WORD_LIST } from "../words.js";

export const querySchema = z.strictObject({
  status: z.enum(STATUS_WORD_LIST).optional().describe("Alleen voorstellen met deze status."),
  wijkCode: areaCodeSchema.optional().describe("Alleen voorstellen voor deze wijk."),
});

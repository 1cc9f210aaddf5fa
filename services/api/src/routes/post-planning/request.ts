import { CAPACITY_MAX } from "@rode-draad/domain";
import { z } from "zod";
import { clockTimeSchema, daySchema, lineSchema } from "../common-schemas.js";

export { paramsSchema } from "../read-initiatief/request.js";

/** As much as a line on an invitation holds. */
const PLACE_CHARACTERS_MAX = 120;

export const bodySchema = z
  .strictObject({
    datum: z
      .strictObject({ dag: daySchema, van: clockTimeSchema, tot: clockTimeSchema })
      .optional()
      .describe("Nodig zodra het initiatief gepland is."),
    locatie: lineSchema(PLACE_CHARACTERS_MAX).optional().describe("Een openbare plek, nooit iemands huis."),
    openbarePlek: z
      .boolean()
      .optional()
      .describe("Ja als de locatie openbaar is. Nodig als er een naam of adres in staat."),
    plaatsen: z.int().min(1).max(CAPACITY_MAX).optional().describe("Hoeveel mensen er passen."),
  })
  .meta({ id: "NieuwePlanning" });

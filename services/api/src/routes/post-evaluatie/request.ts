import { HOURS_LIMITS } from "@rode-draad/domain";
import { z } from "zod";
import { lineSchema } from "../common-schemas.js";
import { attendanceSchema, evaluationFields } from "../list-initiatieven/response.js";

export { paramsSchema } from "../read-initiatief/request.js";

/** One line on the screen, as with a remark on a proposal. */
const LINE_CHARACTERS_MAX = 300;
/** Nobody remembers finer, and halves and quarters are exact. */
const QUARTER = 0.25;

export const bodySchema = z
  .strictObject({
    opkomst: attendanceSchema,
    ...evaluationFields,
    toelichting: lineSchema(LINE_CHARACTERS_MAX).optional().describe("Eén regel, zonder persoonsgegevens."),
    voorbereidingUren: z
      .number()
      .min(0)
      .max(HOURS_LIMITS.preparationMax)
      .multipleOf(QUARTER)
      .describe("Van alle collega's samen, op een kwartier."),
    avondUren: z.number().min(0).max(HOURS_LIMITS.sessionMax).multipleOf(QUARTER).describe("Hoe lang de avond duurde."),
    collegas: z.int().min(1).max(HOURS_LIMITS.colleaguesMax).describe("Met hoeveel collega's. Alleen voor de som."),
  })
  .meta({ id: "NieuweEvaluatie" });

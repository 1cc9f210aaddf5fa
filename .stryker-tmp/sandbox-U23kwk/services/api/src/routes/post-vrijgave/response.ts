import { z } from "zod";
import { momentSchema, monthSchema } from "../common-schemas.js";

export const releaseSchema = z
  .object({
    maanden: z.array(monthSchema).describe("De maanden die nu vaststaan, de oudste eerst."),
    vrijgegevenOp: momentSchema,
  })
  .meta({ id: "Vrijgave" });

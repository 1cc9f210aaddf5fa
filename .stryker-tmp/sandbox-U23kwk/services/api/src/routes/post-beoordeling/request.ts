import { REFUSAL_REASONS } from "@rode-draad/domain";
import { z } from "zod";

/** A remark is one line on the screen. */
const REMARK_CHARACTERS_MAX = 300;

export { paramsSchema } from "../read-voorstel/request.js";

export const bodySchema = z
  .strictObject({
    besluit: z.enum(["oppakken", "later", "niet-doen"]).describe("Wat je met het voorstel doet."),
    reden: z.enum(REFUSAL_REASONS).optional().describe("Waarom niet. Nodig bij niet-doen."),
    toelichting: z
      .string()
      .trim()
      .max(REMARK_CHARACTERS_MAX)
      .optional()
      .describe("Korte toelichting, zonder persoonsgegevens."),
    akkoordTeam: z
      .boolean()
      .optional()
      .describe("Ja als het team het voorstel heeft besproken. Nodig bij alleen-met-zorg."),
  })
  .superRefine((body, context) => {
    if (body.besluit === "niet-doen" && body.reden === undefined) {
      context.addIssue({ code: "custom", path: ["reden"], message: `Kies een reden: ${REFUSAL_REASONS.join(", ")}.` });
    }
    if (body.besluit !== "niet-doen" && body.reden !== undefined) {
      context.addIssue({
        code: "custom",
        path: ["reden"],
        message: "Een reden hoort alleen bij niet-doen. Laat hem weg.",
      });
    }
  })
  .meta({ id: "NieuweBeoordeling" });

import { z } from "zod";
import { idSchema } from "../common-schemas.js";

export const bodySchema = z
  .strictObject({
    voorstelId: idSchema.describe("Het voorstel dat je oppakt."),
    akkoordTeam: z
      .boolean()
      .optional()
      .describe("Ja als het team het voorstel heeft besproken. Nodig bij alleen-met-zorg."),
  })
  .meta({ id: "NieuwInitiatief" });

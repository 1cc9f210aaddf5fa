import { z } from "zod";
import { idSchema } from "../common-schemas.js";

export { paramsSchema } from "../read-initiatief/request.js";

export const bodySchema = z
  .strictObject({
    vorm: idSchema.describe("Id van de vorm, zoals kledingruil."),
    akkoordTeam: z.boolean().optional().describe("Ja als het team het heeft besproken. Nodig bij alleen-met-zorg."),
  })
  .meta({ id: "NieuwVervolg" });

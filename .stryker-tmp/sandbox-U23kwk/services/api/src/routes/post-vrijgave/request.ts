import { z } from "zod";
import { momentSchema } from "../common-schemas.js";

export { paramsSchema } from "../read-themarapport/request.js";

export const bodySchema = z
  .strictObject({
    gemaaktOp: momentSchema.describe("Wanneer het concept is gemaakt dat je bekeek. Zie /v1/themarapporten."),
  })
  .meta({ id: "NieuweVrijgave" });

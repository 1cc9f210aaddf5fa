import { z } from "zod";
import { idSchema } from "../common-schemas.js";

export const paramsSchema = z.strictObject({
  themaId: idSchema.describe("Id van het thema, zoals huurtoeslag of t-0007."),
});

import { z } from "zod";
import { idSchema } from "../common-schemas.js";

export const paramsSchema = z.strictObject({ initiatiefId: idSchema.describe("Id van het initiatief.") });

import { z } from "zod";
import { idSchema } from "../common-schemas.js";

export const paramsSchema = z.strictObject({ voorstelId: idSchema.describe("Id van het voorstel.") });

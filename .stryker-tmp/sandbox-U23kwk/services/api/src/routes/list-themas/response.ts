import { z } from "zod";
import { themeSchema } from "../read-thema/response.js";

export const themesSchema = z.object({ themas: z.array(themeSchema) }).meta({ id: "Themas" });

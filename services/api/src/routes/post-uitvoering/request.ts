import { z } from "zod";
import { daySchema } from "../common-schemas.js";

export { paramsSchema } from "../read-initiatief/request.js";

export const bodySchema = z
  .strictObject({ gehoudenOp: daySchema.nullable().describe("De dag van de avond, of null als die toch niet was.") })
  .meta({ id: "NieuweUitvoering" });

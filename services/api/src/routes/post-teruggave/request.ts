import { z } from "zod";

export { paramsSchema } from "../read-initiatief/request.js";

export const bodySchema = z.strictObject({}).meta({ id: "NieuweTeruggave" });

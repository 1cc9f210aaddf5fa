import { z } from "zod";
import { monthSchema, teamCodeSchema } from "../common-schemas.js";

export const paramsSchema = z.strictObject({ maand: monthSchema });
export const querySchema = z.strictObject({
  team: teamCodeSchema.optional().describe("Het rapport van dit team. Zonder team dat van de hele gemeente."),
});

import { z } from "zod";
import { monthSchema, teamCodeSchema } from "../common-schemas.js";

export const querySchema = z.strictObject({
  maand: monthSchema.optional().describe("Alleen rapporten van deze maand, als JJJJ-MM."),
  team: teamCodeSchema.optional().describe("Alleen rapporten van dit team."),
});

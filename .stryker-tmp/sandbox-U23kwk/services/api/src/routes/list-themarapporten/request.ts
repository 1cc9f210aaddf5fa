import { z } from "zod";
import { areaCodeSchema, monthSchema, teamCodeSchema } from "../common-schemas.js";

export const querySchema = z.strictObject({
  maand: monthSchema.optional().describe("Alleen rapporten van deze maand, als JJJJ-MM."),
  wijkCode: areaCodeSchema.optional().describe("Alleen rapporten van deze wijk."),
  team: teamCodeSchema.optional().describe("Alleen rapporten van dit team."),
});

import { z } from "zod";
import { areaCodeSchema, monthSchema, teamCodeSchema } from "../common-schemas.js";

export const paramsSchema = z.strictObject({ maand: monthSchema });
export const querySchema = z
  .strictObject({
    wijkCode: areaCodeSchema.optional().describe("Het rapport van deze wijk."),
    team: teamCodeSchema.optional().describe("Het rapport van dit team. Zonder wijk en team dat van de hele gemeente."),
  })
  .refine(({ wijkCode, team }) => wijkCode === undefined || team === undefined, {
    path: ["team"],
    message: "Kies een wijk of een team, niet allebei.",
  });

import { z } from "zod";
import { idSchema, pageSizeSchema, wholeSchema } from "../common-schemas.js";
import { ACTION_WORDS } from "./words.js";

/** More entries than a municipality makes in a century. */
const NUMBER_MAX = 1_000_000_000;

export const querySchema = z.strictObject({
  na: wholeSchema(0, NUMBER_MAX)
    .optional()
    .describe("Alleen regels na dit nummer. Geef hier `volgende` uit het vorige antwoord."),
  aantal: pageSizeSchema,
  handeling: z.enum(Object.values(ACTION_WORDS)).optional().describe("Alleen regels van deze handeling."),
  wie: idSchema.optional().describe("Alleen regels van wie dit id heeft."),
});

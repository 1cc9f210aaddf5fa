import { z } from "zod";
import { idSchema } from "../common-schemas.js";
import { ACTION_WORDS } from "./words.js";

/** A page that a person can still look through; a program asks for the next one. */
const ENTRIES_MAX = 1_000;
const ENTRIES = 100;
/** More entries than a municipality makes in a century. */
const NUMBER_MAX = 1_000_000_000;

const whole = (lowest: number, highest: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/, "Dit is geen geheel getal.")
    .transform(Number)
    .refine((value) => value >= lowest && value <= highest, `Kies een getal van ${lowest} tot en met ${highest}.`);

export const querySchema = z.strictObject({
  na: whole(0, NUMBER_MAX)
    .optional()
    .describe("Alleen regels na dit nummer. Geef hier `volgende` uit het vorige antwoord."),
  aantal: whole(1, ENTRIES_MAX).default(ENTRIES).describe(`Hoeveel regels hoogstens, tot ${ENTRIES_MAX}.`),
  handeling: z.enum(Object.values(ACTION_WORDS)).optional().describe("Alleen regels van deze handeling."),
  wie: idSchema.optional().describe("Alleen regels van wie dit id heeft."),
});

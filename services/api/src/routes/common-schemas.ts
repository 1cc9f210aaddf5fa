import { isDay, isMonth } from "@rode-draad/domain";
import { isAreaCode } from "@rode-draad/intake";
import { z } from "zod";

/** Values that several routes share. Each says what is wrong in its own words. */

/** No id of ours is longer; it bounds what reaches the store and the log. */
const ID_CHARACTERS_MAX = 100;

export const nothing = z.strictObject({});

export const idSchema = z
  .string()
  .regex(new RegExp(`^[A-Za-z0-9_.:-]{1,${ID_CHARACTERS_MAX}}$`), "Dit is geen geldig id.")
  .describe("Vast id.");

/** A whole number in a query, where everything is text. */
export const wholeSchema = (lowest: number, highest: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/, "Dit is geen geheel getal.")
    .transform(Number)
    .refine((value) => value >= lowest && value <= highest, `Kies een getal van ${lowest} tot en met ${highest}.`);

/** A page that a person can still look through; a program asks for the next one. */
const PAGE_MAX = 1_000;
const PAGE = 100;
export const pageSizeSchema = wholeSchema(1, PAGE_MAX).default(PAGE).describe(`Hoeveel hoogstens, tot ${PAGE_MAX}.`);

export const monthSchema = z
  .string()
  .refine(isMonth, "Schrijf de maand als 2026-10.")
  .describe("Maand, als JJJJ-MM.")
  .meta({ pattern: "^[0-9]{4}-(0[1-9]|1[0-2])$", example: "2026-10" });

export const daySchema = z
  .string()
  .refine(isDay, "Schrijf de dag als 2026-10-05.")
  .describe("Dag, als JJJJ-MM-DD.")
  .meta({ format: "date", example: "2026-10-05" });

export const areaCodeSchema = z
  .string()
  .refine(isAreaCode, "Schrijf de wijk als CBS-wijkcode, zoals WK036301.")
  .describe("CBS-wijkcode: WK en 6 tekens.")
  .meta({ pattern: "^WK[0-9]{4}[0-9A-Z]{2}$", example: "WK036301" });

export const teamCodeSchema = z
  .string()
  .trim()
  .min(1)
  .max(ID_CHARACTERS_MAX)
  .describe("Code van het team.")
  .meta({ example: "NOORD" });

export const clockTimeSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Schrijf de tijd als 19:30.")
  .meta({ example: "19:30" });

/** A moment, answered in UTC as the design rules ask. */
export const momentSchema = z.iso.datetime().describe("Moment, in UTC.");

/** One line of text that a person types. */
export function lineSchema(charactersMax: number): z.ZodString {
  return z
    .string()
    .trim()
    .min(1)
    .max(charactersMax)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, "Schrijf dit op één regel.");
}

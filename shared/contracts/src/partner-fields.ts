import { isDay, type PartnerRequest } from "@rode-draad/domain";
import { z } from "zod";

/** The fields of which everything is made that leaves for a partner. A text is one line, so that none can open a mail header. */

/** Longer than any name, title or ask on one page. */
const LINE_CHARACTERS_MAX = 200;

export const line = z
  .string()
  .trim()
  .min(1)
  .max(LINE_CHARACTERS_MAX)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, "moet één regel zijn, zonder stuurtekens");
export const email = z.email().max(LINE_CHARACTERS_MAX);
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const day = z.string().refine(isDay);
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** Also the name of the .eml file, so nothing in it may mean something to a file system. */
export const outgoingId = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/);
export const contact: z.ZodType<PartnerRequest["contact"]> = z.strictObject({
  name: line,
  role: line,
  team: line,
  phone: line,
  email,
});

import { isDay, type PartnerRequest } from "@rode-draad/domain";
import { z } from "zod";

/**
 * What leaves for a partner, checked at the moment of leaving. Strict: a field that is not named here is a fault, not
 * something to drop quietly. Every text is one line without control characters, so that none can open a mail header.
 */

/** Longer than any name, title or ask on one page. */
const LINE_CHARACTERS_MAX = 200;
/** A page holds no more points than this. */
const POINTS_MAX = 8;
/** Half a year of proposed evenings would be no proposal. */
const DATES_MAX = 4;
/** No room of a neighbourhood holds more. */
const TURNOUT_MAX = 10_000;

const line = z
  .string()
  .trim()
  .min(1)
  .max(LINE_CHARACTERS_MAX)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, "moet één regel zijn, zonder stuurtekens");
const email = z.email().max(LINE_CHARACTERS_MAX);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** Also the name of the .eml file, so nothing in it may mean something to a file system. */
const requestId = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/);

export const partnerRequestSchema: z.ZodType<PartnerRequest> = z.strictObject({
  id: requestId,
  partnerId: line,
  partnerName: line,
  partnerEmail: email.exactOptional(),
  subject: line,
  topic: line,
  areaName: line,
  formatId: line,
  dates: z
    .array(z.strictObject({ day: z.string().refine(isDay), from: clockTime, until: clockTime }))
    .min(1)
    .max(DATES_MAX),
  location: line,
  turnout: z.strictObject({
    min: z.number().int().min(0).max(TURNOUT_MAX),
    max: z.number().int().min(1).max(TURNOUT_MAX),
  }),
  contact: z.strictObject({ name: line, role: line, team: line, phone: line, email }),
  asks: z.array(line).min(1).max(POINTS_MAX),
  offers: z.array(line).min(1).max(POINTS_MAX),
});

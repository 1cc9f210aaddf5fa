import type { PartnerRequest } from "@rode-draad/domain";
import { z } from "zod";
import { clockTime, contact, day, email, line, outgoingId } from "./partner-fields.js";

/**
 * What leaves for a partner, checked at the moment of leaving. Strict: a field that is not named here is a fault, not
 * something to drop quietly.
 */

/** A page holds no more points than this. */
const POINTS_MAX = 8;
/** Half a year of proposed evenings would be no proposal. */
const DATES_MAX = 4;
/** No room of a neighbourhood holds more. */
const TURNOUT_MAX = 10_000;

export const partnerRequestSchema: z.ZodType<PartnerRequest> = z.strictObject({
  id: outgoingId,
  partnerId: line,
  partnerName: line,
  partnerEmail: email.exactOptional(),
  subject: line,
  topic: line,
  areaName: line,
  formatId: line,
  dates: z
    .array(z.strictObject({ day, from: clockTime, until: clockTime }))
    .min(1)
    .max(DATES_MAX),
  location: line,
  turnout: z.strictObject({
    min: z.number().int().min(0).max(TURNOUT_MAX),
    max: z.number().int().min(1).max(TURNOUT_MAX),
  }),
  contact,
  asks: z.array(line).min(1).max(POINTS_MAX),
  offers: z.array(line).min(1).max(POINTS_MAX),
});

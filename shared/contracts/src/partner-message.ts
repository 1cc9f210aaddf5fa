import {
  ATTENDANCE_BANDS,
  type PartnerAgenda,
  type PartnerMessage,
  type PartnerReminder,
  type PartnerResult,
  type PartnerWithdrawal,
  type SilenceNotice,
} from "@rode-draad/domain";
import { z } from "zod";
import { clockTime, contact, day, email, line, month, outgoingId } from "./partner-fields.js";
import { partnerRequestSchema } from "./partner-request.js";

/** What leaves for a partner besides a request, as strict as a request is. */

/** More parts, points or subjects fit on no page. */
const PARTS_MAX = 12;
/** Somebody who skips more months has no standing evening. */
const SKIPPED_MAX = 60;

const toPartner = {
  id: outgoingId,
  partnerId: line,
  partnerName: line,
  partnerEmail: email.exactOptional(),
  contact,
};

const reminder: z.ZodType<PartnerReminder> = z.strictObject({
  ...toPartner,
  kind: z.literal("reminder"),
  askedOn: day,
  requests: z.array(partnerRequestSchema).min(1).max(PARTS_MAX),
});

const agenda: z.ZodType<PartnerAgenda> = z.strictObject({
  ...toPartner,
  kind: z.literal("agenda"),
  eveningId: outgoingId,
  revision: z.number().int().min(0),
  rhythm: z.strictObject({
    week: z.literal([1, 2, 3, 4, -1]),
    weekday: z.literal([1, 2, 3, 4, 5, 6, 7]),
  }),
  firstMonth: month,
  skippedMonths: z.array(month).max(SKIPPED_MAX),
  day,
  from: clockTime,
  until: clockTime,
  location: line,
  points: z.array(line).min(1).max(PARTS_MAX),
});

const result: z.ZodType<PartnerResult> = z.strictObject({
  ...toPartner,
  kind: z.literal("result"),
  subject: line,
  day,
  attendance: z.enum(ATTENDANCE_BANDS),
  asked: z.array(line).max(PARTS_MAX),
});

const withdrawal: z.ZodType<PartnerWithdrawal> = z.strictObject({
  ...toPartner,
  kind: z.literal("withdrawal"),
  askedOn: day,
  agreed: z.strictObject({ day, from: clockTime, until: clockTime }).exactOptional(),
  request: partnerRequestSchema,
});

const silence: z.ZodType<SilenceNotice> = z.strictObject({
  ...toPartner,
  kind: z.literal("silence"),
  askedOn: day,
  remindedOn: day.exactOptional(),
  request: partnerRequestSchema,
});

export const partnerMessageSchema: z.ZodType<PartnerMessage> = z.union([reminder, agenda, result, withdrawal, silence]);

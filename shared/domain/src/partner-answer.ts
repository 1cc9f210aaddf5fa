import type { ProposedDate } from "./partner-request.js";
import { type Day, dayNumber } from "./period.js";
import type { SafeText } from "./text.js";

/** Why a partner says no. Fixed answers, so that a list of them can be read and nobody has to explain at length. */
export const DECLINE_REASONS = ["geen-tijd", "niet-onze-taak", "later-in-het-jaar", "iets-anders"] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** What a partner answers to a request, once. A remark is free text of somebody outside, so it passed the privacy gate. */
export type PartnerAnswer =
  | { readonly kind: "accept"; readonly date: ProposedDate }
  | { readonly kind: "other-date"; readonly date: ProposedDate; readonly remark?: SafeText }
  | { readonly kind: "decline"; readonly reason: DeclineReason; readonly remark?: SafeText }
  | { readonly kind: "call"; readonly remark?: SafeText };

/** What a partner answers to the agenda of a standing evening, once. Its day stands, so there is no other one to propose. */
export type AgendaAnswer =
  | { readonly kind: "come" }
  | { readonly kind: "cannot"; readonly remark?: SafeText }
  | { readonly kind: "call"; readonly remark?: SafeText };

/** What a link is for. A link for one thing opens nothing else. */
export type LinkPurpose = "answer-request" | "read-agenda";

/** Nobody answers a letter after two months; a link that lies about longer is only a risk. */
export const LINK_DAYS_MAX = 60;
const DAY_MS = 86_400_000;

/**
 * Rule: a link works until the end of the last proposed day, and never longer than sixty days. Rationale: after the last
 * evening there is nothing left to answer, and an old mail may lie in anybody's hands.
 */
export function linkExpiresAt(days: readonly Day[], issuedAt: Date): Date {
  const afterLastDay = (Math.max(...days.map(dayNumber)) + 1) * DAY_MS;
  return new Date(Math.min(afterLastDay, issuedAt.getTime() + LINK_DAYS_MAX * DAY_MS));
}

import { addDays, type Day, dayNumber } from "./period.js";

/** How long we wait for an answer, by how far off the first evening is. */
export interface ReminderTerm {
  /** Days between the letter and the first proposed evening, at least. */
  readonly daysAheadMin: number;
  /** Days after the letter. */
  readonly remindAfterDays: number;
  /** Days after the reminder. */
  readonly tellSenderAfterDays: number;
}

/** The terms and bounds of asking partners, from the catalogue. */
export interface PartnerTerms {
  /** The longest time ahead first; the last one holds for everything nearer. */
  readonly reminders: readonly ReminderTerm[];
  /** Days before the last evening in which a reminder still helps, at least. */
  readonly reminderDaysLeftMin: number;
  /** Days after its first request in which a series takes another one. */
  readonly seriesWindowDays: number;
  readonly seriesPartsMax: number;
  /** Days before a standing evening on which its agenda is filled. */
  readonly agendaDaysAhead: number;
  readonly agendaPointsMax: number;
  /** Months back from the evening in which a released month is still news. */
  readonly agendaMonthsBackMax: number;
  readonly note: string;
}

/** A letter that left and was not answered. */
export interface SilentRequest {
  readonly sentOn: Day;
  readonly days: readonly Day[];
  readonly remindedOn?: Day;
  /** False for a letter that was brought by hand: nothing of ours leaves for that partner by itself. */
  readonly canRemind: boolean;
}

/**
 * Rule: a request without an answer is reminded of once, and when that stays silent too the sender is told. Rationale: a
 * second reminder is nagging, and a colleague who calls gets further. A reminder that comes too late to do anything with is
 * not sent; then the sender is told at once, who can still call.
 */
export function followUpOf(
  request: SilentRequest,
  today: Day,
  terms: PartnerTerms,
): "remind" | "tell-sender" | undefined {
  const { sentOn, days, remindedOn, canRemind } = request;
  const [firstDay = sentOn] = [...days].sort();
  const lastDay = [...days].sort().at(-1) ?? sentOn;
  const daysAhead = dayNumber(firstDay) - dayNumber(sentOn);
  const term = terms.reminders.find(({ daysAheadMin }) => daysAhead >= daysAheadMin) ?? terms.reminders.at(-1);
  if (term === undefined) return undefined;
  if (remindedOn !== undefined) {
    return today >= addDays(remindedOn, term.tellSenderAfterDays) ? "tell-sender" : undefined;
  }
  if (today < addDays(sentOn, term.remindAfterDays)) return undefined;
  const isInTime = today <= addDays(lastDay, -terms.reminderDaysLeftMin);
  return canRemind && isInTime ? "remind" : "tell-sender";
}

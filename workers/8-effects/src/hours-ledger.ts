import {
  ATTENDANCE_RANGES,
  type AttendanceBand,
  addMonths,
  type Day,
  type HoursSpent,
  hoursInTotal,
  type Month,
  monthOf,
  monthsBetween,
  type ThemeId,
} from "@rode-draad/domain";

/**
 * Hours saved against hours spent (domain report 6.1): visitors × minutes one to one, against preparation + evening × colleagues. Who
 * came is a band and a talk takes a range of minutes, so what was saved is a range too. For the team as a whole: nothing here knows
 * who spent an hour. Cost: linear in evenings.
 */
export interface EveningHours {
  readonly initiativeId: string;
  readonly themeId: ThemeId;
  readonly heldOn: Day;
  readonly attendance: AttendanceBand;
  /** One-to-one minutes that one visitor would have taken. */
  readonly minutesSavedPerVisitor: { readonly min: number; readonly max: number };
  readonly hours: HoursSpent;
}

/** Hours, to the half. */
export interface HoursSum {
  readonly evenings: number;
  readonly visitors: OpenRange;
  readonly saved: OpenRange;
  readonly spent: number;
}

/** `isAtLeast`: an evening of 50 or more is in it, which counts as 50; so it may be more than `max`. */
interface OpenRange {
  readonly min: number;
  readonly max: number;
  readonly isAtLeast: boolean;
}

export interface HoursLedger {
  readonly year: string;
  readonly total: HoursSum;
  /** By the theme that the evening is about, most hours first. The sums add up to the total. */
  readonly themes: readonly (HoursSum & { readonly themeId: ThemeId })[];
  /** Up to and with each month of the year, from January to the last month. */
  readonly months: readonly (HoursSum & { readonly month: Month })[];
}

const MINUTES_PER_HOUR = 60;
/** Finer would pretend to know. */
const STEPS_PER_HOUR = 2;

export function hoursOf(evening: Pick<EveningHours, "attendance" | "minutesSavedPerVisitor" | "hours">): HoursSum {
  return roundedSum([evening]);
}

/** The ledger of a year up to `until`. Rule: an evening counts with the first of its themes, so that no hour counts twice. */
export function keepLedger(evenings: readonly EveningHours[], year: string, until: Month): HoursLedger {
  const held = evenings.filter(({ heldOn }) => heldOn.startsWith(`${year}-`));
  const last = until.startsWith(`${year}-`) ? until : addMonths(`${year}-01`, 11);
  const themeIds = [...new Set(held.map(({ themeId }) => themeId))];
  return {
    year,
    total: roundedSum(held),
    themes: themeIds
      .map((themeId) => ({ themeId, ...roundedSum(held.filter((evening) => evening.themeId === themeId)) }))
      .sort((a, b) => b.saved.max - a.saved.max || (a.themeId < b.themeId ? -1 : 1)),
    months: monthsBetween(`${year}-01`, last).map((month) => ({
      month,
      ...roundedSum(held.filter(({ heldOn }) => monthOf(heldOn) <= month)),
    })),
  };
}

/** Rounded once, at the end, so that a sum is not the sum of what was rounded away. */
function roundedSum(
  evenings: readonly Pick<EveningHours, "attendance" | "minutesSavedPerVisitor" | "hours">[],
): HoursSum {
  const visitors = { min: 0, max: 0, isAtLeast: false };
  const saved = { min: 0, max: 0 };
  let spent = 0;
  for (const { attendance, minutesSavedPerVisitor: minutes, hours } of evenings) {
    const { min, max } = ATTENDANCE_RANGES[attendance];
    visitors.min += min;
    visitors.max += max ?? min;
    visitors.isAtLeast ||= max === undefined;
    saved.min += (min * minutes.min) / MINUTES_PER_HOUR;
    saved.max += ((max ?? min) * minutes.max) / MINUTES_PER_HOUR;
    spent += hoursInTotal(hours);
  }
  return {
    evenings: evenings.length,
    visitors,
    saved: { min: toStep(saved.min), max: toStep(saved.max), isAtLeast: visitors.isAtLeast },
    spent: toStep(spent),
  };
}

function toStep(hours: number): number {
  return Math.round(hours * STEPS_PER_HOUR) / STEPS_PER_HOUR;
}

/** What the two sides say together. */
export type HoursVerdict = "gain" | "cost" | "about-equal";

/** Rule: it is a gain or a cost only when the whole range says so. Rationale: the range is all that is known. */
export function verdictOf({ saved, spent }: Pick<HoursSum, "saved" | "spent">): HoursVerdict {
  if (saved.min > spent) return "gain";
  return saved.max < spent && !saved.isAtLeast ? "cost" : "about-equal";
}

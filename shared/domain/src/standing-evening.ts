import type { ThemeId } from "./ids.js";
import type { PartnerRequest } from "./partner-request.js";
import { addDays, addMonths, type Day, dayNumber, type Month, monthOf } from "./period.js";

/** A fixed evening each month: the second Tuesday, the last Wednesday. */
export interface MonthlyRhythm {
  /** The how-manieth of the month; -1 is the last one. A fifth does not come every month. */
  readonly week: 1 | 2 | 3 | 4 | -1;
  /** ISO 8601: 1 is Monday. */
  readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** What the municipality and a partner agreed on. */
export interface StandingEvening {
  readonly id: string;
  readonly organisationId: string;
  readonly rhythm: MonthlyRhythm;
  /** `HH:MM`, in Dutch local time. */
  readonly from: string;
  readonly until: string;
  readonly location: string;
  readonly contact: PartnerRequest["contact"];
  readonly firstMonth: Month;
  /** Months in which there is no evening, such as July. */
  readonly skippedMonths: readonly Month[];
  readonly isRunning: boolean;
  /** Goes up with every change, so that a calendar takes the new one for the old. */
  readonly revision: number;
}

/** What a colleague decided on a point: nothing yet, it stands, or it does not. */
export type AgendaChoice = "proposed" | "on" | "off";

/** A theme that may be talked about; its title is the catalogue's neutral one. */
export interface AgendaPoint {
  readonly themeId: ThemeId;
  readonly title: string;
  /** Stands on the agenda only after a person's explicit yes. */
  readonly careNeeded: boolean;
  readonly choice: AgendaChoice;
}

/** The day of the evening in a month. */
export function eveningIn({ week, weekday }: MonthlyRhythm, month: Month): Day {
  if (week === -1) {
    const lastDay = addDays(`${addMonths(month, 1)}-01`, -1);
    return addDays(lastDay, -((isoWeekday(lastDay) - weekday + 7) % 7));
  }
  const firstDay = `${month}-01`;
  return addDays(firstDay, ((weekday - isoWeekday(firstDay) + 7) % 7) + (week - 1) * 7);
}

/** The first evening on or after this day that is not skipped; undefined when it stopped. */
export function nextEvening(
  evening: StandingEvening,
  from: Day,
): { readonly month: Month; readonly day: Day } | undefined {
  if (!evening.isRunning) return undefined;
  const [, start = evening.firstMonth] = [monthOf(from), evening.firstMonth].sort();
  // Somebody who skips a whole year stops; looking further would find nothing that is planned.
  for (let ahead = 0; ahead <= 12; ahead += 1) {
    const month = addMonths(start, ahead);
    const day = eveningIn(evening.rhythm, month);
    if (day >= from && !evening.skippedMonths.includes(month)) return { month, day };
  }
  return undefined;
}

/** 1 is Monday. 1970-01-01 was a Thursday. */
function isoWeekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/**
 * Rule: what stands on an agenda is what a person put there, and a theme that asks for care only with a yes of its own.
 * Rationale: the machine proposes; a partner reads it as what the municipality wants to talk about.
 */
export function confirmedTitles(points: readonly AgendaPoint[]): readonly string[] {
  return points.filter(({ choice }) => choice === "on").map(({ title }) => title);
}

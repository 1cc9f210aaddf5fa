/** Calendar arithmetic on the two periods that counts use: the month (`2026-10`) and the ISO week (`2026-W43`). */

/** `YYYY-MM-DD`, a day without time or zone. */
export type Day = string;
/** `YYYY-MM`. */
export type Month = string;
/** ISO 8601 week, `YYYY-Www`. */
export type Week = string;

/** Both ends included. */
export interface WeekSpan {
  readonly first: Week;
  readonly last: Week;
}

const DAY_MS = 86_400_000;

/** True for an existing calendar day in the form `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

export function isMonth(text: string): text is Month {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** Days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

export function dayFromNumber(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function addMonths(month: Month, months: number): Month {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const index = year * 12 + (number - 1) + months;
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
}

/** The months from first to last, both included, in order. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The day number of the Monday of the ISO week that holds the day. */
function mondayNumber(day: Day): number {
  const number = dayNumber(day);
  // 1970-01-01 was a Thursday, so day number 4 was a Monday.
  return number - ((((number - 4) % 7) + 7) % 7);
}

export function weekOf(day: Day): Week {
  const thursday = dayFromNumber(mondayNumber(day) + 3);
  const year = thursday.slice(0, 4);
  const firstMonday = mondayNumber(`${year}-01-04`);
  const number = (mondayNumber(day) - firstMonday) / 7 + 1;
  return `${year}-W${String(number).padStart(2, "0")}`;
}

/** The Monday a week starts on. */
export function mondayOf(week: Week): Day {
  const [year = "", number = "1"] = week.split("-W");
  return dayFromNumber(mondayNumber(`${year}-01-04`) + (Number(number) - 1) * 7);
}

export function addWeeks(week: Week, weeks: number): Week {
  return weekOf(addDays(mondayOf(week), weeks * 7));
}

/** The weeks from first to last, both included, in order. */
export function weeksBetween(first: Week, last: Week): Week[] {
  const weeks: Week[] = [];
  for (let week = first; week <= last; week = addWeeks(week, 1)) weeks.push(week);
  return weeks;
}

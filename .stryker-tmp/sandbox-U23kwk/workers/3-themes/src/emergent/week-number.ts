import { type Day, dayFromNumber, dayNumber, mondayOf, type Week, weekOf } from "@rode-draad/domain";

/** 1970-01-05 was the first Monday after day number 0. */
const FIRST_MONDAY = 4;

/** Weeks as whole numbers, to reckon with: 0 is the week of Monday 5 January 1970. */
export function weekNumber(week: Week): number {
  return (dayNumber(mondayOf(week)) - FIRST_MONDAY) / 7;
}

export function weekNumberOfDay(day: Day): number {
  return Math.floor((dayNumber(day) - FIRST_MONDAY) / 7);
}

export function weekFromNumber(number: number): Week {
  return weekOf(dayFromNumber(number * 7 + FIRST_MONDAY));
}

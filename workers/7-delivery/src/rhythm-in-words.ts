import type { MonthlyRhythm } from "@rode-draad/domain";

const WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"] as const;
const BYDAY = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
const WEEKS = { 1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", [-1]: "laatste" } as const;

/** "elke tweede dinsdag van de maand" */
export function rhythmInWords({ week, weekday }: MonthlyRhythm): string {
  return `elke ${WEEKS[week]} ${WEEKDAYS[weekday - 1]} van de maand`;
}

/** RFC 5545, 3.3.10: `FREQ=MONTHLY;BYDAY=2TU`. */
export function recurrenceOf({ week, weekday }: MonthlyRhythm): string {
  return `FREQ=MONTHLY;BYDAY=${week}${BYDAY[weekday - 1]}`;
}

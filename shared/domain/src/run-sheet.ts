/** The run sheet (draaiboek) of an evening: what happens when, and who does it. */

/** Kinds of people, never names: a sheet hangs on a wall and goes to another wijk. */
export const RUN_SHEET_ROLES = ["opbouwwerker", "wijkteam", "partner", "vrijwilligers", "bewoners"] as const;
export type RunSheetRole = (typeof RUN_SHEET_ROLES)[number];

export interface RunSheetStep {
  /** Minutes from the start of the evening; below 0 is before it. */
  readonly offsetMinutes: number;
  readonly role: RunSheetRole;
  /** One line, which passed the privacy gate. */
  readonly what: string;
}

export interface RunSheet {
  /** In order of time. */
  readonly steps: readonly RunSheetStep[];
  /** The initiative that it was taken over from. */
  readonly copiedFrom?: string;
}

const DAY_MINUTES = 1440;
const DAYS_BEFORE_MAX = 182;
const DAYS_AFTER_MAX = 60;
/** A sheet of more steps is read by nobody, and a step is one line. Preparation starts half a year ahead at most. */
export const RUN_SHEET_LIMITS = {
  stepsMax: 40,
  whatCharactersMax: 160,
  offsetMinutesMin: -DAYS_BEFORE_MAX * DAY_MINUTES,
  offsetMinutesMax: DAYS_AFTER_MAX * DAY_MINUTES,
} as const;

/** By time, and steps of one moment in the order in which they were written. */
export function inOrderOfTime(steps: readonly RunSheetStep[]): RunSheetStep[] {
  return [...steps].sort((a, b) => a.offsetMinutes - b.offsetMinutes);
}

/** When a step is, as people say it. */
export type RunSheetMoment =
  /** Below 0 is before the evening. */
  | { readonly kind: "days"; readonly days: number }
  | { readonly kind: "clock"; readonly time: string }
  /** Without a start there is no clock. */
  | { readonly kind: "minutes"; readonly minutes: number };

/** A day or more away counts in days; on the day itself the clock tells it, once the start is known. `from` is `HH:MM`. */
export function momentOf({ offsetMinutes }: Pick<RunSheetStep, "offsetMinutes">, from?: string): RunSheetMoment {
  if (Math.abs(offsetMinutes) >= DAY_MINUTES) return { kind: "days", days: Math.round(offsetMinutes / DAY_MINUTES) };
  if (from === undefined) return { kind: "minutes", minutes: offsetMinutes };
  const [hours = 0, minutes = 0] = from.split(":").map(Number);
  const at = (hours * 60 + minutes + offsetMinutes + DAY_MINUTES) % DAY_MINUTES;
  const two = (value: number): string => String(value).padStart(2, "0");
  return { kind: "clock", time: `${two(Math.floor(at / 60))}:${two(at % 60)}` };
}

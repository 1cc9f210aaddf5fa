import type { Range } from "@rode-draad/catalogue";
import type { Proposal } from "@rode-draad/domain";

/** Hours for the team as a whole; never per colleague. */
export interface BusinessCase {
  readonly savedHours: Range;
  readonly costHours: Range;
}

/** Two colleagues for two hours; the domain report's example in chapter 6.1. */
const RUNNING_HOURS = 4;
const MINUTES_PER_HOUR = 60;

/**
 * Rule: saved time = visitors × average minutes one to one; cost = preparing + running × colleagues (domain report 6.1).
 * Example: 20 to 40 visitors × 52 minutes = 18 to 35 hours, against 6 to 12 hours of preparing and 4 of running.
 */
export function estimateBusinessCase(
  proposal: Pick<Proposal, "turnout" | "minutesSavedPerVisitor" | "preparationHours">,
): BusinessCase {
  const { turnout, minutesSavedPerVisitor: minutes, preparationHours } = proposal;
  const hoursEach = (minutes.min + minutes.max) / 2 / MINUTES_PER_HOUR;
  return {
    savedHours: { min: Math.round(turnout.min * hoursEach), max: Math.round(turnout.max * hoursEach) },
    costHours: { min: preparationHours.min + RUNNING_HOURS, max: preparationHours.max + RUNNING_HOURS },
  };
}

import type { Month } from "./period.js";

/** Rule: a month that was released never changes, and neither does a month before it, which was shown beside it. */
export function isReleased(month: Month, lastReleased: Month | undefined): boolean {
  return lastReleased !== undefined && month <= lastReleased;
}

import type { Format } from "@rode-draad/catalogue";
import type { TurnoutBand } from "@rode-draad/domain";
import type { NeedSize } from "./need.js";

/**
 * An offer is open to the whole area, so more people come than there are cases. The domain report's own example (chapter
 * 6.2) puts "15 tot 24" beside "20 tot 40 mensen": 4 in 3 of the lower bound, 5 in 3 of the upper. An estimate, to be
 * calibrated with the first evenings.
 */
const TURNOUT_PER_CASE_LOW = 4 / 3;
const TURNOUT_PER_CASE_HIGH = 5 / 3;
/** Finer steps would pretend to know. */
const STEP = 5;

/**
 * Rule: expected turnout comes from the released band and the room, never from the exact count. When more people are
 * expected than fit, the room is at least half full.
 */
export function estimateTurnout(size: NeedSize, format: Format): TurnoutBand {
  const min = Math.max(STEP, Math.floor((size.casesAtLeast * TURNOUT_PER_CASE_LOW) / STEP) * STEP);
  const max = Math.ceil((size.casesAtMost * TURNOUT_PER_CASE_HIGH) / STEP) * STEP;
  const { capacity } = format;
  if (min < capacity.max) return { min, max: Math.min(max, capacity.max) };
  return { min: Math.max(capacity.min, Math.floor(capacity.max / 2 / STEP) * STEP), max: capacity.max };
}

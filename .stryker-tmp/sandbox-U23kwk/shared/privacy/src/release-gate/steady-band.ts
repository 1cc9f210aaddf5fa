import type { ReleaseRecordCell } from "./release-context.js";
import { bandIndexOf } from "./release-parameters.js";
import type { ReleasedBand } from "./released.js";

/**
 * Hysteresis between releases. Source: domain report chapter 4.4 (moving edge of rounding): a count that crosses an edge
 * by one case betrays itself at that moment, so a band moves only
 *  - when the count is at least k cases away from the count on which the shown band was set, or
 *  - when the new band already was the count's own band in the previous window: then the moment of showing is no longer
 *    the moment of crossing, and a lasting change does not stay hidden for ever.
 * Cost: constant per cell.
 */
export interface SteadyBand {
  readonly band: ReleasedBand;
  readonly ownBand: ReleasedBand;
  readonly anchorCases: number;
}

export function steadyBand(
  cases: number,
  bands: readonly ReleasedBand[],
  k: number,
  previous: ReleaseRecordCell | undefined,
): SteadyBand {
  const ownBand = bands[bandIndexOf(cases, bands)] as ReleasedBand;
  const shown = bands.find((band) => band.label === previous?.shownBand);
  // A band that no longer exists, because the parameters became stricter, cannot be repeated.
  if (previous === undefined || shown === undefined || shown === ownBand) {
    const anchorCases = shown === undefined || previous === undefined ? cases : previous.anchorCases;
    return { band: ownBand, ownBand, anchorCases };
  }
  const farEnough = Math.abs(cases - previous.anchorCases) >= k;
  const heldTwoWindows = previous.ownBand === ownBand.label;
  if (farEnough || heldTwoWindows) return { band: ownBand, ownBand, anchorCases: cases };
  return { band: shown, ownBand, anchorCases: previous.anchorCases };
}

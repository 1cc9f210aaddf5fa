import type { OutageOptions } from "./measure-outages.js";
import { STEPS } from "./step-holds.js";

/** How large a run is; the promises name the largest, CI runs small ones. */
export interface Sizes {
  readonly kills: number;
  readonly notes: number;
  readonly restarts: number;
  readonly connectionKills: number;
  readonly flushes: number;
  readonly listenerKills: number;
  readonly poisonNotes: number;
  readonly poisonRuns: number;
  readonly bulk: number;
  readonly monthNotes: number;
  readonly floodNotes: number;
  readonly importKills: number;
  readonly steps: number;
  readonly refusals: number;
}

/** As PROMISES says. */
export const PROMISED: Sizes = {
  kills: 200,
  notes: 1_000,
  restarts: 20,
  connectionKills: 50,
  flushes: 5,
  listenerKills: 20,
  poisonNotes: 5_000,
  poisonRuns: 3,
  bulk: 200_000,
  monthNotes: 40_000,
  floodNotes: 100_000,
  importKills: 20,
  steps: STEPS.length,
  refusals: 5,
};

export const SMALL: Sizes = {
  kills: 4,
  notes: 60,
  restarts: 1,
  connectionKills: 1,
  flushes: 1,
  listenerKills: 1,
  poisonNotes: 300,
  poisonRuns: 1,
  bulk: 4_000,
  monthNotes: 2_000,
  floodNotes: 4_000,
  importKills: 2,
  steps: 2,
  refusals: 1,
};

export function sizeOutages({ restarts, connectionKills, flushes, listenerKills }: Sizes): OutageOptions {
  return { restarts, connectionKills, flushes, listenerKills };
}

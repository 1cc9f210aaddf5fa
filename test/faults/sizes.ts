import type { OutageOptions } from "./measure-outages.js";

/** How large a run is; the promises name the largest, CI runs small ones. */
export interface Sizes {
  readonly kills: number;
  readonly notes: number;
  readonly restarts: number;
  readonly connectionKills: number;
  readonly flushes: number;
  readonly listenerKills: number;
}

/** As PROMISES says. */
export const PROMISED: Sizes = {
  kills: 200,
  notes: 1_000,
  restarts: 20,
  connectionKills: 50,
  flushes: 5,
  listenerKills: 20,
};

export const SMALL: Sizes = { kills: 4, notes: 60, restarts: 1, connectionKills: 1, flushes: 1, listenerKills: 1 };

export function sizeOutages({ restarts, connectionKills, flushes, listenerKills }: Sizes): OutageOptions {
  return { restarts, connectionKills, flushes, listenerKills };
}

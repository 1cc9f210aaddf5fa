import { setImmediate as nextTurn } from "node:timers/promises";
import { BREATH_MS } from "./limits.js";

/** Gives the event loop its turn when this run has worked long enough; else returns at once. */
export function createBreath(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < BREATH_MS) return;
    await nextTurn();
    since = performance.now();
  };
}

export type { EffectFacts, HeldEvening } from "./compare-wijken.js";
export type { ChangeInput } from "./estimate-change.js";
export { estimateChange } from "./estimate-change.js";
export { type EveningHours, type HoursLedger, type HoursSum, hoursOf, keepLedger, verdictOf } from "./hours-ledger.js";
export { FIRST_LOOK_MONTHS, judgeEffect, LAST_LOOK_MONTHS } from "./judge-effect.js";
export { type EffectRun, type EffectTools, runEffects } from "./run-effects.js";

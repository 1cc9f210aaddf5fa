export { type Change, type ChangeInput, estimateChange, type MonthRate, type WijkMonths } from "./estimate-change.js";
export { type Judgement, judgeEffect, lookAt, type Unclear } from "./judge-effect.js";

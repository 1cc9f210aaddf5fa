export type { Check } from "./doctor/check.js";
export { examine } from "./doctor/examine.js";

import type { ThemeId } from "@rode-draad/domain";

/** Emergent ids are `t-` and a number that is never reused, from 1; four digits so that lists sort well for long. */
export function themeIdOf(number: number): ThemeId {
  return `t-${String(number).padStart(4, "0")}`;
}

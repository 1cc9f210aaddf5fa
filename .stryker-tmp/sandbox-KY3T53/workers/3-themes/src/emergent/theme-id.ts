import type { ThemeId } from "@rode-draad/domain";

/** Emergent ids are `t-` and a number that is never reused, from 1; four digits so that lists sort well for long. */
export function themeIdOf(number: number): ThemeId {
  return `t-${String(number).padStart(4, "0")}`;
}

/** The number in an emergent id, or undefined for any other id. */
export function themeNumberOf(id: ThemeId): number | undefined {
  const digits = /^t-(\d{4,9})$/.exec(id)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

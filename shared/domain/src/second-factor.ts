import type { Role } from "./actor.js";

/** Who must sign in with a second factor: those who reach much, or everyone with a local account. */
export const SECOND_FACTOR_POLICIES = ["wide-reach", "everyone"] as const;
export type SecondFactorPolicy = (typeof SECOND_FACTOR_POLICIES)[number];

/** Who gives access, watches over everything, or releases and corrects for a whole team. */
const WIDE_REACH: readonly Role[] = ["administrator", "data-protection-officer", "team-lead"];

/**
 * Rule: who reaches much signs in with a second factor; a municipality may ask it of everyone, and of nobody fewer. Rationale: OWASP
 * ASVS 5.0, 6.3.3. A password alone can be watched, guessed or used elsewhere, and these open the work of many.
 */
export function needsSecondFactor(roles: readonly Role[], policy: SecondFactorPolicy): boolean {
  return policy === "everyone" || roles.some((role) => WIDE_REACH.includes(role));
}

import type { Scope } from "@rode-draad/domain";
import type { Audience, CountCell, ThemeFacts } from "./release-context.js";
import type { ReleaseParameters } from "./release-parameters.js";
import type { WithheldReason } from "./released.js";

/**
 * The rules that look at one cell by itself. Sources: domain report chapters 4.2 to 4.4; GGD Flevoland (30 observations,
 * 90 percent), Bundesbank sdcLog (dominance), CBS (10 units a cell). Cost: constant per cell.
 */

/** Rule: a `never` theme has no row, not even a withheld one, because a row says that somebody asked about it. */
export function mayAppear(facts: ThemeFacts | undefined): facts is ThemeFacts {
  return facts !== undefined && facts.collective !== "never";
}

/** Rule: `hoog` and `only-with-care` themes get the stricter threshold inside the team too. */
function isSensitive(facts: ThemeFacts): boolean {
  return facts.sensitivity === "hoog" || facts.collective === "only-with-care";
}

/**
 * Rule: a theme is named in a table only when one of its cells reaches this many cases. Rationale: the first appearance
 * of a name with a small number behind it is itself a disclosure (domain report 4.4, "new theme appears").
 */
export function namedRowFloor(facts: ThemeFacts, audience: Audience, parameters: ReleaseParameters): number {
  if (audience !== "team") return parameters.caseMinShared;
  return isSensitive(facts) ? parameters.caseMinTeamSensitive : parameters.caseMinTeamInternal;
}

/** Rule: fewest distinct cases behind a shown band; more below wijk level, where neighbours know each other. */
export function thresholdOf(cell: CountCell, parameters: ReleaseParameters): number {
  return cell.areaCode?.startsWith("BU")
    ? Math.max(parameters.caseMinShared, parameters.caseMinBelowWijk)
    : parameters.caseMinShared;
}

/** Rule: at most two dimensions in one table, here theme and one of area and team. Crossing both isolates workers. */
export function hasTooManyDimensions(cell: Scope): boolean {
  return cell.areaCode !== undefined && cell.teamCode !== undefined;
}

/** Rule: no number about a scope with fewer cases than this, whatever the number is. */
function hasTooSmallDenominator(cell: CountCell, parameters: ReleaseParameters): boolean {
  return cell.denominator < parameters.openCasesMin;
}

/** Rule: at least three contributors, so that no colleague can subtract their own cases and read the other's. */
function hasTooFewProfessionals(cell: CountCell, parameters: ReleaseParameters): boolean {
  return cell.professionals < parameters.professionalsMin;
}

/** Rule: no contributor makes up more than the cap, for the same reason. */
function isDominatedByOneProfessional(cell: CountCell, parameters: ReleaseParameters): boolean {
  return (cell.largestProfessionalShare ?? 0) > parameters.dominanceShareMax;
}

/** Rule: when nearly everyone in a scope has the theme, the number tells about each person in it. */
function disclosesTheGroup(cell: CountCell, parameters: ReleaseParameters): boolean {
  return cell.denominator > 0 && cell.cases / cell.denominator > parameters.dominanceShareMax;
}

/**
 * The first primary rule that holds a cell back, if any. A count below the threshold is not held back here: it gets the
 * lowest band ("minder dan 10"), which is the same for nothing and for nearly ten. The rules about contributors come
 * after it, so that "too few professionals" never tells a small count from another.
 */
export function primaryReason(cell: CountCell, parameters: ReleaseParameters): WithheldReason | undefined {
  if (hasTooManyDimensions(cell)) return "too-many-dimensions";
  if (hasTooSmallDenominator(cell, parameters)) return "denominator-too-small";
  // Nothing is a small number too: where the number of open cases is known, "0" says of each of them that they have it not.
  if (cell.cases < thresholdOf(cell, parameters)) return undefined;
  if (hasTooFewProfessionals(cell, parameters)) return "too-few-professionals";
  if (isDominatedByOneProfessional(cell, parameters)) return "dominance";
  if (disclosesTheGroup(cell, parameters)) return "group-disclosure";
  return undefined;
}

import type { Proposal } from "@rode-draad/domain";
import { estimateBusinessCase } from "./estimate-business-case.js";
import type { NeedSize, Timing } from "./need.js";
import { NEED_CASES_MIN } from "./need-floor.js";

/**
 * How strongly a proposal asks for attention. The weights are estimates that put in order what community workers name
 * first: does it rise, is it the moment, is it worth the hours. Only released bands count, so the order of two cards
 * tells nothing that the cards do not tell. Cost: constant.
 */
const PER_DOUBLING_OF_CASES = 2;
const RISING = 3;
const SEASON = 2;
const RULE_CHANGE = 1.5;
const PER_EXTRA_THEME = 1;
const EXTRA_THEMES_MAX = 3;
const HOURS_WORTH_MAX = 2;
const CARE = -3;

export function scoreProposal(
  proposal: Pick<Proposal, "themeIds" | "careNeeded" | "turnout" | "minutesSavedPerVisitor" | "preparationHours">,
  size: NeedSize,
  timings: readonly Timing[],
): number {
  const { savedHours, costHours } = estimateBusinessCase(proposal);
  const worth = (savedHours.min + savedHours.max) / (costHours.min + costHours.max);
  return (
    PER_DOUBLING_OF_CASES * Math.log2(size.casesAtLeast / NEED_CASES_MIN) +
    (timings.some(({ rising }) => rising) ? RISING : 0) +
    (timings.some(({ season }) => season !== undefined) ? SEASON : 0) +
    (timings.some(({ ruleChange }) => ruleChange !== undefined) ? RULE_CHANGE : 0) +
    Math.min(EXTRA_THEMES_MAX, proposal.themeIds.length - 1) * PER_EXTRA_THEME +
    Math.min(HOURS_WORTH_MAX, worth) +
    (proposal.careNeeded ? CARE : 0)
  );
}

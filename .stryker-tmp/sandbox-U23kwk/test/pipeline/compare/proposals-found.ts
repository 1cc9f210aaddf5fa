import type { Proposal, ThemeId } from "@rode-draad/domain";
import type { ExpectedProposal, Truth } from "@rode-draad/fixtures";

export interface ProposalComparison {
  readonly found: readonly ExpectedProposal[];
  readonly missed: readonly ExpectedProposal[];
  /** Proposals that hold a theme which is never collective. There must be none. */
  readonly forbidden: readonly Proposal[];
  /** Needs that are proposed more than once. There must be none. */
  readonly repeatedNeeds: readonly string[];
}

/** A theme in a bundle counts as proposed. O(expected × proposals). */
export function proposalsFound(
  truth: Pick<Truth, "proposals">,
  proposals: readonly Proposal[],
  neverThemeIds: ReadonlySet<ThemeId>,
): ProposalComparison {
  const isProposed = (expected: ExpectedProposal) =>
    proposals.some(
      (proposal) => proposal.areaCode === expected.areaCode && proposal.themeIds.includes(expected.themeId),
    );
  const needs = proposals.map((proposal) => proposal.needKey);
  return {
    found: truth.proposals.must.filter(isProposed),
    missed: truth.proposals.must.filter((expected) => !isProposed(expected)),
    forbidden: proposals.filter((proposal) => proposal.themeIds.some((themeId) => neverThemeIds.has(themeId))),
    repeatedNeeds: [...new Set(needs.filter((need, index) => needs.indexOf(need) !== index))],
  };
}

import type { Proposal } from "@rode-draad/domain";

/**
 * Puts proposals in the order in which they are shown. Source: maximal marginal relevance (Carbonell & Goldstein 1998):
 * each next place goes to the proposal with the highest score after a discount for what the list already holds, so that
 * the first three are not three times the same theme. The discounted score is written into the proposal; it never rises
 * from one place to the next, so sorting on score gives this order again.
 *
 * Cost: O(places · n) time, O(n) memory; after VARIED_PLACES the rest keeps its last discount.
 */
/**
 * More than two scores can differ, with what area and form take off in the first ten places (about 18 and 18): a theme
 * comes again only when every other theme has had its place. Its other areas follow, none is left out.
 */
const SAME_THEME = 40;
const SAME_AREA = 1;
const SAME_FORM = 1;
/** No page shows more; beyond it variety is not worth the time. */
const VARIED_PLACES = 60;

export function orderProposals(proposals: readonly Proposal[]): readonly Proposal[] {
  const left = [...proposals].sort((a, b) => b.score - a.score || (a.needKey < b.needKey ? -1 : 1));
  const seen = new Map<string, number>();
  const ordered: Proposal[] = [];
  while (left.length > 0 && ordered.length < VARIED_PLACES) {
    let best = 0;
    for (let index = 1; index < left.length; index++) {
      if (discounted(left[index], seen) > discounted(left[best], seen)) best = index;
    }
    const [proposal] = left.splice(best, 1);
    if (proposal === undefined) break;
    ordered.push({ ...proposal, score: round(discounted(proposal, seen)) });
    for (const [key] of marksOf(proposal)) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const rest = left.map((proposal) => ({ ...proposal, score: round(discounted(proposal, seen)) }));
  rest.sort((a, b) => b.score - a.score || (a.needKey < b.needKey ? -1 : 1));
  return [...ordered, ...rest];
}

function marksOf(proposal: Proposal): readonly (readonly [string, number])[] {
  return [
    ...proposal.themeIds.map((themeId) => [`theme ${themeId}`, SAME_THEME] as const),
    [`area ${proposal.areaCode}`, SAME_AREA] as const,
    [`form ${proposal.formatId}`, SAME_FORM] as const,
  ];
}

function discounted(proposal: Proposal | undefined, seen: ReadonlyMap<string, number>): number {
  if (proposal === undefined) return Number.NEGATIVE_INFINITY;
  return marksOf(proposal).reduce((score, [key, weight]) => score - weight * (seen.get(key) ?? 0), proposal.score);
}

function round(score: number): number {
  return Math.round(score * 100) / 100;
}

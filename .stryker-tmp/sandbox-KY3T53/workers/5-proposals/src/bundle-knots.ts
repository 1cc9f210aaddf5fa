import type { Catalogue } from "@rode-draad/catalogue";
import type { ReleasedKnot } from "@rode-draad/privacy";
import type { NeedBundle } from "./bundle-needs.js";
import type { Need } from "./need.js";

/**
 * Finds the needs of one area that one evening can serve because the same households have both, the busiest first. Each need is
 * served once. Cost: O(knots · log knots).
 */
export function bundleKnots(
  needs: readonly Need[],
  knots: readonly ReleasedKnot[],
  catalogue: Catalogue,
): readonly NeedBundle[] {
  const needOf = new Map(needs.map((need) => [need.themeId, need]));
  const candidates = knots
    .filter((knot) => isNews(knot, catalogue))
    .map(({ themeIds }) => themeIds.flatMap((id) => needOf.get(id) ?? []).sort(busiestFirst))
    .filter(fitOneEvening)
    .sort((a, b) => casesIn(b) - casesIn(a) || (keyOf(a) < keyOf(b) ? -1 : 1));
  const served = new Set<string>();
  return candidates.flatMap((pair): NeedBundle[] => {
    if (pair.some(({ themeId }) => served.has(themeId))) return [];
    for (const { themeId } of pair) served.add(themeId);
    return [{ occasion: { kind: "knot" }, needs: pair }];
  });
}

/** Rule: where a life event names both themes, its own rule decides; an evening about less would say less. */
function isNews({ themeIds }: ReleasedKnot, catalogue: Catalogue): boolean {
  return !catalogue.bundles.some((bundle) => themeIds.every((id) => bundle.themeIds.includes(id)));
}

/**
 * Rule: a knot makes an evening of two needs above the floor in the area that share a form, and that need nobody's yes. Rationale:
 * an open evening should not wait for a yes that only one of its themes needs, and a theme without a name can be
 * announced by its own words only.
 */
function fitOneEvening(pair: readonly Need[]): boolean {
  const [first, second] = pair.map(({ theme }) => (theme?.collective === "suitable" ? theme : undefined));
  return first !== undefined && second !== undefined && first.formatIds.some((id) => second.formatIds.includes(id));
}

function busiestFirst(a: Need, b: Need): number {
  return b.size.casesAtLeast - a.size.casesAtLeast || (a.themeId < b.themeId ? -1 : 1);
}

function casesIn(pair: readonly Need[]): number {
  return pair.reduce((sum, { size }) => sum + size.casesAtLeast, 0);
}

function keyOf(pair: readonly Need[]): string {
  return pair.map(({ themeId }) => themeId).join("+");
}

import type { Bundle, Catalogue } from "@rode-draad/catalogue";
import type { Need } from "./need.js";

/** What brings several needs to one evening: a moment in life, or that the same households have them. */
export type Occasion = { readonly kind: "life-event"; readonly lifeEventId: string } | { readonly kind: "knot" };

/** Needs that one evening can serve. */
export interface NeedBundle {
  readonly occasion: Occasion;
  /** What the evening is about comes first: in a life event the catalogue's order, in a knot the busiest. */
  readonly needs: readonly Need[];
}

/** Rule: two themes of a life event above the floor in one area are one evening; one theme is an evening of its own. */
const BUNDLE_THEMES_MIN = 2;
/** More subjects than this in two hours is a fair, not an evening. */
const BUNDLE_THEMES_MAX = 4;

/**
 * Finds the bundles in the needs of one area, greedily: the bundle that serves most needs first. Each need is served
 * once. Cost: O(bundles² · themes in a bundle) per area.
 */
export function bundleNeeds(needs: readonly Need[], catalogue: Catalogue): readonly NeedBundle[] {
  const left = new Map(needs.filter(({ theme }) => theme !== undefined).map((need) => [need.themeId, need]));
  const found: NeedBundle[] = [];
  for (;;) {
    let best: NeedBundle | undefined;
    for (const bundle of catalogue.bundles) {
      const candidate = candidateOf(bundle, left, catalogue);
      if (candidate !== undefined && (best === undefined || isBetter(candidate, best))) best = candidate;
    }
    if (best === undefined) return found;
    for (const { themeId } of best.needs) left.delete(themeId);
    found.push(best);
  }
}

function candidateOf(bundle: Bundle, left: ReadonlyMap<string, Need>, catalogue: Catalogue): NeedBundle | undefined {
  const present = bundle.themeIds.map((id) => left.get(id)).filter((need): need is Need => need !== undefined);
  // An evening that needs nobody's yes goes first; with the themes that ask for care only when it cannot stand without.
  const needs = [withoutCare(present), present].find(
    (themes) => themes.length >= BUNDLE_THEMES_MIN && pointsAtLifeEvent(bundle, themes, catalogue),
  );
  return needs && { occasion: { kind: "life-event", lifeEventId: bundle.lifeEventId }, needs: withinOneEvening(needs) };
}

/**
 * Rule: a bundle asks for care only when it cannot stand without. Rationale: an open evening should not wait for a yes
 * that only one of its themes needs; that theme keeps its own proposal.
 */
function withoutCare(needs: readonly Need[]): readonly Need[] {
  return needs.filter(({ theme }) => theme?.collective === "suitable");
}

/**
 * Rule: themes point at a life event when the theme that the event is about is among them, or when at least two of them
 * rise together and no other bundle holds them all. Rationale: questions about post and about loneliness come in every
 * area; without more they tell of no bereavement, and an evening must not say so.
 */
function pointsAtLifeEvent(
  bundle: Bundle,
  needs: readonly Pick<Need, "themeId" | "timing">[],
  catalogue: Catalogue,
): boolean {
  if (needs.some(({ themeId }) => themeId === bundle.themeIds[0])) return true;
  if (needs.filter(({ timing }) => timing.rising).length < BUNDLE_THEMES_MIN) return false;
  const fits = catalogue.bundles.filter((other) => needs.every(({ themeId }) => other.themeIds.includes(themeId)));
  return fits.length === 1;
}

/** Rule: one evening holds so many themes at most; the busiest stay, and the theme it is about always does. */
function withinOneEvening(needs: readonly Need[]): readonly Need[] {
  const [lead, ...others] = needs;
  if (lead === undefined) return needs;
  const busiest = new Set(
    [...others].sort((a, b) => b.size.casesAtLeast - a.size.casesAtLeast).slice(0, BUNDLE_THEMES_MAX - 1),
  );
  return [lead, ...others.filter((need) => busiest.has(need))];
}

/** More needs first, then the busier ones; of equals the catalogue's order stays. */
function isBetter(candidate: NeedBundle, best: NeedBundle): boolean {
  const byCount = candidate.needs.length - best.needs.length;
  if (byCount !== 0) return byCount > 0;
  return casesIn(candidate) > casesIn(best);
}

function casesIn({ needs }: NeedBundle): number {
  return needs.reduce((sum, { size }) => sum + size.casesAtLeast, 0);
}

import type { AreaCode, Proposal, SpecialistRoute } from "@rode-draad/domain";
import { bundleKnots } from "./bundle-knots.js";
import { bundleNeeds, type NeedBundle } from "./bundle-needs.js";
import { type Need, sizeOf, timingOf } from "./need.js";
import { reachesNeedFloor } from "./need-floor.js";
import { type BlockReason, blockedBy, formsLeft, type NeedOfThemes, runningThemes } from "./need-history.js";
import { offerForThemes } from "./offer-for-themes.js";
import { offerForUnnamed } from "./offer-for-unnamed.js";
import { orderProposals } from "./order-proposals.js";
import type { NeedCount, ProposalInput } from "./proposal-input.js";
import { specialistRoutes } from "./specialist-routes.js";

/** Why a need of this run gave no proposal. */
export type NotProposedReason = "below-floor" | "never-collective" | "unknown-theme" | "no-form" | BlockReason;

export interface ProposedInitiatives {
  /** Best first. An open proposal of an earlier month that still stands is among them, renewed under its own id. */
  readonly proposals: readonly Proposal[];
  readonly specialistRoutes: readonly SpecialistRoute[];
  /** How many needs gave nothing, by reason. Working numbers for the log of this run; they are not released. */
  readonly notProposed: Readonly<Partial<Record<NotProposedReason, number>>>;
}

/**
 * Turns the window's counts into offers that a community worker can pick up. Pure: the same input gives the same
 * proposals, whatever the order of its lists. Cost: O(areas × (themes + bundles²)), then the ordering.
 */
export function proposeInitiatives(input: ProposalInput): ProposedInitiatives {
  const notProposed: Partial<Record<NotProposedReason, number>> = {};
  const leaveOut = (reason: NotProposedReason) => {
    notProposed[reason] = (notProposed[reason] ?? 0) + 1;
  };
  const proposals = [...needsByArea(input, leaveOut)].flatMap(([areaCode, needs]) =>
    proposeForArea(areaCode, needs, input, leaveOut),
  );
  return { proposals: orderProposals(proposals), specialistRoutes: specialistRoutes(input.catalogue), notProposed };
}

function proposeForArea(
  areaCode: AreaCode,
  needs: readonly Need[],
  input: ProposalInput,
  leaveOut: (reason: NotProposedReason) => void,
): readonly Proposal[] {
  const running = runningThemes(areaCode, input.earlier);
  const free = needs.filter(({ themeId }) => !running.has(themeId));
  for (let count = free.length; count < needs.length; count++) leaveOut("already-running");

  const proposals: Proposal[] = [];
  const served = new Set<string>();
  const offerTogether = ({ needs: together, occasion }: NeedBundle): void => {
    const asked = askedTogether(together);
    // A refused bundle leaves its themes free: another offer is another question.
    if (asked === undefined || blockedBy(asked, input) !== undefined) return;
    const proposal = offerForThemes(together, occasion, formsLeft(asked, input), input);
    if (proposal === undefined) return;
    proposals.push(proposal);
    for (const { themeId } of together) served.add(themeId);
  };
  const left = () => free.filter(({ themeId }) => !served.has(themeId));
  bundleNeeds(free, input.catalogue).forEach(offerTogether);
  bundleKnots(left(), input.knots, input.catalogue).forEach(offerTogether);
  for (const need of left()) {
    const asked = { ...need, themeIds: [need.themeId] };
    const blocked = blockedBy(asked, input);
    if (blocked !== undefined) {
      leaveOut(blocked);
      continue;
    }
    const forms = formsLeft(asked, input);
    const proposal =
      need.theme === undefined ? offerForUnnamed(need, forms, input) : offerForThemes([need], undefined, forms, input);
    if (proposal !== undefined) proposals.push(proposal);
    else leaveOut(forms.reasons.length > 0 ? "refused" : "no-form");
  }
  return proposals;
}

/** The themes of a bundle as one need, as large as the busiest of them. */
function askedTogether(needs: readonly Need[]): NeedOfThemes | undefined {
  const [busiest] = [...needs].sort((a, b) => b.size.casesAtLeast - a.size.casesAtLeast);
  return busiest && { themeIds: needs.map(({ themeId }) => themeId), areaCode: busiest.areaCode, size: busiest.size };
}

/** The needs above the floor, by area; areas and themes in alphabetical order, so that input order does not show. */
function needsByArea(
  input: ProposalInput,
  leaveOut: (reason: NotProposedReason) => void,
): ReadonlyMap<AreaCode, readonly Need[]> {
  const emergent = new Map(input.emergentThemes.map((theme) => [theme.id, theme]));
  const byArea = new Map<AreaCode, Need[]>();
  for (const count of [...input.counts].sort(byPlace)) {
    const theme = input.catalogue.theme(count.themeId);
    const unnamed = emergent.get(count.themeId);
    if (theme?.collective === "never") leaveOut("never-collective");
    else if (theme?.isRetired === true || (theme === undefined && unnamed === undefined)) leaveOut("unknown-theme");
    else if (!reachesNeedFloor(count, theme)) leaveOut("below-floor");
    else {
      const needs = byArea.get(count.areaCode) ?? [];
      needs.push({
        themeId: count.themeId,
        ...(theme === undefined ? {} : { theme }),
        ...(unnamed === undefined ? {} : { emergent: unnamed }),
        areaCode: count.areaCode,
        areaName: input.areaNames.get(count.areaCode) ?? count.areaCode,
        teamCodes: count.teamCodes,
        size: sizeOf(count, input.catalogue.privacyParameters),
        timing: timingOf(count, input),
      });
      byArea.set(count.areaCode, needs);
    }
  }
  return byArea;
}

function byPlace(a: NeedCount, b: NeedCount): number {
  if (a.areaCode !== b.areaCode) return a.areaCode < b.areaCode ? -1 : 1;
  return a.themeId < b.themeId ? -1 : 1;
}

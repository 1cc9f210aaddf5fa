import type { Catalogue } from "@rode-draad/catalogue";
import type { Initiative, Month, Proposal } from "@rode-draad/domain";
import { bandLabel, growsInto, whatToAvoid } from "./describe-proposal.js";
import { needKeyOf, proposalIdOf } from "./need-history.js";

/** What a follow-up is made from. */
export interface FollowUpInput {
  readonly former: Initiative;
  readonly formatId: string;
  readonly areaName: string;
  readonly month: Month;
  readonly catalogue: Catalogue;
}

/**
 * The next step that a colleague sees for the same residents: another form for the themes of an evening that was held. No count
 * stands behind it and none is told: the evening itself is the reason. `undefined` when the catalogue has no such form.
 */
export function proposeFollowUp({ former, formatId, areaName, month, catalogue }: FollowUpInput): Proposal | undefined {
  const format = catalogue.format(formatId);
  if (format === undefined) return undefined;
  const { themeIds, areaCode, teamCodes, careNeeded, partnerIds, turnout, minutesSavedPerVisitor } = former;
  // The former evening is part of the need: the same form may follow from two evenings.
  const needKey = needKeyOf(themeIds, areaCode, `${formatId}<${former.id}`);
  const windowMonths = catalogue.privacyParameters.rollingWindowMonths;
  return {
    id: proposalIdOf(needKey),
    needKey,
    month,
    areaCode,
    teamCodes,
    themeIds,
    careNeeded,
    title: format.label,
    formatId,
    partnerIds,
    whyNow: `Dit groeit uit ‘${former.title}’.`,
    forWhom: `Voor alle bewoners in ${areaName}. Ook voor wie er de vorige keer niet bij was.`,
    turnout: {
      min: Math.min(turnout.min, format.capacity.max),
      max: Math.min(turnout.max, format.capacity.max),
    },
    preparationHours: { min: format.preparationHours.min, max: format.preparationHours.max },
    minutesSavedPerVisitor,
    growsInto: growsInto(format, (id) => catalogue.format(id)?.label ?? id),
    avoid: whatToAvoid(
      format,
      themeIds.flatMap((id) => catalogue.theme(id) ?? []),
    ),
    evidence: {
      rule: "Vervolg dat een collega koos",
      band: bandLabel({ casesAtLeast: 0, casesAtMost: 0 }),
      windowMonths,
      reasons: ["Een collega koos dit als vervolg."],
    },
    score: 0,
  };
}

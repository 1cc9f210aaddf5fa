import type { Proposal } from "@rode-draad/domain";
import { bandLabel, growsInto, whyNow } from "./describe-proposal.js";
import { estimateTurnout } from "./estimate-turnout.js";
import type { Need } from "./need.js";
import { type FormsLeft, needKeyOf, proposalIdOf } from "./need-history.js";
import type { ProposalInput } from "./proposal-input.js";
import { scoreProposal } from "./score-proposal.js";

/**
 * An offer for a theme that no catalogue knows. Nobody has judged it yet, so it is cautious: a general form, a title that
 * names nothing, and a person who looks first (`careNeeded`).
 */

/** A plain word in the theme's terms that points at a partner; stems, so that "renovatie" and "gerenoveerd" both do. */
interface PartnerHint {
  readonly partnerId: string;
  readonly formatId: string;
  readonly stems: readonly string[];
}

const RESIDENTS_EVENING = "bewonersavond-complex";
const COFFEE_MORNING = "koffie-themaochtend";

/** The first hint that fits wins. A theme without a plain word gets the coffee morning and the residents' own groups. */
const PARTNER_HINTS: readonly PartnerHint[] = [
  {
    partnerId: "woningcorporatie",
    formatId: RESIDENTS_EVENING,
    stems: [
      "renov",
      "sloop",
      "steiger",
      "flat",
      "portiek",
      "galerij",
      "huurder",
      "verhuurder",
      "corporatie",
      "complex",
    ],
  },
  { partnerId: "woningcorporatie", formatId: RESIDENTS_EVENING, stems: ["woning", "lift", "trappenhuis", "berging"] },
  { partnerId: "school-kinderopvang", formatId: COFFEE_MORNING, stems: ["school", "klas", "leerling", "kinderopvang"] },
  { partnerId: "huisarts-wijkverpleging", formatId: COFFEE_MORNING, stems: ["huisarts", "apothe", "wijkverple"] },
  { partnerId: "bibliotheek-ido", formatId: COFFEE_MORNING, stems: ["bibliothe", "digid", "inlogg"] },
];
const DEFAULT_PARTNER = "bewoners-zelforganisaties";

/** Unknown theme, so an unknown time; the range spans an ordinary question in the catalogue. */
const MINUTES_WHEN_UNKNOWN = { min: 30, max: 60 };

/** Rule: a theme without a name is offered as an open conversation, with a partner only where its words are plain. */
export function offerForUnnamed(need: Need, left: FormsLeft, input: ProposalInput): Proposal | undefined {
  const { emergent, areaCode, areaName, size, timing, teamCodes } = need;
  if (emergent === undefined) return undefined;
  const { catalogue, month } = input;
  const hint = partnerHintOf(emergent.terms);
  const format = catalogue.format(hint?.formatId ?? COFFEE_MORNING);
  if (format === undefined || !left.allows(format)) return undefined;

  const needKey = needKeyOf([need.themeId], areaCode, format.kind);
  const words = emergent.terms.join(", ");
  const offer = {
    themeIds: [need.themeId],
    careNeeded: true,
    turnout: estimateTurnout(size, format),
    preparationHours: { min: format.preparationHours.min, max: format.preparationHours.max },
    minutesSavedPerVisitor: MINUTES_WHEN_UNKNOWN,
  };
  return {
    ...offer,
    id: proposalIdOf(needKey),
    needKey,
    month,
    areaCode,
    teamCodes: [...teamCodes].sort(),
    title: `Praat mee over ${areaName}`,
    formatId: format.id,
    partnerIds: [hint?.partnerId ?? DEFAULT_PARTNER],
    whyNow: `Dit onderwerp is nieuw en nog zonder naam. Woorden die erbij horen: ${words}. ${whyNow(
      [need],
      size,
      catalogue.privacyParameters.rollingWindowMonths,
    )}`,
    forWhom: `Voor alle bewoners in ${areaName}.`,
    growsInto: growsInto(format, (id) => catalogue.format(id)?.label ?? id),
    avoid: `Kijk eerst samen waar dit over gaat. Gaat het over veiligheid? Doe dan niets in een groep. ${format.notWhen}`,
    evidence: {
      rule: "Nieuw onderwerp, nog zonder naam",
      band: bandLabel(size),
      windowMonths: catalogue.privacyParameters.rollingWindowMonths,
      reasons: [
        `De vragen delen deze woorden: ${words}.`,
        hint === undefined
          ? "Wij weten nog niet welke partner past. Begin met de bewoners zelf."
          : `Deze woorden passen bij: ${catalogue.partner(hint.partnerId)?.label ?? hint.partnerId}.`,
        "Geef het onderwerp eerst een naam. Daarna kan het voorstel beter.",
      ],
    },
    score: scoreProposal(offer, size, [timing]),
  };
}

function partnerHintOf(terms: readonly string[]): PartnerHint | undefined {
  const words = terms.map((term) => term.toLowerCase());
  return PARTNER_HINTS.find(({ stems }) => stems.some((stem) => words.some((word) => word.includes(stem))));
}

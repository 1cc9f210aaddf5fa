import type { Range, Theme } from "@rode-draad/catalogue";
import { type Proposal, sayOver } from "@rode-draad/domain";
import type { Occasion } from "./bundle-needs.js";
import { chooseFormat } from "./choose-format.js";
import { bandLabel, forWhom, growsInto, shortName, whatToAvoid, whyNow } from "./describe-proposal.js";
import { estimateTurnout } from "./estimate-turnout.js";
import type { Need, NeedSize, Timing } from "./need.js";
import { NEED_CASES_MIN, NEED_DAYS_MIN, NEED_PROFESSIONALS_MIN } from "./need-floor.js";
import { type FormsLeft, needKeyOf, proposalIdOf } from "./need-history.js";
import type { ProposalInput } from "./proposal-input.js";
import { scoreProposal } from "./score-proposal.js";

/** More organisations than this around one table do not get a date. */
const PARTNERS_MAX = 3;
/** Gives advice about danger, not evenings. */
const NEVER_A_PARTNER = "veilig-thuis";

const FLOOR_REASON = `Dit voorstel volgt de regel: minstens ${NEED_CASES_MIN} huishoudens, ${NEED_PROFESSIONALS_MIN} collega's en ${NEED_DAYS_MIN} dagen.`;
const KNOT_REASON = "Deze thema's komen in de gemeente vaker samen voor dan je zou verwachten.";
/** A card has room for the two strongest words about its form. */
const FORM_REASONS_MAX = 2;

/**
 * One offer for one catalogue theme, or for the themes of a life event or a knot, in one of the forms that are left.
 * `undefined` when there is none.
 */
export function offerForThemes(
  needs: readonly Need[],
  occasion: Occasion | undefined,
  left: FormsLeft,
  input: ProposalInput,
): Proposal | undefined {
  const { catalogue, month } = input;
  const themes = needs.flatMap(({ theme }) => theme ?? []);
  const [first] = needs;
  const size = sizeOfTogether(needs);
  const timings = needs.map(({ timing }) => timing);
  const chosen = chooseFormat(themes, size, together(timings), catalogue, left.allows);
  if (first === undefined || chosen === undefined) return undefined;

  const { format, reasons } = chosen;
  const { areaCode, areaName } = first;
  const themeIds = themes.map(({ id }) => id).sort();
  const needKey = needKeyOf(themeIds, areaCode, format.kind);
  const lifeEventId = occasion?.kind === "life-event" ? occasion.lifeEventId : undefined;
  const event = lifeEventId === undefined ? undefined : catalogue.lifeEvent(lifeEventId)?.label;
  const offer = {
    themeIds,
    careNeeded: left.careNeeded || themes.some(({ collective }) => collective === "only-with-care"),
    turnout: estimateTurnout(size, format),
    preparationHours: rangeOf(format.preparationHours),
    minutesSavedPerVisitor: minutesOf(themes),
  };
  return {
    ...offer,
    id: proposalIdOf(needKey),
    needKey,
    month,
    areaCode,
    teamCodes: [...new Set(needs.flatMap(({ teamCodes }) => teamCodes))].sort(),
    ...(lifeEventId === undefined ? {} : { lifeEvent: lifeEventId }),
    title: titleOf(needs) ?? format.label,
    formatId: format.id,
    partnerIds: partnersOf(themes),
    whyNow: whyNow(needs, size, catalogue.privacyParameters.rollingWindowMonths),
    forWhom: forWhom(themes, areaName, event),
    growsInto: growsInto(format, (id) => catalogue.format(id)?.label ?? id),
    avoid: whatToAvoid(format, themes),
    evidence: {
      rule: ruleOf(occasion, event),
      band: bandLabel(size),
      windowMonths: catalogue.privacyParameters.rollingWindowMonths,
      reasons: [
        FLOOR_REASON,
        ...left.reasons,
        ...(occasion?.kind === "knot" ? [KNOT_REASON] : []),
        ...(occasion === undefined ? [] : [sayOver("Eén bijeenkomst", themes.map(shortName))]),
        `Vorm: ${format.label}. ${formReasons(reasons)}`,
        ...themes.slice(0, 1).map(({ collectiveReason }) => collectiveReason),
      ],
    },
    score: scoreProposal(offer, size, timings),
  };
}

function ruleOf(occasion: Occasion | undefined, event: string | undefined): string {
  if (occasion?.kind === "knot") return "Thema's die vaak in hetzelfde huishouden spelen";
  return event === undefined ? "Thema dat terugkomt in een wijk" : `Thema's die samen komen bij: ${event}`;
}

function formReasons(reasons: readonly string[]): string {
  return reasons.length === 0 ? "Deze vorm hoort bij het thema." : reasons.slice(0, FORM_REASONS_MAX).join(" ");
}

/**
 * Rule: the band of several themes together is that of the busiest one. Rationale: the same household may stand in each,
 * so the sum would count it twice; the busiest theme is what is certain.
 */
function sizeOfTogether(needs: readonly Need[]): NeedSize {
  const sizes = needs.map(({ size }) => size);
  sizes.sort((a, b) => b.casesAtLeast - a.casesAtLeast || Number(b.band !== undefined) - Number(a.band !== undefined));
  return sizes[0] ?? { casesAtLeast: 0, casesAtMost: 0 };
}

function together(timings: readonly Timing[]): Timing {
  const season = timings.find((timing) => timing.season !== undefined)?.season;
  const ruleChange = timings.find((timing) => timing.ruleChange !== undefined)?.ruleChange;
  return {
    rising: timings.some(({ rising }) => rising),
    ...(season === undefined ? {} : { season }),
    ...(ruleChange === undefined ? {} : { ruleChange }),
  };
}

/** The title of the theme that the evening is about: the first of the bundle. All titles are neutral in the catalogue. */
function titleOf(needs: readonly Need[]): string | null | undefined {
  return needs.find(({ theme }) => theme?.invitationTitle)?.theme?.invitationTitle;
}

/** Partners named by most of the themes first; of equals the one that the first theme asks first. */
function partnersOf(themes: readonly Theme[]): readonly string[] {
  const named = new Map<string, number>();
  for (const partnerId of themes.flatMap(({ partnerIds }) => partnerIds)) {
    if (partnerId !== NEVER_A_PARTNER) named.set(partnerId, (named.get(partnerId) ?? 0) + 1);
  }
  return [...named]
    .sort(([, a], [, b]) => b - a)
    .slice(0, PARTNERS_MAX)
    .map(([partnerId]) => partnerId);
}

const MINUTES_STEP = 5;

/** A visitor would have come with one of the themes, nobody knows which: the average of their bounds, in steps of 5. */
function minutesOf(themes: readonly Theme[]): Range {
  const average = (values: readonly number[]) =>
    Math.round(values.reduce((sum, value) => sum + value, 0) / values.length / MINUTES_STEP) * MINUTES_STEP;
  return {
    min: average(themes.map(({ individualMinutes }) => individualMinutes.min)),
    max: average(themes.map(({ individualMinutes }) => individualMinutes.max)),
  };
}

function rangeOf({ min, max }: Range): Range {
  return { min, max };
}

import type { Catalogue, Theme } from "@rode-draad/catalogue";
import { partnerRequestSchema } from "@rode-draad/contracts";
import { type PartnerRequest, ProductError, type Proposal, type ProposedDate } from "@rode-draad/domain";
import { asksFor, offersFor } from "./asks-and-offers.js";
import { inOneSentence } from "./words-of-request.js";

/** What a request takes from a proposal: ids and a band. Its sentences stay home, whatever stands in them. */
export type RequestedProposal = Pick<
  Proposal,
  "themeIds" | "lifeEvent" | "careNeeded" | "formatId" | "partnerIds" | "turnout"
>;

/** What the person who asks fills in. */
export interface RequestDetails {
  readonly id: string;
  readonly areaName: string;
  /** Where the meeting is. The screen asks for it; a request without a place gets no answer. */
  readonly location: string;
  readonly dates: readonly ProposedDate[];
  readonly contact: PartnerRequest["contact"];
  /** One of the proposal's partners; the first when left out. */
  readonly partnerId?: string;
  /** The name of the partner in the municipality's list; else the kind stands for it. */
  readonly partnerName?: string;
  readonly partnerEmail?: string;
  /** Somebody said yes to an offer that asks for care. */
  readonly careConfirmed: boolean;
}

/** A theme without a name is a "conversation about the neighbourhood" to a partner; its words may say too much. */
const UNNAMED_TOPIC = "wat er speelt in de buurt";

/** What several topics are called once they were named; a point of a list has no room for all of them. */
const SEVERAL_TOPICS = "deze onderwerpen";

/**
 * Makes the request out of catalogue texts and what the person filled in.
 *
 * @throws ProductError `care-not-confirmed`, `never-collective`, `partner-not-proposed` or `request-incomplete`.
 */
export function composeRequest(
  proposal: RequestedProposal,
  details: RequestDetails,
  catalogue: Catalogue,
): PartnerRequest {
  assertMayLeave(proposal, details, catalogue);
  const themes = themesInOrder(proposal, catalogue);
  const partnerId = partnerOf(proposal, details);
  const format = catalogue.format(proposal.formatId);
  const partner = catalogue.partner(partnerId);
  if (format === undefined || partner === undefined) throw incomplete("formatId or partnerId is not in the catalogue");
  const topic = themes.length === 0 ? UNNAMED_TOPIC : listOf(themes.map(({ label }) => plainName(label)));

  const parsed = partnerRequestSchema.safeParse({
    id: details.id,
    partnerId,
    partnerName: details.partnerName ?? partner.label,
    ...(details.partnerEmail === undefined ? {} : { partnerEmail: details.partnerEmail }),
    subject: themes[0]?.invitationTitle ?? `Praat mee over ${details.areaName}`,
    topic,
    areaName: details.areaName,
    formatId: format.id,
    dates: details.dates.map(({ day, from, until }) => ({ day, from, until })),
    location: details.location,
    turnout: { min: proposal.turnout.min, max: proposal.turnout.max },
    contact: {
      name: details.contact.name,
      role: details.contact.role,
      team: details.contact.team,
      phone: details.contact.phone,
      email: details.contact.email,
    },
    asks: [...asksFor(format, themes.length > 1 ? SEVERAL_TOPICS : topic, partnerId)],
    offers: [...offersFor(format)],
  });
  if (!parsed.success) throw incomplete(parsed.error.issues.map(({ path }) => path.join(".")).join(", "));
  return parsed.data;
}

/**
 * Rule: a theme that is never collective has no request; one that asks for care has none without a person's explicit yes.
 */
function assertMayLeave(proposal: RequestedProposal, details: RequestDetails, catalogue: Catalogue): void {
  if (proposal.themeIds.some((themeId) => catalogue.neverThemeIds.has(themeId))) {
    throw new ProductError(
      "never-collective",
      "Over dit onderwerp gaat nooit een aanvraag uit. Volg de veilige route.",
    );
  }
  const careTheme = proposal.themeIds.some((themeId) => catalogue.careThemeIds.has(themeId));
  if ((proposal.careNeeded || careTheme) && !details.careConfirmed) {
    throw new ProductError(
      "care-not-confirmed",
      "Dit onderwerp kan alleen met zorg. Bespreek het in je team en zeg eerst ja.",
    );
  }
}

function partnerOf(proposal: RequestedProposal, details: RequestDetails): string {
  const partnerId = details.partnerId ?? proposal.partnerIds[0];
  if (partnerId !== undefined && proposal.partnerIds.includes(partnerId)) return partnerId;
  throw new ProductError(
    "partner-not-proposed",
    "Deze partner hoort niet bij dit voorstel. Kies een partner van de kaart.",
  );
}

/** The theme that the evening is about first: that of the life event, else the order of the proposal. */
function themesInOrder(proposal: RequestedProposal, catalogue: Catalogue): readonly Theme[] {
  const bundle = catalogue.bundles.find(({ lifeEventId }) => lifeEventId === proposal.lifeEvent);
  const place = (themeId: string) => bundle?.themeIds.indexOf(themeId) ?? 0;
  return [...proposal.themeIds]
    .sort((a, b) => place(a) - place(b))
    .flatMap((themeId) => catalogue.theme(themeId) ?? []);
}

function incomplete(fields: string): ProductError {
  return new ProductError("request-incomplete", "De aanvraag is nog niet compleet. Vul alle velden in op één regel.", {
    detail: `fields: ${fields}`,
  });
}

/** The theme that the evening is about first, among those of the catalogue. */
export function leadThemeOf(proposal: RequestedProposal, catalogue: Catalogue): string | undefined {
  return themesInOrder(proposal, catalogue)[0]?.id;
}

/** "Huurtoeslag" in a sentence is "huurtoeslag", "AOW" stays "AOW"; what explains a name (": …", "(…)") is left out. */
export function plainName(label: string): string {
  const short = label.replace(/(?::| \().*$/, "");
  return /^\p{Lu}\p{Ll}/u.test(short) ? short.charAt(0).toLowerCase() + short.slice(1) : short;
}

/** A name may hold a comma or "en" of its own, so more names than one stand in quotes. */
function listOf(names: readonly string[]): string {
  const words = names.length < 2 ? names : names.map((name) => `"${name}"`);
  return inOneSentence(words);
}

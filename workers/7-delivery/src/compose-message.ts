import type { Catalogue } from "@rode-draad/catalogue";
import {
  type AgendaPoint,
  type AttendanceBand,
  confirmedTitles,
  type Day,
  eveningIn,
  type Month,
  type PartnerAgenda,
  type PartnerOrganisation,
  type PartnerReminder,
  type PartnerRequest,
  type PartnerResult,
  type PartnerWithdrawal,
  ProductError,
  type ProposedDate,
  type SilenceNotice,
  type StandingEvening,
  type ThemeId,
} from "@rode-draad/domain";
import { subjectOf } from "./catalogue-words.js";
import { messageIdFor } from "./request-id.js";

/** Makes the messages to partners, field by field: what is not named here stays home, whatever an object holds. */

/** One reminder of the requests of one partner that are still open; the first one's contact signs it. */
export function composeReminder(
  requests: readonly [PartnerRequest, ...PartnerRequest[]],
  askedOn: Day,
): PartnerReminder {
  const [first] = requests;
  return {
    kind: "reminder",
    id: messageIdFor("reminder", ...requests.map(({ id }) => id)),
    ...toPartner(first),
    contact: contactOf(first.contact),
    askedOn,
    requests: requests.map(requestOf),
  };
}

/** What was asked is called off; `agreed` is the evening that the partner had said yes to. */
export function composeWithdrawal(request: PartnerRequest, askedOn: Day, agreed?: ProposedDate): PartnerWithdrawal {
  return {
    kind: "withdrawal",
    id: messageIdFor("withdrawal", request.id),
    ...toPartner(request),
    contact: contactOf(request.contact),
    askedOn,
    ...(agreed !== undefined && { agreed: dateOf(agreed) }),
    request: requestOf(request),
  };
}

export function composeSilenceNotice(request: PartnerRequest, askedOn: Day, remindedOn?: Day): SilenceNotice {
  return {
    kind: "silence",
    id: messageIdFor("silence", request.id),
    ...toPartner(request),
    contact: contactOf(request.contact),
    askedOn,
    ...(remindedOn !== undefined && { remindedOn }),
    request: requestOf(request),
  };
}

/** The agenda as it leaves: what was confirmed. Throws `agenda-empty` or `agenda-undecided`. */
export function composeAgenda(
  evening: StandingEvening,
  organisation: PartnerOrganisation,
  month: Month,
  points: readonly AgendaPoint[],
  catalogue: Catalogue,
): PartnerAgenda {
  if (points.some(({ choice, careNeeded }) => choice === "proposed" && !careNeeded)) {
    throw new ProductError("agenda-undecided", "Kies eerst bij elk onderwerp: wel of niet op de agenda.");
  }
  const confirmed = confirmedTitles(points);
  if (confirmed.length === 0) {
    throw new ProductError("agenda-empty", "Er staat nog niets op de agenda. Kies minstens één onderwerp.");
  }
  return {
    kind: "agenda",
    id: messageIdFor("agenda", evening.id, month),
    ...organisationAddress(organisation, catalogue),
    contact: contactOf(evening.contact),
    eveningId: evening.id,
    revision: evening.revision,
    rhythm: { week: evening.rhythm.week, weekday: evening.rhythm.weekday },
    firstMonth: evening.firstMonth,
    skippedMonths: [...evening.skippedMonths],
    day: eveningIn(evening.rhythm, month),
    from: evening.from,
    until: evening.until,
    location: evening.location,
    points: confirmed,
  };
}

/** What a colleague tells of an evening that was held. */
export interface ResultFacts {
  readonly day: Day;
  readonly attendance: AttendanceBand;
  /** What was asked most, in order. */
  readonly askedThemeIds: readonly ThemeId[];
}

/** To the partner of a request. Throws `never-collective` for a theme of which nothing leaves, and for an unknown one. */
export function composeRequestResult(request: PartnerRequest, facts: ResultFacts, catalogue: Catalogue): PartnerResult {
  return {
    kind: "result",
    id: messageIdFor("result", request.id),
    ...toPartner(request),
    contact: contactOf(request.contact),
    subject: request.subject,
    ...factsInWords(facts, catalogue),
  };
}

/** To the partner of a standing evening. */
export function composeEveningResult(
  evening: StandingEvening,
  organisation: PartnerOrganisation,
  month: Month,
  facts: Omit<ResultFacts, "day">,
  catalogue: Catalogue,
): PartnerResult {
  return {
    kind: "result",
    id: messageIdFor("result", evening.id, month),
    ...organisationAddress(organisation, catalogue),
    contact: contactOf(evening.contact),
    subject: "Vaste avond met het wijkteam",
    ...factsInWords({ ...facts, day: eveningIn(evening.rhythm, month) }, catalogue),
  };
}

function factsInWords({ day, attendance, askedThemeIds }: ResultFacts, catalogue: Catalogue) {
  const asked = askedThemeIds.map((themeId) => {
    const theme = catalogue.theme(themeId);
    if (theme === undefined || theme.collective === "never") {
      throw new ProductError("never-collective", "Over dit onderwerp vertellen wij een partner niets.");
    }
    return subjectOf(theme);
  });
  return { day, attendance, asked };
}

/** By hand: without the address, so that the letter is written as a file. */
function organisationAddress({ partnerId, name, email, channel }: PartnerOrganisation, catalogue: Catalogue) {
  if (catalogue.partner(partnerId) === undefined) {
    throw new ProductError("partner-unknown", "Deze soort partner kennen wij niet.", { detail: partnerId });
  }
  return {
    partnerId,
    partnerName: name,
    ...(email !== undefined && channel !== "by-hand" && { partnerEmail: email }),
  };
}

function toPartner({ partnerId, partnerName, partnerEmail }: PartnerRequest) {
  return { partnerId, partnerName, ...(partnerEmail !== undefined && { partnerEmail }) };
}

function contactOf({ name, role, team, phone, email }: PartnerRequest["contact"]): PartnerRequest["contact"] {
  return { name, role, team, phone, email };
}

function dateOf({ day, from, until }: ProposedDate): ProposedDate {
  return { day, from, until };
}

function requestOf(request: PartnerRequest): PartnerRequest {
  return {
    id: request.id,
    ...toPartner(request),
    subject: request.subject,
    topic: request.topic,
    areaName: request.areaName,
    formatId: request.formatId,
    dates: request.dates.map(dateOf),
    location: request.location,
    turnout: { min: request.turnout.min, max: request.turnout.max },
    contact: contactOf(request.contact),
    asks: [...request.asks],
    offers: [...request.offers],
  };
}

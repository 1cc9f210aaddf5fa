import type { PartnerAgenda, PartnerOrganisation, StandingEvening } from "@rode-draad/domain";
import { buildRequest } from "./build-request.js";

const { contact } = buildRequest();

export function buildOrganisation(changes: Partial<PartnerOrganisation> = {}): PartnerOrganisation {
  return {
    id: "o-haard",
    partnerId: "woningcorporatie",
    name: "De Haard",
    email: "wijkbeheer@haard.example",
    channel: "mail",
    areaCodes: [],
    isActive: true,
    ...changes,
  };
}

export function buildEvening(changes: Partial<StandingEvening> = {}): StandingEvening {
  return {
    id: "e-haard",
    organisationId: "o-haard",
    rhythm: { week: 2, weekday: 2 },
    from: "19:00",
    until: "21:00",
    location: "buurthuis De Ster",
    contact,
    firstMonth: "2026-12",
    skippedMonths: [],
    isRunning: true,
    revision: 0,
    ...changes,
  };
}

export function buildAgenda(changes: Partial<PartnerAgenda> = {}): PartnerAgenda {
  const { id: eveningId, organisationId: _, isRunning: __, ...evening } = buildEvening();
  return {
    kind: "agenda",
    id: "b-agenda",
    partnerId: "woningcorporatie",
    partnerName: "De Haard",
    partnerEmail: "wijkbeheer@haard.example",
    eveningId,
    ...evening,
    day: "2026-12-08",
    points: ["Huurtoeslag: heeft u er recht op?"],
    ...changes,
  };
}

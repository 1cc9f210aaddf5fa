import type { PartnerRequest } from "@rode-draad/domain";

/** A request with every field filled in, as a test needs it. */
export function buildRequest(changes: Partial<PartnerRequest> = {}): PartnerRequest {
  return {
    id: "aanvraag-1",
    partnerId: "woningcorporatie",
    partnerName: "Woningcorporatie",
    partnerEmail: "wijkbeheer@corporatie.example",
    subject: "Huurtoeslag: heeft u er recht op?",
    topic: "huurtoeslag",
    areaName: "Sterrenwijk",
    formatId: "infoavond",
    dates: [
      { day: "2027-01-12", from: "19:00", until: "21:00" },
      { day: "2027-07-07", from: "19:30", until: "21:00" },
    ],
    location: "buurthuis De Ster",
    turnout: { min: 20, max: 40 },
    contact: {
      name: "Noor Voorbeeld",
      role: "opbouwwerker",
      team: "wijkteam Sterrenwijk",
      phone: "06-0000 0000",
      email: "noor@wijkteam.example",
    },
    asks: ["één medewerker die in gewone taal uitleg geeft over huurtoeslag;"],
    offers: ["de zaal, koffie en thee;"],
    ...changes,
  };
}

import type { Proposal } from "@rode-draad/domain";

/** A proposal with every field filled in, as a test needs it. */
export function buildProposal(id: string, changes: Partial<Proposal> = {}): Proposal {
  return {
    id,
    needKey: `need-${id}`,
    month: "2026-03",
    areaCode: "WK000001",
    teamCodes: ["T1"],
    themeIds: ["huurtoeslag"],
    careNeeded: false,
    title: "Grip op je huurkosten",
    formatId: "infoavond",
    partnerIds: ["woningcorporatie"],
    whyNow: "Het speelt nu.",
    forWhom: "Huurders",
    turnout: { min: 10, max: 20 },
    preparationHours: { min: 4, max: 8 },
    minutesSavedPerVisitor: { min: 30, max: 75 },
    growsInto: [],
    avoid: "Geen namen.",
    evidence: { rule: "r1", band: "10 tot 14", windowMonths: 3, reasons: ["stijgt"] },
    score: 1,
    ...changes,
  };
}

import { joinNames } from "./proposal-card.js";
import type { ProposalCard } from "./theme-report.js";

export interface ProposalFact {
  readonly id: keyof typeof TERMS;
  readonly term: string;
  readonly value: string;
}

const TERMS = {
  whyNow: "Waarom nu",
  because: "Omdat",
  forWhom: "Voor wie",
  cost: "Wat kost het",
  turnout: "Verwacht",
  partners: "Wie doet mee",
  growsInto: "Kan groeien naar",
} as const;

/** The rows of a proposal card (domain report 6.2), in fixed order; a row without content is left out. */
export function proposalFacts(card: ProposalCard): ProposalFact[] {
  const rows = [
    { id: "whyNow", value: card.whyNow },
    { id: "because", value: card.reasons.join(" ") },
    { id: "forWhom", value: card.forWhom },
    { id: "cost", value: `${card.preparation}. Dat scheelt ${card.saved}.` },
    { id: "turnout", value: card.turnout },
    { id: "partners", value: joinNames(card.partners) },
    { id: "growsInto", value: joinNames(card.growsInto) },
  ] as const;
  return rows.filter(({ value }) => value !== "").map(({ id, value }) => ({ id, term: TERMS[id], value }));
}

/** The few rows that a report has room for; the whole card stands on the page of proposals. */
export function shortProposalFacts(card: ProposalCard): ProposalFact[] {
  const rows = proposalFacts(card);
  return SHORT.flatMap((id) => rows.filter((row) => row.id === id));
}

const SHORT = ["whyNow", "cost", "turnout", "partners"] as const;

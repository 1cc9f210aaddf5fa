import { joinNames } from "./proposal-card.js";
import type { ProposalCard } from "./theme-report.js";

/**
 * The rows of a proposal card (domain report 6.2), in fixed order; a row without content is left out. A card among others
 * has room for the first reasons only; `reasonsMax` says how many.
 */
export function proposalFacts(
  card: ProposalCard,
  reasonsMax = card.reasons.length,
): { readonly term: string; readonly value: string }[] {
  const rows = [
    { term: "Waarom nu", value: card.whyNow },
    { term: "Omdat", value: card.reasons.slice(0, reasonsMax).join(" ") },
    { term: "Voor wie", value: card.forWhom },
    { term: "Wat kost het", value: `${card.preparation}. Dat scheelt ${card.saved}.` },
    { term: "Verwacht", value: card.turnout },
    { term: "Wie doet mee", value: joinNames(card.partners) },
    { term: "Kan groeien naar", value: joinNames(card.growsInto) },
  ];
  return rows.filter((row) => row.value !== "");
}

/** The few rows that a report has room for; the whole card stands on the page of proposals. */
export function shortProposalFacts(card: ProposalCard): { readonly term: string; readonly value: string }[] {
  const rows = proposalFacts(card);
  return SHORT.flatMap((term) => rows.filter((row) => row.term === term));
}

const SHORT = ["Waarom nu", "Wat kost het", "Verwacht", "Wie doet mee"] as const;

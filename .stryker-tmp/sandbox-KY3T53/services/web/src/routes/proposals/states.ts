import type { RefusalReason } from "@rode-draad/domain";
import type { ProposalCard } from "@rode-draad/reports";
import type { IconName } from "@rode-draad/ui";
import type { DecidedCard } from "../../web-tools.js";

/** The states of a proposal as people see them, in the order in which a proposal goes through them. */
export interface StateView {
  readonly id: "voorgesteld" | "opgepakt" | "gevraagd" | "later";
  readonly name: string;
  readonly explanation: string;
  readonly none: string;
  readonly icon: IconName;
}

export const STATES: readonly StateView[] = [
  {
    id: "voorgesteld",
    name: "Voorgesteld",
    explanation: "Jij kiest",
    none: "Er is nu geen voorstel dat sterk genoeg is.",
    icon: "new",
  },
  {
    id: "opgepakt",
    name: "Opgepakt",
    explanation: "Je zoekt een plek en een partner",
    none: "Er is nog niets opgepakt.",
    icon: "hand",
  },
  {
    id: "gevraagd",
    name: "Gevraagd",
    explanation: "De partner is gevraagd",
    none: "Er is nog geen partner gevraagd.",
    icon: "letter",
  },
  {
    id: "later",
    name: "Later of niet",
    explanation: "Je kunt je nog bedenken",
    none: "Er is niets bewaard of afgewezen.",
    icon: "clock",
  },
];

export function stateOf(card: ProposalCard): StateView["id"] {
  if (card.state === "open") return "voorgesteld";
  if (card.state === "picked-up") return "opgepakt";
  return card.state === "requested" ? "gevraagd" : "later";
}

/** What people did with a proposal, in one or two words. */
export function nameOfState(card: ProposalCard): string {
  if (card.state === "refused") return "Niet doen";
  if (card.state === "later") return "Later";
  const id = stateOf(card);
  return STATES.find((state) => state.id === id)?.name ?? id;
}

/** Why a proposal was refused, and the line that came with it. */
export function refusalFacts({ refusal }: DecidedCard): { readonly term: string; readonly value: string }[] {
  if (refusal === undefined) return [];
  const remark = refusal.remark === undefined ? [] : [{ term: "Toelichting", value: refusal.remark }];
  return [{ term: "Niet doen, want", value: REFUSAL_WORDS[refusal.reason] }, ...remark];
}

/** The five fixed reasons of "Niet doen, want …", in words. */
export const REFUSAL_WORDS: Readonly<Record<RefusalReason, string>> = {
  "bestaat-al": "dit bestaat al in de wijk",
  "geen-tijd": "er is nu geen tijd",
  "past-niet-in-deze-wijk": "dit past niet in deze wijk",
  "te-gevoelig": "dit is te gevoelig",
  "geen-partner": "er is geen partner",
};

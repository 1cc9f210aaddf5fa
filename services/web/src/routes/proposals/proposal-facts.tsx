import { type ProposalCard, type ProposalFact, proposalFacts } from "@rode-draad/reports";
import type { Fact } from "@rode-draad/ui";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";

/** The rows of a card with their terms in the language of the page; `isShown` leaves rows out. */
export function useProposalFacts(): (card: ProposalCard, isShown?: (id: ProposalFact["id"]) => boolean) => Fact[] {
  const t = useTranslations("proposal.fact");
  return (card, isShown = () => true) =>
    proposalFacts(card)
      .filter(({ id }) => isShown(id))
      .map(({ id, value }) => ({ term: t(id), value: <Dutch>{value}</Dutch> }));
}

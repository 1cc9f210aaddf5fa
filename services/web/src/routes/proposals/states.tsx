import type { ProposalCard } from "@rode-draad/reports";
import type { Fact, IconName } from "@rode-draad/ui";
import { Dutch } from "../../messages/dutch.js";
import { useDayName } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { DecidedCard } from "../../web-tools.js";

/** The states of a proposal as people see them, in the order in which a proposal goes through them. */
export interface StateView {
  readonly id: "voorgesteld" | "opgepakt" | "gevraagd" | "gehouden" | "later";
  readonly icon: IconName;
}

export const STATES: readonly StateView[] = [
  { id: "voorgesteld", icon: "new" },
  { id: "opgepakt", icon: "hand" },
  { id: "gevraagd", icon: "letter" },
  { id: "gehouden", icon: "check" },
  { id: "later", icon: "clock" },
];

export function stateOf(card: ProposalCard): StateView["id"] {
  if (card.state === "open") return "voorgesteld";
  if (card.state === "picked-up") return "opgepakt";
  if (card.state === "held") return "gehouden";
  return card.state === "requested" ? "gevraagd" : "later";
}

/** What people did with a proposal, in one or two words. */
export function useStateName(): (card: ProposalCard) => string {
  const t = useTranslations("proposal.stateName");
  const state = useTranslations("proposals.state");
  return (card) =>
    card.state === "refused" || card.state === "later" ? t(card.state) : state(`${stateOf(card)}.name`);
}

/** Why a proposal was refused, and the line that came with it. */
export function useRefusalFacts(): (card: DecidedCard) => Fact[] {
  const t = useTranslations("proposal.refusal");
  return ({ refusal }) => {
    if (refusal === undefined) return [];
    const remark = refusal.remark === undefined ? [] : [{ term: t("remark"), value: <Dutch>{refusal.remark}</Dutch> }];
    return [{ term: t("because"), value: t(`reasons.${refusal.reason}`) }, ...remark];
  };
}

/** Who does it and when: a name on a card, and no sum by colleague. */
export function useInitiativeFacts(): (card: DecidedCard) => Fact[] {
  const t = useTranslations("proposal.initiative");
  const dayName = useDayName();
  return ({ initiative }) => {
    if (initiative === undefined) return [];
    const { carriedBy, isYours, day } = initiative;
    const who = carriedBy === "" ? t("nobody") : isYours ? t("withYou", { names: carriedBy }) : carriedBy;
    return [
      { term: t("carriedBy"), value: who },
      ...(day === undefined ? [] : [{ term: t("day"), value: dayName(day) }]),
    ];
  };
}

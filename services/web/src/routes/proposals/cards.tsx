import { REFUSAL_REASONS } from "@rode-draad/domain";
import { Alert, CheckField, Disclosure, OfferCard, StatusBadge } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { DecidedCard } from "../../web-tools.js";
import { ErrorSummary } from "../error-summary.js";
import { useProposalFacts } from "./proposal-facts.js";
import { RefusalForm } from "./refusal-form.js";
import { type StateView, useInitiativeFacts, useRefusalFacts, useStateName } from "./states.js";

/** Longest free line with a refusal: one line, no room for a story. */
export const REMARK_LENGTH_MAX = 200;

/** Activities that exist already, on a card; the sociale kaart has them all. */
const EXISTING_MAX = 4;

/** A proposal that waits for a decision: what it is, and three buttons that name the decision. Its own page says how it was made. */
export function OpenProposal({ card }: { readonly card: DecidedCard }): ReactElement {
  const t = useTranslations("proposal");
  const proposalFacts = useProposalFacts();
  return (
    <OfferCard
      id={card.id}
      level={3}
      title={<Dutch>{card.title}</Dutch>}
      href={`/voorstellen/${encodeURIComponent(card.id)}`}
      form={<FormAndArea card={card} />}
      needsCare={card.careNeeded}
      facts={proposalFacts(card, (id) => id !== "because")}
      {...(card.careNeeded && { badge: <CareBadge />, notice: <CareNotice /> })}
    >
      <Existing card={card} />
      <Disclosure title={t("watchOutFirst")}>
        <p className="utrecht-paragraph utrecht-paragraph--small">
          <Dutch>{card.avoid}</Dutch>
        </p>
      </Disclosure>
      <DecisionForms card={card} />
    </OfferCard>
  );
}

/** "Informatieavond met partner, Sterrenwijk" */
export function FormAndArea({ card }: { readonly card: DecidedCard }): ReactElement {
  return (
    <>
      <Dutch>{card.form}</Dutch>, {card.area.name}
    </>
  );
}

export function CareBadge(): ReactElement {
  return (
    <StatusBadge kind="warning" icon="care">
      {useTranslations("shared")("withCare")}
    </StatusBadge>
  );
}

export function CareNotice(): ReactElement {
  return (
    <Alert kind="warning">
      <p>{useTranslations("proposal")("careNotice")}</p>
    </Alert>
  );
}

/** What exists already comes before a new activity. */
export function Existing({ card: { existing = [] } }: { readonly card: DecidedCard }): ReactElement | null {
  const t = useTranslations("proposal.existing");
  if (existing.length === 0) return null;
  return (
    <Alert kind="info" title={t("title")} level={3}>
      <p>{t("first")}</p>
      <ul className="utrecht-unordered-list">
        {existing.slice(0, EXISTING_MAX).map(({ id, name, organisation, meets, url }) => (
          <li key={id}>
            <Dutch>
              {url === undefined ? (
                name
              ) : (
                <a className="utrecht-link" href={url} rel="noreferrer">
                  {name}
                </a>
              )}
              {[organisation, meets ?? ""]
                .filter((text) => text !== "")
                .map((text) => `, ${text}`)
                .join("")}
            </Dutch>
          </li>
        ))}
      </ul>
      {existing.length > EXISTING_MAX ? <p>{t("more", { more: existing.length - EXISTING_MAX })}</p> : null}
    </Alert>
  );
}

/** What was filled in with a decision, to show it again. */
export interface DecisionForm {
  readonly reason: string;
  readonly remark: string;
}
/** What a decision misses, by the name of the field. */
export interface DecisionErrors {
  readonly besproken?: string;
  readonly reden?: string;
}
export interface DecisionFormsProps {
  readonly card: DecidedCard;
  readonly form?: DecisionForm;
  readonly errors?: DecisionErrors;
}

/** "Nee" costs as little as "ja": both are one step away, on the same card. */
export function DecisionForms({ card, form, errors = {} }: DecisionFormsProps): ReactElement {
  const t = useTranslations("proposal.decide");
  if (card.whyNotDecide !== undefined) {
    return (
      <p className="rd-kaart__voet utrecht-paragraph utrecht-paragraph--small">
        <Dutch>{card.whyNotDecide}</Dutch>
      </p>
    );
  }
  const action = `/voorstellen/${encodeURIComponent(card.id)}/besluit`;
  const boxId = `besproken-${card.id}`;
  const reasonId = `reden-${card.id}`;
  return (
    <div className="rd-kaart__voet rd-stapel">
      <ErrorSummary
        title={t("notYet")}
        errors={[
          ...(errors.besproken === undefined ? [] : [{ fieldId: boxId, text: errors.besproken }]),
          ...(errors.reden === undefined ? [] : [{ fieldId: `${reasonId}-${REFUSAL_REASONS[0]}`, text: errors.reden }]),
        ]}
      />
      <form className="rd-stapel" action={action} method="post">
        {card.careNeeded ? (
          <CheckField id={boxId} name="besproken" label={t("discussed")} error={errors.besproken} />
        ) : null}
        <div className="utrecht-button-group">
          <button
            type="submit"
            className="utrecht-button utrecht-button--primary-action"
            name="besluit"
            value="oppakken"
          >
            {t("pickUp")}
          </button>
          <button type="submit" className="utrecht-button" name="besluit" value="later">
            {t("later")}
          </button>
        </div>
      </form>
      <RefusalForm proposalId={card.id} title={t("refuse")} form={form} error={errors.reden} />
    </div>
  );
}

/** A proposal after the decision: short, with the next step. */
export function SettledProposal({
  card,
  state,
}: {
  readonly card: DecidedCard;
  readonly state: StateView;
}): ReactElement {
  const t = useTranslations("proposals.state");
  const nameOfState = useStateName();
  const refusalFacts = useRefusalFacts();
  const proposalFacts = useProposalFacts();
  const initiativeFacts = useInitiativeFacts();
  // Once it runs, the page of the initiative has all there is to do.
  const href =
    card.initiative === undefined
      ? `/voorstellen/${encodeURIComponent(card.id)}`
      : `/initiatieven/${encodeURIComponent(card.initiative.id)}`;
  const refused = card.state === "refused";
  return (
    <OfferCard
      id={card.id}
      level={3}
      title={<Dutch>{card.title}</Dutch>}
      form={<FormAndArea card={card} />}
      badge={
        <StatusBadge kind={refused ? "neutral" : "info"} icon={refused ? "cross" : state.icon}>
          {nameOfState(card)}
        </StatusBadge>
      }
      facts={[
        ...refusalFacts(card),
        ...initiativeFacts(card),
        ...proposalFacts(card, (id) => id === "cost" || id === "partners"),
      ]}
    >
      <div className="rd-kaart__voet utrecht-button-group">
        <a className="utrecht-button" href={href}>
          {t(`${state.id}.next`)}
          <span className="rd-onzichtbaar">
            : <Dutch>{card.title}</Dutch>
          </span>
        </a>
      </div>
    </OfferCard>
  );
}

import { REFUSAL_REASONS } from "@rode-draad/domain";
import { proposalFacts } from "@rode-draad/reports";
import { Alert, CheckField, ChoiceField, Disclosure, OfferCard, StatusBadge, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import type { DecidedCard } from "../../web-tools.js";
import { ErrorSummary } from "../error-summary.js";
import { nameOfState, REFUSAL_WORDS, refusalFacts, type StateView } from "./states.js";

/** Longest free line with a refusal: one line, no room for a story. */
export const REMARK_LENGTH_MAX = 200;

/** Reasons on a card among others; the page of the proposal has them all. */
const REASONS_MAX = 2;

/** A proposal that waits for a decision: all its facts, and three buttons that name the decision. */
export function OpenProposal({ card }: { readonly card: DecidedCard }): ReactElement {
  return (
    <OfferCard
      id={card.id}
      level={3}
      title={card.title}
      href={`/voorstellen/${encodeURIComponent(card.id)}`}
      form={`${card.form}, ${card.area.name}`}
      needsCare={card.careNeeded}
      facts={proposalFacts(card, REASONS_MAX)}
      watchOut={card.avoid}
      {...(card.careNeeded && { badge: <CareBadge />, notice: <CareNotice /> })}
    >
      <DecisionForms card={card} />
    </OfferCard>
  );
}

export function CareBadge(): ReactElement {
  return (
    <StatusBadge kind="warning" icon="care">
      Alleen met zorg
    </StatusBadge>
  );
}

export function CareNotice(): ReactElement {
  return (
    <Alert kind="warning">
      <p>Dit thema kan alleen met zorg. Bespreek het eerst in je team. Zonder besluit kun je niet verder.</p>
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
  if (card.whyNotDecide !== undefined) {
    return <p className="rd-kaart__voet utrecht-paragraph utrecht-paragraph--small">{card.whyNotDecide}</p>;
  }
  const action = `/voorstellen/${encodeURIComponent(card.id)}/besluit`;
  const boxId = `besproken-${card.id}`;
  const reasonId = `reden-${card.id}`;
  return (
    <div className="rd-kaart__voet rd-stapel">
      <ErrorSummary
        title="Je besluit is nog niet vastgelegd"
        errors={[
          ...(errors.besproken === undefined ? [] : [{ fieldId: boxId, text: errors.besproken }]),
          ...(errors.reden === undefined ? [] : [{ fieldId: `${reasonId}-${REFUSAL_REASONS[0]}`, text: errors.reden }]),
        ]}
      />
      <form className="rd-stapel" action={action} method="post">
        {card.careNeeded ? (
          <CheckField
            id={boxId}
            name="besproken"
            label="Wij hebben dit in het team besproken."
            error={errors.besproken}
          />
        ) : null}
        <div className="utrecht-button-group">
          <button
            type="submit"
            className="utrecht-button utrecht-button--primary-action"
            name="besluit"
            value="oppakken"
          >
            Pak op
          </button>
          <button type="submit" className="utrecht-button" name="besluit" value="later">
            Later
          </button>
        </div>
      </form>
      <Disclosure title="Niet doen, want …" isOpen={errors.reden !== undefined}>
        <form className="rd-stapel" action={action} method="post">
          <ChoiceField
            name="reden"
            legend="Waarom niet?"
            idPrefix={reasonId}
            selected={form?.reason}
            error={errors.reden}
            isRequired={true}
            options={REFUSAL_REASONS.map((reason) => ({ value: reason, label: REFUSAL_WORDS[reason] }))}
          />
          <TextField
            id={`toelichting-${card.id}`}
            name="toelichting"
            label="Wil je iets toevoegen?"
            hint="Eén regel is genoeg. Schrijf geen namen of verhalen op."
            maxLength={REMARK_LENGTH_MAX}
            {...(form && { value: form.remark })}
          />
          <div className="utrecht-button-group">
            <button
              type="submit"
              className="utrecht-button utrecht-button--primary-action"
              name="besluit"
              value="niet-doen"
            >
              Leg vast
            </button>
          </div>
        </form>
      </Disclosure>
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
  const href = `/voorstellen/${encodeURIComponent(card.id)}`;
  const refused = card.state === "refused";
  return (
    <OfferCard
      id={card.id}
      level={3}
      title={card.title}
      form={`${card.form}, ${card.area.name}`}
      badge={
        <StatusBadge kind={refused ? "neutral" : "info"} icon={refused ? "cross" : state.icon}>
          {nameOfState(card)}
        </StatusBadge>
      }
      facts={[
        ...refusalFacts(card),
        ...proposalFacts(card).filter(({ term }) => term === "Wat kost het" || term === "Wie doet mee"),
      ]}
    >
      <div className="rd-kaart__voet utrecht-button-group">
        <a className="utrecht-button" href={href}>
          {NEXT_STEP[state.id]}
          <span className="rd-onzichtbaar">: {card.title}</span>
        </a>
      </div>
    </OfferCard>
  );
}

const NEXT_STEP: Readonly<Record<StateView["id"], string>> = {
  voorgesteld: "Bekijk",
  opgepakt: "Vraag een partner",
  gevraagd: "Bekijk de vraag",
  later: "Bekijk opnieuw",
};

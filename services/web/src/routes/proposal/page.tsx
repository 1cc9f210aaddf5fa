import { Alert, Disclosure, FactList, OfferCard, StatusBadge } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { DecidedCard, ProposalPageView } from "../../web-tools.js";
import { RequestLines } from "../partner-request/request-lines.js";
import {
  CareBadge,
  CareNotice,
  DecisionForms,
  type DecisionFormsProps,
  Existing,
  FormAndArea,
} from "../proposals/cards.js";
import { useProposalFacts } from "../proposals/proposal-facts.js";
import { STATES, stateOf, useInitiativeFacts, useRefusalFacts, useStateName } from "../proposals/states.js";
import { RequestForm, type RequestFormProps } from "../request/form.js";

export interface ProposalPageProps extends Pick<RequestFormProps, "form" | "errors"> {
  readonly view: ProposalPageView;
  /** A decision that missed something. */
  readonly decision?: Pick<DecisionFormsProps, "form" | "errors"> | undefined;
  /** What was just done, from the address after a redirect. */
  readonly done?: unknown;
}

const DONE = ["opgepakt", "verstuurd"] as const;

export function ProposalPage({ view, form, errors, decision, done }: ProposalPageProps): ReactElement {
  const t = useTranslations("proposal");
  const shared = useTranslations("shared");
  const proposalFacts = useProposalFacts();
  const { card, partners, requests, whyNotAsk } = view;
  const isAsked = card.state === "picked-up" || card.state === "requested";
  const isHeld = card.state === "held";
  const told = DONE.find((what) => what === done);
  return (
    <>
      <nav className="utrecht-breadcrumb-nav" aria-label={shared("breadcrumb")}>
        <ol className="utrecht-breadcrumb-nav__list">
          <li className="utrecht-breadcrumb-nav__item">
            <a className="utrecht-link" href="/voorstellen">
              {shared("navigation.proposals")}
            </a>
          </li>
        </ol>
      </nav>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">
          <Dutch>{card.title}</Dutch>
        </h1>
        {told === undefined ? null : (
          <div role="status">
            <Alert kind="ok">
              <p>{t(`done.${told}`)}</p>
            </Alert>
          </div>
        )}
        {card.state === "open" ? null : <StateNow card={card} />}
        {card.initiative === undefined ? null : <ToInitiative initiative={card.initiative} />}
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--6-6">
        <OfferCard
          level={2}
          title={t("heading")}
          form={<FormAndArea card={card} />}
          needsCare={card.careNeeded}
          facts={[
            ...proposalFacts(card),
            {
              term: t("themes"),
              value: (
                <ul className="rd-regels">
                  {card.themes.map((theme) => (
                    <li key={theme.id}>
                      <a className="utrecht-link" href={`/themas/${encodeURIComponent(theme.id)}`}>
                        <Dutch>{theme.name}</Dutch>
                      </a>
                    </li>
                  ))}
                </ul>
              ),
            },
            { term: t("rule"), value: <Dutch>{card.rule}</Dutch> },
          ]}
          watchOut={{ word: t("watchOut"), text: <Dutch>{card.avoid}</Dutch> }}
          {...(card.careNeeded && { badge: <CareBadge />, notice: <CareNotice /> })}
        >
          <Existing card={card} />
          {(isAsked || isHeld) && decision === undefined ? null : <Decide card={card} decision={decision} />}
        </OfferCard>
        <div className="rd-stapel rd-stapel--ruim">
          {requests.length === 0 ? null : (
            <section className="rd-stapel" aria-labelledby="verstuurd">
              <h2 className="utrecht-heading-3" id="verstuurd">
                {t("asked.title")}
              </h2>
              <RequestLines requests={requests} />
            </section>
          )}
          {isHeld ? null : !isAsked || partners.length === 0 || whyNotAsk !== undefined ? (
            <NoPartnerYet isOpen={!isAsked} whyNot={whyNotAsk} />
          ) : (
            <RequestForm
              proposalId={card.id}
              partners={partners}
              canManagePartners={view.whyNotManagePartners === undefined}
              form={form}
              errors={errors}
            />
          )}
        </div>
      </div>
    </>
  );
}

/** What was decided, in a badge and, after a no, the reason. */
function StateNow({ card }: { readonly card: DecidedCard }): ReactElement {
  const nameOfState = useStateName();
  const state = STATES.find(({ id }) => id === stateOf(card));
  const refused = card.state === "refused";
  const facts = [...useRefusalFacts()(card), ...useInitiativeFacts()(card)];
  return (
    <>
      <p>
        <StatusBadge kind={refused ? "neutral" : "info"} icon={refused ? "cross" : (state?.icon ?? "info")}>
          {nameOfState(card)}
        </StatusBadge>
      </p>
      {facts.length === 0 ? null : <FactList facts={facts} inPanel={true} />}
    </>
  );
}

function ToInitiative({ initiative }: { readonly initiative: NonNullable<DecidedCard["initiative"]> }): ReactElement {
  const t = useTranslations("proposal.initiative");
  return (
    <p className="utrecht-button-group">
      <a className="utrecht-button" href={`/initiatieven/${encodeURIComponent(initiative.id)}`}>
        {t("link")}
      </a>
      {t("about")}
    </p>
  );
}

/** The decision to make; after "later" and "no" it waits behind a line, because a person may change their mind. */
function Decide(props: { readonly card: DecidedCard; readonly decision: ProposalPageProps["decision"] }): ReactElement {
  const { card, decision } = props;
  const title = useTranslations("proposal.decide")("otherwise");
  const forms = <DecisionForms card={card} {...decision} />;
  if (decision !== undefined || card.state === "open") return forms;
  return <Disclosure title={title}>{forms}</Disclosure>;
}

function NoPartnerYet(props: { readonly isOpen: boolean; readonly whyNot: string | undefined }): ReactElement {
  const t = useTranslations("proposal.noPartner");
  const { isOpen, whyNot } = props;
  return (
    <section className="rd-paneel rd-paneel--vlak" aria-labelledby="partner">
      <h2 className="utrecht-heading-3" id="partner">
        {t("title")}
      </h2>
      <p className="utrecht-paragraph">
        {whyNot === undefined ? t(isOpen ? "pickUpFirst" : "notNeeded") : <Dutch>{whyNot}</Dutch>}
      </p>
    </section>
  );
}

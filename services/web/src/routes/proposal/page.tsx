import { proposalFacts } from "@rode-draad/reports";
import { OfferCard } from "@rode-draad/ui";
import type { ReactElement } from "react";
import type { ProposalPageView } from "../../web-tools.js";
import { CareBadge, CareNotice, DecisionForms } from "../proposals/cards.js";
import { RequestForm, type RequestFormProps } from "../request/form.js";

export interface ProposalPageProps extends Pick<RequestFormProps, "form" | "errors"> {
  readonly view: ProposalPageView;
}

export function ProposalPage({ view, form, errors }: ProposalPageProps): ReactElement {
  const { card, partners, requests } = view;
  const isOpen = card.state === "open" || card.state === "later" || card.state === "refused";
  return (
    <>
      <nav className="utrecht-breadcrumb-nav" aria-label="Kruimelpad">
        <ol className="utrecht-breadcrumb-nav__list">
          <li className="utrecht-breadcrumb-nav__item">
            <a className="utrecht-link" href="/voorstellen">
              Voorstellen
            </a>
          </li>
        </ol>
      </nav>
      <h1 className="utrecht-heading-1">{card.title}</h1>
      <div className="rd-sectie rd-kolommen rd-kolommen--6-6">
        <OfferCard
          level={2}
          title="Het voorstel"
          form={`${card.form}, ${card.area.name}`}
          needsCare={card.careNeeded}
          facts={[
            ...proposalFacts(card),
            {
              term: "Thema’s",
              value: (
                <ul className="rd-regels">
                  {card.themes.map((theme) => (
                    <li key={theme.id}>
                      <a className="utrecht-link" href={`/themas/${encodeURIComponent(theme.id)}`}>
                        {theme.name}
                      </a>
                    </li>
                  ))}
                </ul>
              ),
            },
            { term: "Regel", value: card.rule },
          ]}
          watchOut={card.avoid}
          {...(card.careNeeded && { badge: <CareBadge />, notice: <CareNotice /> })}
        >
          {isOpen ? <DecisionForms card={card} /> : null}
        </OfferCard>
        <div className="rd-stapel rd-stapel--ruim">
          {requests.length === 0 ? null : (
            <section className="rd-stapel" aria-labelledby="verstuurd">
              <h2 className="utrecht-heading-3" id="verstuurd">
                Al gevraagd
              </h2>
              <ul className="utrecht-unordered-list">
                {requests.map((request) => (
                  <li key={request.partnerName}>
                    {request.partnerName}: {request.stateSentence}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {isOpen || partners.length === 0 ? (
            <NoPartnerYet isOpen={isOpen} />
          ) : (
            <RequestForm proposalId={card.id} partners={partners} form={form} errors={errors} />
          )}
        </div>
      </div>
    </>
  );
}

function NoPartnerYet({ isOpen }: { readonly isOpen: boolean }): ReactElement {
  return (
    <section className="rd-paneel rd-paneel--vlak" aria-labelledby="partner">
      <h2 className="utrecht-heading-3" id="partner">
        Een partner vragen
      </h2>
      <p className="utrecht-paragraph">
        {isOpen
          ? "Pak het voorstel eerst op. Daarna vraag je hier een partner."
          : "Voor dit aanbod is geen partner nodig."}
      </p>
    </section>
  );
}

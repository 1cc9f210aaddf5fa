import { EmptyState, FactList } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { EveningListView, EveningRowView } from "../../web-tools.js";
import { AgendaBadge } from "./agenda-badge.js";

/** The fixed evenings with partners; each says what waits for somebody. */
export function EveningListPage({ view }: { readonly view: EveningListView }): ReactElement {
  const t = useTranslations("evenings");
  const { evenings, hasPartners, whyNotAsk } = view;
  const ways = (
    <div className="utrecht-button-group">
      {hasPartners && whyNotAsk === undefined ? (
        <a className="utrecht-button utrecht-button--primary-action" href="/vaste-avonden/nieuw">
          {t("add")}
        </a>
      ) : null}
      {whyNotAsk === undefined ? (
        <a className="utrecht-link" href="/beheer/partners">
          {t("toPartners")}
        </a>
      ) : null}
    </div>
  );
  if (evenings.length === 0) {
    return (
      <EmptyState drawing="start" title={t("empty.title")} lead={t("empty.lead")}>
        {hasPartners ? null : <p className="utrecht-paragraph">{t("empty.noPartners")}</p>}
        {whyNotAsk === undefined ? null : (
          <p className="utrecht-paragraph">
            <Dutch>{whyNotAsk}</Dutch>
          </p>
        )}
        {ways}
      </EmptyState>
    );
  }
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t("title")}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
        {ways}
      </div>
      <div className="rd-sectie rd-kaarten">
        {evenings.map((evening) => (
          <EveningCard key={evening.id} evening={evening} />
        ))}
      </div>
    </>
  );
}

function EveningCard({ evening }: { readonly evening: EveningRowView }): ReactElement {
  const t = useTranslations("evenings.row");
  const { next } = evening;
  return (
    <article className="rd-kaart">
      <header className="rd-kaart__kop">
        <p>{next === undefined ? t("stopped") : <AgendaBadge state={next.agenda} />}</p>
        <h2 className="utrecht-heading-3">
          <a className="utrecht-link" href={`/vaste-avonden/${encodeURIComponent(evening.id)}`}>
            <Dutch>{evening.partnerName}</Dutch>
          </a>
        </h2>
      </header>
      <FactList
        facts={[
          ...(next === undefined ? [] : [{ term: t("next"), value: <Dutch>{next.day}</Dutch> }]),
          ...(next?.answer === undefined ? [] : [{ term: t("answer"), value: <Dutch>{next.answer}</Dutch> }]),
          {
            term: t("rhythm"),
            value: (
              <Dutch>
                {evening.rhythm}, {evening.time}
              </Dutch>
            ),
          },
          { term: t("place"), value: <Dutch>{evening.location}</Dutch> },
        ]}
      />
    </article>
  );
}

import { FactList, Icon } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { useTranslations } from "use-intl";
import { Dutch } from "../../messages/dutch.js";
import type { AgendaPageView } from "../../web-tools.js";
import { AboutLink, ContactFacts, NeverGet, PleaseDoNot, Ticks, WhyNoCounts } from "./aside.js";

/** The agenda of a standing evening as the partner sees it: when, where, and what about. Nothing to answer. */
export function AgendaPage({ view, path }: { readonly view: AgendaPageView; readonly path: string }): ReactElement {
  const t = useTranslations("partner.agenda");
  return (
    <div className="rd-kolommen rd-kolommen--8-4">
      <div className="rd-stapel rd-stapel--ruim">
        <div className="rd-stapel">
          <p className="utrecht-pre-heading">
            {t.rich("preHeading", { partner: () => <Dutch>{view.partnerName}</Dutch> })}
          </p>
          <h1 className="utrecht-heading-1">{t.rich("title", { day: () => <Dutch>{view.day}</Dutch> })}</h1>
          <p className="utrecht-paragraph utrecht-paragraph--lead">
            {t.rich("rhythm", { rhythm: () => <Dutch>{view.rhythm}</Dutch> })}
          </p>
        </div>
        <FactList
          inPanel={true}
          facts={[
            { term: t("when"), value: <Dutch>{view.time}</Dutch> },
            { term: t("place"), value: <Dutch>{view.location}</Dutch> },
          ]}
        />
        <div className="rd-stapel">
          <Ticks id="onderwerpen" title={t("points")} points={view.points} />
          <p className="utrecht-paragraph">{t("why")}</p>
        </div>
        <p>
          <a className="utrecht-link" href={`${path}/agenda.ics`}>
            <Icon name="download" /> {t("calendar")}
          </a>
        </p>
      </div>
      <div className="rd-stapel rd-stapel--ruim">
        <NeverGet />
        <WhyNoCounts of="agenda" />
        <PleaseDoNot text={view.pleaseDoNotAsk} />
        <ContactFacts contact={view.contact} />
        <AboutLink partner={view.partnerName} until={view.worksUntil} />
      </div>
    </div>
  );
}

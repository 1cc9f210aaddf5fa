import { FactList, Icon } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { AgendaPageView } from "../../web-tools.js";
import { AgendaForm, type AgendaFormProps } from "./agenda-form.js";
import { Answered, NotKept, type NotKeptReason } from "./answered.js";
import { AboutLink, ContactFacts, NeverGet, PleaseDoNot, Ticks, WhyNoCounts } from "./aside.js";
import { EMPTY_ANSWER } from "./read-answer.js";

interface AgendaPageProps {
  readonly view: AgendaPageView;
  readonly path: string;
  /** What was typed, and what is wrong with it. */
  readonly typed?: Pick<AgendaFormProps, "form" | "errors"> | undefined;
  readonly notKept?: NotKeptReason | undefined;
}

/** The agenda of a standing evening as the partner sees it: when, where, what about, and whether the partner comes. */
export function AgendaPage({ view, path, typed, notKept }: AgendaPageProps): ReactElement {
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
          {notKept === undefined ? null : <NotKept why={notKept} />}
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
        {view.answered === undefined ? (
          <AgendaForm path={path} form={typed?.form ?? EMPTY_ANSWER} errors={typed?.errors ?? {}} />
        ) : (
          <Answered answer={view.answered} level={2} />
        )}
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

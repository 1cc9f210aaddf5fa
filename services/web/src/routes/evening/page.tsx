import { Alert, FactList, Icon } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { EveningView } from "../../web-tools.js";
import { AgendaBadge } from "../evenings/agenda-badge.js";
import { FailedMessages } from "../partner-request/page.js";
import type { ResultErrors, ResultForm } from "../partner-request/read-result.js";
import { ResultFormPanel } from "../partner-request/result-form.js";
import { Agenda } from "./agenda.js";
import type { Done } from "./done.js";

export interface EveningPageProps {
  readonly view: EveningView;
  readonly form: ResultForm;
  readonly errors: ResultErrors;
  readonly done?: Done | undefined;
  /** Why the agenda did not leave. */
  readonly refusal?: string | undefined;
}

/** One standing evening: its next agenda to decide on, the agreement, and how the last one was. */
export function EveningPage({ view, form, errors, done, refusal }: EveningPageProps): ReactElement {
  const t = useTranslations("evening");
  const path = `/vaste-avonden/${encodeURIComponent(view.id)}`;
  const canAsk = view.whyNotAsk === undefined;
  return (
    <>
      <nav className="utrecht-breadcrumb-nav">
        <ol className="utrecht-breadcrumb-nav__list">
          <li className="utrecht-breadcrumb-nav__item">
            <a className="utrecht-link" href="/vaste-avonden">
              {t("back")}
            </a>
          </li>
        </ol>
      </nav>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t.rich("title", { partner: () => <Dutch>{view.partnerName}</Dutch> })}</h1>
        {view.next === undefined ? (
          <p className="utrecht-paragraph utrecht-paragraph--lead">{t("stopped")}</p>
        ) : (
          <p>
            <AgendaBadge state={view.next.agenda} />
          </p>
        )}
        {done === undefined ? null : (
          <div role="status">
            <Alert kind={done === "niet-gevuld" ? "warning" : "ok"}>
              <p className="utrecht-paragraph">{t(`done.${done}`)}</p>
            </Alert>
          </div>
        )}
        <FailedMessages messages={view.failedMessages} />
        {view.failedMessages.length > 0 && canAsk ? (
          <form className="utrecht-button-group" action={`${path}/opnieuw`} method="post">
            <button className="utrecht-button" type="submit">
              {t("retry")}
            </button>
          </form>
        ) : null}
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <div className="rd-stapel rd-stapel--ruim">
          {view.next === undefined ? null : <Agenda view={view} next={view.next} path={path} refusal={refusal} />}
          {view.toTell !== undefined && canAsk ? (
            <ResultFormPanel
              action={`${path}/terugkoppeling`}
              day={view.toTell.day}
              subjects={view.toTell.subjects}
              form={form}
              errors={errors}
              hidden={{ maand: view.toTell.month }}
            />
          ) : null}
          <Told told={view.told} />
        </div>
        <div className="rd-stapel rd-stapel--ruim">
          <Agreement view={view} path={path} />
          {canAsk && view.isRunning ? <SkipAndStop view={view} path={path} /> : null}
        </div>
      </div>
    </>
  );
}

function Agreement({ view, path }: { readonly view: EveningView; readonly path: string }): ReactElement {
  const t = useTranslations("evening");
  const { contact } = view;
  return (
    <section className="rd-stapel" aria-labelledby="afspraak">
      <h2 className="utrecht-heading-3" id="afspraak">
        {t("facts.title")}
      </h2>
      <FactList
        inPanel={true}
        facts={[
          { term: t("facts.rhythm"), value: <Dutch>{view.rhythm}</Dutch> },
          { term: t("facts.time"), value: <Dutch>{view.time}</Dutch> },
          { term: t("facts.place"), value: <Dutch>{view.location}</Dutch> },
          { term: t("facts.contact"), value: `${contact.name}, ${contact.phone}` },
        ]}
      />
      <p>
        <a className="utrecht-link" href={`${path}/agenda.ics`}>
          <Icon name="download" /> {t("calendar")}
        </a>
      </p>
    </section>
  );
}

function SkipAndStop({ view, path }: { readonly view: EveningView; readonly path: string }): ReactElement {
  const t = useTranslations("evening");
  const { next, skipped } = view;
  return (
    <section className="rd-stapel" aria-labelledby="overslaan">
      <h2 className="utrecht-heading-3" id="overslaan">
        {t("skip.title")}
      </h2>
      {next === undefined ? null : (
        <form className="rd-stapel rd-stapel--nauw" action={`${path}/overslaan`} method="post">
          <p className="utrecht-paragraph">{t.rich("skip.text", { day: () => <Dutch>{next.day}</Dutch> })}</p>
          <input type="hidden" name="maand" value={next.month} />
          <input type="hidden" name="overslaan" value="ja" />
          <div className="utrecht-button-group">
            <button className="utrecht-button" type="submit">
              {t("skip.button")}
            </button>
          </div>
        </form>
      )}
      {skipped.length === 0 ? null : <h3 className="utrecht-heading-4">{t("skip.skipped")}</h3>}
      {skipped.map(({ month, day }) => (
        <form key={month} action={`${path}/overslaan`} method="post">
          <input type="hidden" name="maand" value={month} />
          <button className="utrecht-button utrecht-button--subtle" type="submit">
            {t.rich("skip.back", { day: () => <Dutch>{day}</Dutch> })}
          </button>
        </form>
      ))}
      <h2 className="utrecht-heading-3">{t("stop.title")}</h2>
      <form className="rd-stapel rd-stapel--nauw" action={`${path}/stoppen`} method="post">
        <p className="utrecht-paragraph">{t("stop.text")}</p>
        <div className="utrecht-button-group">
          <button className="utrecht-button utrecht-button--subtle" type="submit">
            {t("stop.button")}
          </button>
        </div>
      </form>
    </section>
  );
}

function Told({ told }: Pick<EveningView, "told">): ReactElement | null {
  const t = useTranslations("evening.told");
  const bands = useTranslations("partner-request.bands");
  if (told.length === 0) return null;
  return (
    <section className="rd-stapel" aria-labelledby="verteld">
      <h2 className="utrecht-heading-3" id="verteld">
        {t("title")}
      </h2>
      <ul className="utrecht-unordered-list">
        {told.map(({ day, attendance }) => (
          <li key={day}>{t.rich("line", { day: () => <Dutch>{day}</Dutch>, band: bands(attendance) })}</li>
        ))}
      </ul>
    </section>
  );
}

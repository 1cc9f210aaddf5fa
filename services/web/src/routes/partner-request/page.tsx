import { Alert, FactList, Icon } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { FailedMessageView, RequestView } from "../../web-tools.js";
import type { ResultErrors, ResultForm } from "./read-result.js";
import { DeliveryWords } from "./request-lines.js";
import { ResultFormPanel } from "./result-form.js";

interface RequestPageProps {
  readonly view: RequestView;
  readonly form: ResultForm;
  readonly errors: ResultErrors;
  readonly done?: "opnieuw" | "verteld" | undefined;
}

/** One request to a partner: how far it came, what to do when it does not arrive, the answer, and how it was. */
export function RequestPage({ view, form, errors, done }: RequestPageProps): ReactElement {
  const t = useTranslations("partner-request.page");
  const lines = useTranslations("partner-request.line");
  const path = `/partneraanvragen/${encodeURIComponent(view.id)}`;
  const canAsk = view.whyNotAsk === undefined;
  const needsRetry = view.state === "failed" || view.failedMessages.length > 0;
  return (
    <>
      <nav className="utrecht-breadcrumb-nav">
        <ol className="utrecht-breadcrumb-nav__list">
          <li className="utrecht-breadcrumb-nav__item">
            <a className="utrecht-link" href={`/voorstellen/${encodeURIComponent(view.proposalId)}`}>
              {t("back")}
            </a>
          </li>
        </ol>
      </nav>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t.rich("title", { partner: () => <Dutch>{view.partnerName}</Dutch> })}</h1>
        {done === undefined ? null : (
          <div role="status">
            <Alert kind="ok">
              <p className="utrecht-paragraph">{done === "opnieuw" ? t("retried") : t("told")}</p>
            </Alert>
          </div>
        )}
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--6-6">
        <div className="rd-stapel rd-stapel--ruim">
          <section className="rd-stapel" aria-labelledby="hoe-ver">
            <h2 className="utrecht-heading-2" id="hoe-ver">
              {t("delivery")}
            </h2>
            {view.answer === undefined || needsRetry || view.state === "withdrawn" ? (
              <Delivery view={view} />
            ) : (
              <p className="utrecht-paragraph">{t("answered")}</p>
            )}
            {needsRetry && canAsk ? (
              <form className="utrecht-button-group" action={`${path}/opnieuw`} method="post">
                <button className="utrecht-button utrecht-button--primary-action" type="submit">
                  {t("retry")}
                </button>
              </form>
            ) : null}
            {view.hasLetterFile && view.answer === undefined && canAsk ? (
              <>
                <p>
                  <a className="utrecht-link" href={`${path}/brief.eml`}>
                    <Icon name="download" /> {t("download")}
                  </a>
                </p>
                <p className="utrecht-paragraph utrecht-paragraph--small">{t("downloadHint")}</p>
              </>
            ) : null}
          </section>
          <section className="rd-stapel" aria-labelledby="antwoord">
            <h2 className="utrecht-heading-2" id="antwoord">
              {t("answer")}
            </h2>
            {view.answer === undefined ? (
              <p className="utrecht-paragraph">{t("noAnswer")}</p>
            ) : (
              <Alert kind="info">
                <p className="utrecht-paragraph">
                  <Dutch>{view.answer}</Dutch>
                </p>
              </Alert>
            )}
            {view.remindedOn !== undefined && view.answer === undefined ? (
              <p className="utrecht-paragraph">
                {lines.rich("reminded", { day: () => <Dutch>{view.remindedOn}</Dutch> })}
              </p>
            ) : null}
            {view.silentSince === undefined ? null : (
              <Alert kind="warning">
                <p className="utrecht-paragraph">{lines("silent")}</p>
              </Alert>
            )}
          </section>
          <section className="rd-stapel" aria-labelledby="gevraagd-kop">
            <h2 className="utrecht-heading-2" id="gevraagd-kop">
              {t("asked")}
            </h2>
            <FactList
              inPanel={true}
              facts={[
                { term: t("subject"), value: <Dutch>{view.subject}</Dutch> },
                { term: t("area"), value: view.areaName },
                {
                  term: t("dates"),
                  value: (
                    <ul className="rd-regels">
                      {view.dates.map((date) => (
                        <li key={date}>
                          <Dutch>{date}</Dutch>
                        </li>
                      ))}
                    </ul>
                  ),
                },
                ...(view.sentOn === undefined ? [] : [{ term: t("sentOn"), value: <Dutch>{view.sentOn}</Dutch> }]),
              ]}
            />
          </section>
          {view.isInSeries ? (
            <section className="rd-stapel" aria-labelledby="reeks">
              <h2 className="utrecht-heading-3" id="reeks">
                {t("seriesTitle")}
              </h2>
              <p className="utrecht-paragraph">{t("series")}</p>
            </section>
          ) : null}
        </div>
        <Result view={view} form={form} errors={errors} path={path} />
      </div>
    </>
  );
}

/** Calm while it is on its way; an alert with the remedy when it did not arrive. */
function Delivery({ view }: { readonly view: RequestView }): ReactElement {
  const words = (
    <p className="utrecht-paragraph">
      <DeliveryWords request={view} />
    </p>
  );
  return (
    <>
      {view.state === "failed" ? <Alert kind="error">{words}</Alert> : words}
      <FailedMessages messages={view.failedMessages} />
    </>
  );
}

/** Reminders, agendas and results that did not arrive, each with what helps. */
export function FailedMessages({ messages }: { readonly messages: readonly FailedMessageView[] }): ReactElement {
  const t = useTranslations("partner-request");
  return (
    <>
      {messages.map(({ kind, failure }) => (
        <Alert key={kind} kind="error">
          <p className="utrecht-paragraph">
            {t(`page.failedMessage.${kind}`)} {t(`remedies.${failure}`)}
          </p>
        </Alert>
      ))}
    </>
  );
}

function Result(props: Pick<RequestPageProps, "view" | "form" | "errors"> & { readonly path: string }): ReactElement {
  const { view, form, errors, path } = props;
  const t = useTranslations("partner-request.result");
  const { result, whyNotAsk } = view;
  if (result.state === "ready" && whyNotAsk === undefined) {
    return (
      <ResultFormPanel
        action={`${path}/terugkoppeling`}
        day={result.day}
        attendance={result.attendance}
        subjects={result.subjects}
        form={form}
        errors={errors}
      />
    );
  }
  return (
    <section className="rd-paneel rd-paneel--vlak" aria-labelledby="terugkoppeling">
      <h2 className="utrecht-heading-3" id="terugkoppeling">
        {t("title")}
      </h2>
      <p className="utrecht-paragraph">
        {result.state === "sent" ? (
          t.rich("sent", { day: () => <Dutch>{result.on}</Dutch> })
        ) : result.state === "ready" ? (
          <Dutch>{whyNotAsk}</Dutch>
        ) : (
          t("notYet")
        )}
      </p>
    </section>
  );
}

import { Alert, FactList } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch, useDutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { PartnerPageView } from "../../web-tools.js";
import { AnswerForm, type AnswerFormProps } from "./form.js";

/** The request as the partner sees it, with the form to answer it, or the answer that was given. */
export function PartnerPage(
  props: { readonly view: PartnerPageView } & Pick<AnswerFormProps, "path" | "form" | "errors">,
): ReactElement {
  const { view } = props;
  const t = useTranslations("partner");
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">
          <Dutch>{view.title}</Dutch>
        </h1>
        {view.answered === undefined ? (
          <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
        ) : (
          <div role="status">
            <Alert kind="ok" title={t("answered.title")} level={2}>
              <p className="utrecht-paragraph">
                <Dutch>{view.answered}</Dutch>
              </p>
              <p className="utrecht-paragraph">{t("answered.change")}</p>
            </Alert>
          </div>
        )}
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--6-6">
        <div className="rd-stapel rd-stapel--ruim">
          <section className="rd-stapel" aria-labelledby="aanvraag">
            <h2 className="utrecht-heading-2" id="aanvraag">
              {t("request")}
            </h2>
            <FactList
              facts={view.facts.map(({ term, value }) => ({
                term,
                mark: <Dutch>{term}</Dutch>,
                value: <Dutch>{value}</Dutch>,
              }))}
              inPanel={true}
            />
          </section>
          <Points id="datums" title={t("dates")} points={view.dates} />
          <Points id="vragen" title={t("asks")} points={view.asks} />
          <Points id="aanbod" title={t("offers")} points={view.offers} />
        </div>
        <div className="rd-stapel rd-stapel--ruim">
          {view.answered === undefined ? <AnswerForm {...props} /> : null}
          <section className="rd-stapel" aria-labelledby="contact">
            <h2 className="utrecht-heading-2" id="contact">
              {t("contact.title")}
            </h2>
            <FactList
              inPanel={true}
              facts={[
                { term: t("contact.name"), value: view.contact.name },
                { term: t("contact.role"), value: <Dutch>{`${view.contact.role}, ${view.contact.team}`}</Dutch> },
                { term: t("contact.phone"), value: view.contact.phone },
                { term: t("contact.email"), value: view.contact.email },
              ]}
            />
            <p className="utrecht-paragraph">
              {t("contact.noData")} <Dutch>{view.pleaseDoNotAsk}</Dutch>
            </p>
          </section>
        </div>
      </div>
    </>
  );
}

function Points(props: {
  readonly id: string;
  readonly title: string;
  readonly points: readonly string[];
}): ReactElement {
  return (
    <section className="rd-stapel" aria-labelledby={props.id}>
      <h2 className="utrecht-heading-3" id={props.id}>
        {props.title}
      </h2>
      <ul className="utrecht-unordered-list" lang={useDutch()}>
        {props.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  );
}

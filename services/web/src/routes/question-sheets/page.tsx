import { Alert } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useDayName } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { QuestionSheetsView } from "../../web-tools.js";
import { InitiativeCrumbs } from "../initiative/crumbs.js";

export function QuestionSheetsPage({ view }: { readonly view: QuestionSheetsView }): ReactElement {
  const t = useTranslations("question-sheet");
  const dayName = useDayName();
  const { id, title, areaName, day, sheets, themesWithoutSheet } = view;
  return (
    <>
      <InitiativeCrumbs id={id} title={title} />
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t.rich("of", { title: () => <Dutch>{title}</Dutch> })}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">
          {day === undefined
            ? t("where", { area: areaName })
            : t("whereAndWhen", { area: areaName, day: dayName(day) })}
        </p>
        <p className="utrecht-paragraph">{t("about")}</p>
        {sheets.length === 0 ? <p className="utrecht-paragraph">{t("none")}</p> : null}
      </div>
      {sheets.map((sheet) => (
        <Sheet key={sheet.themeId} sheet={sheet} />
      ))}
      {sheets.length === 0 || themesWithoutSheet.length === 0 ? null : (
        <p className="rd-sectie utrecht-paragraph">
          {t.rich("without", { themes: () => <Dutch>{themesWithoutSheet.join("; ")}</Dutch> })}
        </p>
      )}
    </>
  );
}

/** Rule: what has expired says so above its first question, on paper too. */
function Sheet({ sheet }: { readonly sheet: QuestionSheetsView["sheets"][number] }): ReactElement {
  const t = useTranslations("question-sheet");
  const dayName = useDayName();
  const { themeId, themeName, state, validUntil, checkedOn, sources, questions } = sheet;
  const day = dayName(validUntil);
  const names = sources.map(({ name, site }) => `${name} (${site})`).join(", ");
  return (
    <section className="rd-sectie rd-blad" aria-labelledby={`blad-${themeId}`}>
      <h2 className="utrecht-heading-2" id={`blad-${themeId}`}>
        <Dutch>{themeName}</Dutch>
      </h2>
      {state === "valid" ? (
        <p className="utrecht-paragraph">{t("valid", { day })}</p>
      ) : (
        <Alert kind="warning" title={t(`warning.${state}.title`)}>
          <p>{t(`warning.${state}.text`, { day })}</p>
        </Alert>
      )}
      <dl className="rd-vragen">
        {questions.map(({ question, answer }) => (
          <div key={question} className="rd-vragen__paar">
            <dt>
              <Dutch>{question}</Dutch>
            </dt>
            <dd>
              <Dutch>{answer}</Dutch>
            </dd>
          </div>
        ))}
      </dl>
      <p className="utrecht-paragraph utrecht-paragraph--small">
        {t.rich("checked", { day: dayName(checkedOn), sources: () => <Dutch>{names}</Dutch> })}
      </p>
    </section>
  );
}

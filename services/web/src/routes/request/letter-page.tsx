import { Alert } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { useDutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { LetterView } from "../../web-tools.js";
import { REQUEST_FIELDS, type RequestFormValues } from "./read-request.js";

export interface LetterPageProps {
  readonly proposalId: string;
  readonly letter: LetterView;
  readonly form: RequestFormValues;
}

/** The letter as the partner will read it, with the choice to send it or to change it. */
export function LetterPage({ proposalId, letter, form }: LetterPageProps): ReactElement {
  const t = useTranslations("request.letter");
  const dutch = useDutch();
  const path = `/voorstellen/${encodeURIComponent(proposalId)}`;
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t("title")}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
        {letter.joinsSeries ? (
          <Alert kind="info" title={t("series.title")} level={2}>
            <p className="utrecht-paragraph">{t("series.text")}</p>
          </Alert>
        ) : null}
      </div>
      <section className="rd-sectie" aria-labelledby="onderwerp">
        <div className="rd-paneel rd-brief" lang={dutch}>
          <h2 className="utrecht-heading-3" id="onderwerp">
            {letter.subject}
          </h2>
          <p className="rd-brief__tekst">{letter.text}</p>
        </div>
        <form className="utrecht-button-group" method="post" action={`${path}/aanvraag`}>
          {REQUEST_FIELDS.map((field) => (
            <input key={field} type="hidden" name={field} value={form[field]} />
          ))}
          <button className="utrecht-button utrecht-button--primary-action" type="submit">
            {t("send")}
          </button>
          <button className="utrecht-button" type="submit" formAction={`${path}/aanpassen`}>
            {t("change")}
          </button>
        </form>
      </section>
    </>
  );
}

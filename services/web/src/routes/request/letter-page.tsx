import { Alert } from "@rode-draad/ui";
import type { ReactElement } from "react";
import type { LetterView } from "../../web-tools.js";
import { REQUEST_FIELDS, type RequestFormValues } from "./read-request.js";

export interface LetterPageProps {
  readonly proposalId: string;
  readonly letter: LetterView;
  readonly form: RequestFormValues;
}

/** The letter as the partner will read it, with the choice to send it or to change it. */
export function LetterPage({ proposalId, letter, form }: LetterPageProps): ReactElement {
  const path = `/voorstellen/${encodeURIComponent(proposalId)}`;
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">Bekijk de brief</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">Er is nog niets verstuurd.</p>
        {letter.joinsSeries ? (
          <Alert kind="info" title="De partner krijgt één brief" level={2}>
            <p className="utrecht-paragraph">
              Een ander team vraagt deze partner hetzelfde. Jullie vragen komen samen in één brief. Elk team ziet alleen
              zijn eigen antwoord.
            </p>
          </Alert>
        ) : null}
      </div>
      <section className="rd-sectie" aria-labelledby="onderwerp">
        <div className="rd-paneel rd-brief">
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
            Verstuur de brief
          </button>
          <button className="utrecht-button" type="submit" formAction={`${path}/aanpassen`}>
            Pas de brief aan
          </button>
        </form>
      </section>
    </>
  );
}

import { Alert, FactList } from "@rode-draad/ui";
import type { ReactElement } from "react";
import type { PartnerPageView } from "../../web-tools.js";
import { AnswerForm, type AnswerFormProps } from "./form.js";

/** The request as the partner sees it, with the form to answer it, or the answer that was given. */
export function PartnerPage(
  props: { readonly view: PartnerPageView } & Pick<AnswerFormProps, "path" | "form" | "errors">,
): ReactElement {
  const { view } = props;
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{view.title}</h1>
        {view.answered === undefined ? (
          <p className="utrecht-paragraph utrecht-paragraph--lead">
            Wij vragen u om mee te doen. Hieronder leest u wat wij bedoelen.
          </p>
        ) : (
          <div role="status">
            <Alert kind="ok" title="Wij hebben uw antwoord" level={2}>
              <p className="utrecht-paragraph">{view.answered}</p>
              <p className="utrecht-paragraph">Wilt u iets veranderen? Bel of mail ons dan.</p>
            </Alert>
          </div>
        )}
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--6-6">
        <div className="rd-stapel rd-stapel--ruim">
          <section className="rd-stapel" aria-labelledby="aanvraag">
            <h2 className="utrecht-heading-2" id="aanvraag">
              De aanvraag
            </h2>
            <FactList facts={view.facts} inPanel={true} />
          </section>
          <Points id="datums" title="Voorgestelde data" points={view.dates} />
          <Points id="vragen" title="Wat wij vragen" points={view.asks} />
          <Points id="aanbod" title="Wat wij doen" points={view.offers} />
        </div>
        <div className="rd-stapel rd-stapel--ruim">
          {view.answered === undefined ? <AnswerForm {...props} /> : null}
          <section className="rd-stapel" aria-labelledby="contact">
            <h2 className="utrecht-heading-2" id="contact">
              Vragen aan ons?
            </h2>
            <FactList
              inPanel={true}
              facts={[
                { term: "Naam", value: view.contact.name },
                { term: "Functie", value: `${view.contact.role}, ${view.contact.team}` },
                { term: "Telefoon", value: view.contact.phone },
                { term: "E-mail", value: view.contact.email },
              ]}
            />
            <p className="utrecht-paragraph">Wij delen geen gegevens van bewoners met u. {view.pleaseDoNotAsk}</p>
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
      <ul className="utrecht-unordered-list">
        {props.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  );
}

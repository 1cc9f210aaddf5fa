import { Alert, FactList } from "@rode-draad/ui";
import type { ReactElement } from "react";
import type { ThemeChangeLine } from "../../web-tools.js";
import { ErrorSummary } from "../error-summary.js";
import { namedErrors, type ReasonErrors, ReasonField, type ReasonForm } from "../reason-field.js";

export interface UndoPageProps {
  readonly change: ThemeChangeLine & { readonly correctionId: string };
  readonly form: ReasonForm;
  readonly errors: ReasonErrors;
  /** Why it could not be undone after all. */
  readonly refused?: string;
}

export function UndoPage({ change, form, errors, refused }: UndoPageProps): ReactElement {
  const { when, person, undo } = change;
  const whyNot = refused ?? (typeof undo === "object" ? undo.whyNot : undefined);
  return (
    <>
      <nav className="utrecht-breadcrumb-nav" aria-label="Kruimelpad">
        <ol className="utrecht-breadcrumb-nav__list">
          <li className="utrecht-breadcrumb-nav__item">
            <a className="utrecht-link" href="/themas">
              Thema’s
            </a>
          </li>
          <li className="utrecht-breadcrumb-nav__item">
            <a className="utrecht-link" href="/wijzigingen">
              Wijzigingen
            </a>
          </li>
        </ol>
      </nav>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">Ongedaan maken</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{change.sentence}</p>
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <div className="rd-stapel">
          {whyNot === undefined ? null : (
            <Alert kind="error" title="Dit kan niet ongedaan gemaakt worden" level={2}>
              <p>{whyNot}</p>
            </Alert>
          )}
          {typeof undo === "object" ? null : <UndoForm change={change} form={form} errors={errors} />}
        </div>
        <FactList
          facts={[
            { term: "Wanneer", value: when },
            ...(person === undefined
              ? []
              : [
                  { term: "Wie", value: person.who },
                  { term: "Waarom", value: person.why },
                ]),
          ]}
          inPanel={true}
        />
      </div>
    </>
  );
}

function UndoForm({ change, form, errors }: Omit<UndoPageProps, "refused">): ReactElement {
  return (
    <form
      className="rd-paneel"
      action={`/wijzigingen/${encodeURIComponent(change.correctionId)}/ongedaan`}
      method="post"
      noValidate={true}
      aria-labelledby="ongedaan"
    >
      <h2 className="utrecht-heading-2" id="ongedaan">
        Wil je dit terugdraaien?
      </h2>
      <ErrorSummary title="Er is nog niets ongedaan gemaakt" errors={namedErrors("ongedaan", ["reden"], errors)} />
      <p className="utrecht-paragraph">
        Alles staat daarna zoals het zonder deze wijziging zou staan. De wijziging blijft wel in de lijst.
      </p>
      <ReasonField prefix="ongedaan" form={form} errors={errors} />
      <div className="utrecht-button-group">
        <button className="utrecht-button utrecht-button--primary-action" type="submit">
          Maak ongedaan
        </button>
        <a className="utrecht-button" href="/wijzigingen">
          Laat zo
        </a>
      </div>
    </form>
  );
}

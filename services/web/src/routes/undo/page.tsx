import { Alert, FactList } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useDayName } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
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
  const t = useTranslations("undo");
  const shared = useTranslations("shared");
  const changes = useTranslations("changes");
  const dayName = useDayName();
  const { day, person, undo } = change;
  const whyNot = refused ?? (typeof undo === "object" ? undo.whyNot : undefined);
  return (
    <>
      <nav className="utrecht-breadcrumb-nav" aria-label={shared("breadcrumb")}>
        <ol className="utrecht-breadcrumb-nav__list">
          <li className="utrecht-breadcrumb-nav__item">
            <a className="utrecht-link" href="/themas">
              {shared("navigation.themes")}
            </a>
          </li>
          <li className="utrecht-breadcrumb-nav__item">
            <a className="utrecht-link" href="/wijzigingen">
              {changes("title")}
            </a>
          </li>
        </ol>
      </nav>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t("title")}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">
          <Dutch>{change.sentence}</Dutch>
        </p>
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <div className="rd-stapel">
          {whyNot === undefined ? null : (
            <Alert kind="error" title={t("notPossible")} level={2}>
              <p>
                <Dutch>{whyNot}</Dutch>
              </p>
            </Alert>
          )}
          {typeof undo === "object" ? null : <UndoForm change={change} form={form} errors={errors} />}
        </div>
        <FactList
          facts={[
            { term: t("when"), value: dayName(day) },
            ...(person === undefined
              ? []
              : [
                  { term: t("who"), value: person.who },
                  { term: t("why"), value: <Dutch>{person.why}</Dutch> },
                ]),
          ]}
          inPanel={true}
        />
      </div>
    </>
  );
}

function UndoForm({ change, form, errors }: Omit<UndoPageProps, "refused">): ReactElement {
  const t = useTranslations("undo");
  return (
    <form
      className="rd-paneel"
      action={`/wijzigingen/${encodeURIComponent(change.correctionId)}/ongedaan`}
      method="post"
      noValidate={true}
      aria-labelledby="ongedaan"
    >
      <h2 className="utrecht-heading-2" id="ongedaan">
        {t("heading")}
      </h2>
      <ErrorSummary title={t("notYet")} errors={namedErrors("ongedaan", ["reden"], errors)} />
      <p className="utrecht-paragraph">{t("effect")}</p>
      <ReasonField prefix="ongedaan" form={form} errors={errors} />
      <div className="utrecht-button-group">
        <button className="utrecht-button utrecht-button--primary-action" type="submit">
          {t("button")}
        </button>
        <a className="utrecht-button" href="/wijzigingen">
          {t("leave")}
        </a>
      </div>
    </form>
  );
}

import { Alert, SubmitButton } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { withChoice } from "../../choice.js";
import { Dutch } from "../../messages/dutch.js";
import { dateOf, useDayName } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { Choice, ReportState } from "../../web-tools.js";

export interface ReleaseStateProps {
  readonly choice: Choice;
  readonly state: ReportState | undefined;
  /** What went wrong with the form. */
  readonly error?: string;
}

/**
 * Says whether the report can still change, and lets a person release it who may. All parts of a month leave together, so the form
 * stands on the report of the whole municipality only.
 */
export function ReleaseState({ choice, state, error }: ReleaseStateProps): ReactElement | null {
  const t = useTranslations("report.state");
  const dayName = useDayName();
  if (state === undefined) return null;
  if (state.kind === "released") {
    return (
      <p className="utrecht-paragraph rd-niet-printen">{t("released", { by: state.by, day: dayName(state.day) })}</p>
    );
  }
  if (choice.part.kind !== "municipality") {
    return <p className="utrecht-paragraph rd-niet-printen">{t("draftOfPart")}</p>;
  }
  if (state.whyNotRelease !== undefined) {
    return (
      <p className="utrecht-paragraph rd-niet-printen">
        {t("draft")}. <Dutch>{state.whyNotRelease}</Dutch>
      </p>
    );
  }
  return (
    <form
      className="rd-paneel rd-niet-printen"
      action="/maandrapport/vrijgave"
      method="post"
      noValidate={true}
      aria-labelledby="vrijgeven"
    >
      <h2 className="utrecht-heading-2" id="vrijgeven">
        {t("draft")}
      </h2>
      {error === undefined ? null : (
        <Alert kind="error" title={t("notReleased")} level={3}>
          <p>
            <Dutch>{error}</Dutch>
          </p>
        </Alert>
      )}
      <p className="utrecht-paragraph">{t("ask", { month: dateOf(choice.month) })}</p>
      <p className="utrecht-paragraph">
        {t.rich("check", {
          link: (text) => (
            <a className="utrecht-link" href={`${withChoice("/maandrapport", choice)}#deel-7`}>
              {text}
            </a>
          ),
        })}
      </p>
      {state.refusals.length === 0 || error !== undefined ? null : (
        <div className="rd-stapel rd-stapel--nauw">
          <h3 className="utrecht-heading-4">{t("refusals")}</h3>
          <ul className="utrecht-unordered-list">
            {state.refusals.map(({ day, sentence }) => (
              <li key={`${day} ${sentence}`}>
                {t("refusal", { day: dayName(day) })} <Dutch>{sentence}</Dutch>
              </li>
            ))}
          </ul>
          <p className="utrecht-paragraph">{t("since")}</p>
        </div>
      )}
      <input type="hidden" name="maand" value={choice.month} />
      <input type="hidden" name="gemaaktOp" value={state.madeAt} />
      <SubmitButton>{t("button")}</SubmitButton>
    </form>
  );
}

import { EmptyState } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { useTranslations } from "../messages/use-translations.js";

/** Before the first import, on every page that would show themes. */
export function FirstRun(): ReactElement {
  const t = useTranslations("first-run");
  return (
    <EmptyState drawing="start" title={t("title")} lead={t("lead")}>
      <ol className="utrecht-ordered-list">
        <li>{t("steps.read")}</li>
        <li>{t("steps.search")}</li>
        <li>{t("steps.choose")}</li>
      </ol>
      <div className="utrecht-button-group">
        <a className="utrecht-button utrecht-button--primary-action" href="/invoer">
          {t("button")}
        </a>
      </div>
    </EmptyState>
  );
}

/** There are notes, but no theme that may be shown for this choice. */
export function NothingAboveThreshold({ widerHref }: { readonly widerHref: string }): ReactElement {
  const t = useTranslations("first-run.low");
  return (
    <EmptyState drawing="low" title={t("title")} lead={t("lead")} drawingText={t("threshold")}>
      <p className="utrecht-paragraph">{t("why")}</p>
      <ul className="utrecht-unordered-list">
        <li>{t("wider")}</li>
        <li>{t("wait")}</li>
      </ul>
      <div className="utrecht-button-group">
        <a className="utrecht-button utrecht-button--primary-action" href={widerHref}>
          {t("button")}
        </a>
      </div>
    </EmptyState>
  );
}

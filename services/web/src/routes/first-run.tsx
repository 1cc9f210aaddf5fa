import type { Action } from "@rode-draad/domain";
import { EmptyState } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { useTranslations } from "../messages/use-translations.js";

/** Before the first import, on every page that would show themes: what to do next, for who may do it. */
export function FirstRun({ actions }: { readonly actions: readonly Action[] }): ReactElement {
  const t = useTranslations("first-run");
  const next = actions.includes("settings:manage")
    ? { href: "/beheer/begin", label: t("begin") }
    : actions.includes("notes:import")
      ? { href: "/invoer", label: t("button") }
      : undefined;
  return (
    <EmptyState drawing="start" title={t("title")} lead={t("lead")}>
      <ol className="utrecht-ordered-list">
        <li>{t("steps.read")}</li>
        <li>{t("steps.search")}</li>
        <li>{t("steps.choose")}</li>
      </ol>
      {next === undefined ? (
        <p className="utrecht-paragraph">{t("ask")}</p>
      ) : (
        <div className="utrecht-button-group">
          <a className="utrecht-button utrecht-button--primary-action" href={next.href}>
            {next.label}
          </a>
        </div>
      )}
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

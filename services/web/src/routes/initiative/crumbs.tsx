import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";

/** The way back to the list and, from what lies under it, to the initiative. */
export function InitiativeCrumbs({ id, title }: { readonly id?: string; readonly title?: string }): ReactElement {
  const t = useTranslations("shared");
  return (
    <nav className="utrecht-breadcrumb-nav" aria-label={t("breadcrumb")}>
      <ol className="utrecht-breadcrumb-nav__list">
        <li className="utrecht-breadcrumb-nav__item">
          <a className="utrecht-link" href="/initiatieven">
            {t("navigation.initiatives")}
          </a>
        </li>
        {id === undefined ? null : (
          <li className="utrecht-breadcrumb-nav__item">
            <a className="utrecht-link" href={`/initiatieven/${encodeURIComponent(id)}`}>
              <Dutch>{title}</Dutch>
            </a>
          </li>
        )}
      </ol>
    </nav>
  );
}

import type { ReactElement } from "react";
import { useTranslations } from "../../messages/use-translations.js";
import type { ThemeChangeLine } from "../../web-tools.js";
import { ChangeList, DoneMessage } from "../change-list.js";

interface ChangesPageProps {
  readonly changes: readonly ThemeChangeLine[];
  readonly done: unknown;
}

export function ChangesPage({ changes, done }: ChangesPageProps): ReactElement {
  const t = useTranslations("changes");
  const shared = useTranslations("shared");
  return (
    <>
      <nav className="utrecht-breadcrumb-nav" aria-label={shared("breadcrumb")}>
        <ol className="utrecht-breadcrumb-nav__list">
          <li className="utrecht-breadcrumb-nav__item">
            <a className="utrecht-link" href="/themas">
              {shared("navigation.themes")}
            </a>
          </li>
        </ol>
      </nav>
      <div className="rd-stapel rd-stapel--ruim">
        <div className="rd-stapel">
          <h1 className="utrecht-heading-1">{t("title")}</h1>
          <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
        </div>
        <DoneMessage changes={changes} done={done} />
      </div>
      <section className="rd-sectie" aria-label={t("all")}>
        {changes.length === 0 ? (
          <p className="utrecht-paragraph">{t("none")}</p>
        ) : (
          <ChangeList changes={changes} hasThemes={true} />
        )}
      </section>
    </>
  );
}

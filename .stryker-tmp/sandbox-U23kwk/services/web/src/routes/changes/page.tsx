import type { ReactElement } from "react";
import type { ThemeChangeLine } from "../../web-tools.js";
import { ChangeList, DoneMessage } from "../change-list.js";

interface ChangesPageProps {
  readonly changes: readonly ThemeChangeLine[];
  readonly done: unknown;
}

export function ChangesPage({ changes, done }: ChangesPageProps): ReactElement {
  return (
    <>
      <nav className="utrecht-breadcrumb-nav" aria-label="Kruimelpad">
        <ol className="utrecht-breadcrumb-nav__list">
          <li className="utrecht-breadcrumb-nav__item">
            <a className="utrecht-link" href="/themas">
              Thema’s
            </a>
          </li>
        </ol>
      </nav>
      <div className="rd-stapel rd-stapel--ruim">
        <div className="rd-stapel">
          <h1 className="utrecht-heading-1">Wijzigingen</h1>
          <p className="utrecht-paragraph utrecht-paragraph--lead">
            Dit veranderde er aan de thema’s. Je ziet wie het deed en waarom.
          </p>
        </div>
        <DoneMessage changes={changes} done={done} />
      </div>
      <section className="rd-sectie" aria-label="Alle wijzigingen, de nieuwste eerst">
        {changes.length === 0 ? (
          <p className="utrecht-paragraph">Er is nog niets veranderd. Een thema pas je aan op zijn eigen pagina.</p>
        ) : (
          <ChangeList changes={changes} hasThemes={true} />
        )}
      </section>
    </>
  );
}

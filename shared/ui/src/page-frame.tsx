import type { ReactElement, ReactNode } from "react";
import { ThreadMark } from "./thread-mark.js";

interface NavigationItem {
  readonly href: string;
  readonly label: string;
}

interface PageFrameProps {
  readonly words: { readonly skipLink: string; readonly mainMenu: string };
  /** The path of the page in the menu that this page is, or belongs to. */
  readonly current: string;
  readonly isExactPage?: boolean;
  readonly navigation: readonly NavigationItem[];
  /** Who works here: shown at the right of the header. */
  readonly context: { readonly title: string; readonly line?: string };
  /** Who is signed in; absent: nobody. */
  readonly account?: { readonly href: string; readonly label: string };
  /** The way to the same page in another language. */
  readonly language: ReactNode;
  readonly footer: readonly { readonly title: string; readonly content: ReactNode }[];
  readonly children: ReactNode;
}

/** Header with mark and menu, skip link, main and footer: what every page of the product shares. */
export function PageFrame(props: PageFrameProps): ReactElement {
  return (
    <>
      <a className="utrecht-skip-link" href="#inhoud">
        {props.words.skipLink}
      </a>
      <header className="utrecht-page-header">
        <div className="utrecht-page-header__content rd-breedte">
          <ThreadMark href="/" />
          <div className="rd-context">
            <p>
              <strong>{props.context.title}</strong>
              {props.context.line === undefined ? null : (
                <>
                  <br />
                  {props.context.line}
                </>
              )}
              {props.account === undefined ? null : (
                <>
                  <br />
                  <a className="utrecht-link" href={props.account.href}>
                    {props.account.label}
                  </a>
                </>
              )}
            </p>
            {props.language}
          </div>
          {props.navigation.length === 0 ? null : (
            <nav className="utrecht-navigation" aria-label={props.words.mainMenu}>
              <ul className="utrecht-navigation__list">
                {props.navigation.map((item) => (
                  <li key={item.href} className="utrecht-navigation__item">
                    <MenuLink item={item} current={props.current} isExactPage={props.isExactPage ?? true} />
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
      </header>
      <main className="utrecht-page-body rd-breedte" id="inhoud" tabIndex={-1}>
        {props.children}
      </main>
      <footer className="utrecht-page-footer">
        <div className="utrecht-page-footer__content rd-breedte">
          {props.footer.map((part) => (
            <section key={part.title} className="rd-stapel rd-stapel--nauw">
              <h2 className="utrecht-heading-4">{part.title}</h2>
              {part.content}
            </section>
          ))}
        </div>
      </footer>
    </>
  );
}

function MenuLink(props: { item: NavigationItem; current: string; isExactPage: boolean }): ReactElement {
  const isCurrent = props.item.href === props.current;
  const mark = isCurrent ? { "aria-current": props.isExactPage ? ("page" as const) : true } : {};
  return (
    <a
      className={`utrecht-navigation__link${isCurrent ? " utrecht-navigation__link--is-current" : ""}`}
      href={props.item.href}
      {...mark}
    >
      {props.item.label}
    </a>
  );
}

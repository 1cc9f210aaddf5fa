import type { ReactElement, ReactNode } from "react";
import { ThreadMark } from "./thread-mark.js";

/** A page for somebody from outside: the mark and who writes, and no way into the product. */
export function PlainFrame(props: { readonly sender: string; readonly children: ReactNode }): ReactElement {
  return (
    <>
      <a className="utrecht-skip-link" href="#inhoud">
        Ga naar de inhoud
      </a>
      <header className="utrecht-page-header">
        <div className="utrecht-page-header__content rd-breedte">
          <ThreadMark />
          <p className="rd-context">
            <strong>{props.sender}</strong>
          </p>
        </div>
      </header>
      <main className="utrecht-page-body rd-breedte" id="inhoud" tabIndex={-1}>
        {props.children}
      </main>
    </>
  );
}

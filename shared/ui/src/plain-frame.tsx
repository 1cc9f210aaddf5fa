import type { ReactElement, ReactNode } from "react";
import { ThreadMark } from "./thread-mark.js";

/** A page for somebody from outside: the mark and who writes, and no way into the product. */
export function PlainFrame(props: {
  readonly words: { readonly skipLink: string };
  readonly sender: string;
  /** The way to the same page in another language. */
  readonly language: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <>
      <a className="utrecht-skip-link" href="#inhoud">
        {props.words.skipLink}
      </a>
      <header className="utrecht-page-header">
        <div className="utrecht-page-header__content rd-breedte">
          <ThreadMark />
          <div className="rd-context">
            <p>
              <strong>{props.sender}</strong>
            </p>
            {props.language}
          </div>
        </div>
      </header>
      <main className="utrecht-page-body rd-breedte" id="inhoud" tabIndex={-1}>
        {props.children}
      </main>
    </>
  );
}

import type { ReactElement } from "react";

/** The mark: one thread that comes in from the left edge of the page and makes a loop before the name. */
export function ThreadMark({ href }: { readonly href?: string }): ReactElement {
  const content = (
    <>
      <svg className="rd-merk__lus" viewBox="0 0 46 34" aria-hidden="true" focusable="false">
        <path d="M0 26H13C27 26 35 19 35 11.500a6.800 6.800 0 0 0-13.600 0C21.400 19 27 26 44 26" />
      </svg>
      <span className="rd-merk__naam">Rode Draad</span>
    </>
  );
  return href === undefined ? (
    <span className="rd-merk">{content}</span>
  ) : (
    <a className="rd-merk" href={href}>
      {content}
    </a>
  );
}

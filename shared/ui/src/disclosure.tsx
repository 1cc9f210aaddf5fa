import type { ReactElement, ReactNode } from "react";

interface DisclosureProps {
  readonly title: ReactNode;
  readonly hint?: string;
  readonly isOpen?: boolean;
  /** Paper shows the content also when it is closed on the screen. */
  readonly isPrinted?: boolean;
  readonly children: ReactNode;
}

/** Opens and closes without JavaScript. */
export function Disclosure({
  title,
  hint,
  isOpen = false,
  isPrinted = false,
  children,
}: DisclosureProps): ReactElement {
  return (
    <details className={`rd-uitklap${isPrinted ? " rd-uitklap--ook-op-papier" : ""}`} open={isOpen}>
      <summary className="rd-uitklap__kop">
        <span>
          {title}
          {hint === undefined ? null : <small>{hint}</small>}
        </span>
      </summary>
      <div className="rd-uitklap__inhoud">{children}</div>
    </details>
  );
}

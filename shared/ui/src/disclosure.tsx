import type { ReactElement, ReactNode } from "react";

interface DisclosureProps {
  readonly title: string;
  readonly hint?: string;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

/** Opens and closes without JavaScript. */
export function Disclosure({ title, hint, isOpen = false, children }: DisclosureProps): ReactElement {
  return (
    <details className="rd-uitklap" open={isOpen}>
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

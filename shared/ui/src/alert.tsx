import type { ReactElement, ReactNode } from "react";
import { Icon, type IconName } from "./icon.js";

const ICONS = { info: "info", ok: "check", warning: "care", error: "error" } as const satisfies Record<
  string,
  IconName
>;

interface AlertProps {
  readonly kind: keyof typeof ICONS;
  readonly title?: ReactNode;
  /** Heading level of the title, so that the outline of the page holds. */
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}

export function Alert({ kind, title, level = 3, children }: AlertProps): ReactElement {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className={`utrecht-alert utrecht-alert--${kind}`}>
      <Icon name={ICONS[kind]} className="utrecht-alert__icon" />
      <div className="utrecht-alert__message">
        {title === undefined ? null : <Heading className="utrecht-heading-4">{title}</Heading>}
        {children}
      </div>
    </div>
  );
}

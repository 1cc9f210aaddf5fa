import type { ReactElement, ReactNode } from "react";
import { Icon, type IconName } from "./icon.js";

export type BadgeKind = "info" | "neutral" | "success" | "warning" | "error";

interface StatusBadgeProps {
  readonly kind: BadgeKind;
  readonly icon: IconName;
  readonly children: ReactNode;
}

/** A state in an icon and a word. */
export function StatusBadge({ kind, icon, children }: StatusBadgeProps): ReactElement {
  return (
    <span className={`utrecht-status-badge utrecht-status-badge--${kind}`}>
      <Icon name={icon} />
      {children}
    </span>
  );
}

import { type BadgeKind, type IconName, StatusBadge } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { useTranslations } from "../../messages/use-translations.js";
import type { AgendaState } from "../../web-tools.js";

/** How each state looks; the word says it too. */
const LOOKS: Readonly<Record<AgendaState, { readonly kind: BadgeKind; readonly icon: IconName }>> = {
  none: { kind: "neutral", icon: "unclear" },
  undecided: { kind: "warning", icon: "hand" },
  ready: { kind: "info", icon: "check" },
  waiting: { kind: "info", icon: "clock" },
  retrying: { kind: "warning", icon: "clock" },
  sent: { kind: "success", icon: "letter" },
  "ready-as-file": { kind: "info", icon: "download" },
  failed: { kind: "error", icon: "error" },
};

export function AgendaBadge({ state }: { readonly state: AgendaState }): ReactElement {
  const t = useTranslations("evenings");
  return (
    <StatusBadge {...LOOKS[state]}>
      {t("row.agenda")}: {t(`agendaStates.${state}`)}
    </StatusBadge>
  );
}

import type { EffectOutcome } from "@rode-draad/domain";
import { type BadgeKind, type IconName, StatusBadge } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { useTranslations } from "../../messages/use-translations.js";

/** Fewer questions is not always good news, so no outcome is green. */
const LOOKS: Readonly<Record<EffectOutcome, { readonly kind: BadgeKind; readonly icon: IconName }>> = {
  worked: { kind: "info", icon: "falling" },
  "no-visible-effect": { kind: "neutral", icon: "steady" },
  returned: { kind: "warning", icon: "back" },
  "too-early": { kind: "neutral", icon: "unclear" },
};

/** What came of an evening, in an icon and a word. */
export function OutcomeBadge({ outcome }: { readonly outcome: EffectOutcome }): ReactElement {
  const t = useTranslations("effect");
  return <StatusBadge {...LOOKS[outcome]}>{t(`outcome.${outcome}.word`)}</StatusBadge>;
}

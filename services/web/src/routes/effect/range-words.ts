import type { HoursSum } from "@rode-draad/effects";
import { useTranslations } from "../../messages/use-translations.js";

type OpenRange = HoursSum["saved"];

/** Hours as they are called: "12 tot 18 uur", "12 uur", "37 uur of meer". */
export function useHours(): { readonly range: (saved: OpenRange) => string; readonly one: (hours: number) => string } {
  const t = useTranslations("effect.hours");
  const one = (hours: number): string => t("one", { hours });
  return {
    one,
    range: ({ min, max, isAtLeast }) => {
      if (isAtLeast) return t("atLeast", { min });
      return min === max ? one(min) : t("range", { min, max });
    },
  };
}

/** A range without its unit: "15 tot 24", "50 of meer". */
export function useRange(): (range: {
  readonly min: number;
  readonly max: number;
  readonly isAtLeast?: boolean;
}) => string {
  const t = useTranslations("effect.people");
  return ({ min, max, isAtLeast = false }) => {
    if (isAtLeast) return t("atLeast", { min });
    return min === max ? t("one", { people: min }) : t("range", { min, max });
  };
}

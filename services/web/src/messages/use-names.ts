import { type Day, type Month, monthsBetween } from "@rode-draad/domain";
import { type FigureWords, type ReportWindow, type ShownBand, windowsOf } from "@rode-draad/reports";
import { createElement } from "react";
import type { DateTimeFormatOptions } from "use-intl";
import { Dutch } from "./dutch.js";
import { useFormatter, useTranslations } from "./use-translations.js";

/** A day inside a month, for a message that says how to write it. */
export function dateOf(month: Month): Date {
  return new Date(`${month}-15T12:00:00Z`);
}

/** Names of months: "oktober 2026" unless asked otherwise. */
export function useMonthName(): (month: Month, options?: DateTimeFormatOptions) => string {
  const format = useFormatter();
  return (month, options = { month: "long", year: "numeric" }) => format.dateTime(dateOf(month), options);
}

/** "3 november 2026" */
export function useDayName(): (day: Day) => string {
  const format = useFormatter();
  return (day) => format.dateTime(new Date(`${day}T12:00:00Z`), { day: "numeric", month: "long", year: "numeric" });
}

/** The months of a window, in words and short: "augustus, september en oktober", "aug–okt". */
export function useWindowNames(): (window: ReportWindow, which: "now" | "earlier") => { name: string; short: string } {
  const format = useFormatter();
  const monthName = useMonthName();
  return (window, which) => {
    const { from, to } = windowsOf(window.to)[which];
    const months = monthsBetween(from, to).map((month) => monthName(month, { month: "long" }));
    const [first, last] = [from, to].map((month) => monthName(month, { month: "short" }));
    return { name: format.list(months), short: `${first}–${last}` };
  };
}

/** A released band as it is called: "10 tot 14", "50 of meer". */
export function useBandName(): (band: Pick<ShownBand, "min" | "max">) => string {
  const t = useTranslations("figures.band");
  return ({ min, max }) => {
    if (max === null) return t("from", { min });
    return min === 0 ? t("below", { end: max + 1 }) : t("between", { min, max });
  };
}

/** The words around the figures of themes. */
export function useFigureWords(): FigureWords {
  const t = useTranslations("figures");
  const bandName = useBandName();
  const windowNames = useWindowNames();
  return {
    bars: { certain: t("bars.certain"), range: t("bars.range"), earlier: t("bars.earlier") },
    chartCaption: (window) => t("bars.caption", { earlier: windowNames(window, "earlier").name }),
    theme: t("table.theme"),
    now: t("table.now"),
    earlier: t("table.earlier"),
    inWindow: (name, window, which) => `${name} (${windowNames(window, which).short})`,
    direction: t("table.direction"),
    notShown: t("table.notShown"),
    bandName,
    directionWord: ({ direction }) => t(`direction.${direction}`),
    themeName: (name) => createElement(Dutch, null, name),
  };
}

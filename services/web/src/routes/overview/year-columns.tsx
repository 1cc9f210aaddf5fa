import type { MoreColumns } from "@rode-draad/reports";
import { Sparkline } from "@rode-draad/ui";
import { Dutch } from "../../messages/dutch.js";
import { useMonthName } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { OverviewPoint, OverviewView } from "../../web-tools.js";

/** A year of each theme as a small line, with what season and rules say about it. */
export function useYearColumns(view: OverviewView): MoreColumns {
  const t = useTranslations("overview.year");
  const labelOf = useLineLabel();
  return {
    labels: [t("line"), t("note")],
    cellsOf: ({ themeId }) => {
      const points = view.lines.get(themeId) ?? [];
      const notes = view.notes.get(themeId) ?? [];
      return [
        <Sparkline
          key="lijn"
          lanes={points.map(({ lane }) => lane)}
          laneCount={view.laneCount}
          label={labelOf(points)}
        />,
        notes.length === 0 ? t("noNote") : <Dutch key="uitleg">{notes.join(" ")}</Dutch>,
      ];
    },
  };
}

/** The line in words: where it began, where it is now, and whether that is a higher or a lower band. */
function useLineLabel(): (points: readonly OverviewPoint[]) => string {
  const t = useTranslations("overview.year.label");
  const monthName = useMonthName();
  return (points) => {
    const shown = points.filter(({ lane }) => lane !== undefined);
    const [first, last] = [shown[0], shown.at(-1)];
    if (first?.lane === undefined || last?.lane === undefined) return t("none");
    const period = { from: monthName(first.month), to: monthName(last.month) };
    if (last.lane === first.lane) return t("same", period);
    return last.lane > first.lane ? t("higher", period) : t("lower", period);
  };
}

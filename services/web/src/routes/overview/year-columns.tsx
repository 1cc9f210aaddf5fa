import type { ThemeRow } from "@rode-draad/reports";
import { DataTable, Sparkline } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useMonthName } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { OverviewPoint, OverviewView } from "../../web-tools.js";

interface YearTableProps {
  readonly rows: readonly ThemeRow[];
  readonly view: OverviewView;
  readonly hrefOf: (themeId: string) => string;
}

/** A year of each theme as a small line, with what season and rules say about it. */
export function YearTable({ rows, view, hrefOf }: YearTableProps): ReactElement {
  const t = useTranslations("overview.year");
  const labelOf = useLineLabel();
  return (
    <DataTable
      caption={t("caption")}
      columns={[{ label: t("theme") }, { label: t("line") }, { label: t("note") }]}
      rows={rows.map(({ themeId, name }) => {
        const points = view.lines.get(themeId) ?? [];
        const notes = view.notes.get(themeId) ?? [];
        return {
          key: themeId,
          cells: [
            <a key="thema" className="utrecht-link" href={hrefOf(themeId)}>
              <Dutch>{name}</Dutch>
            </a>,
            <Sparkline
              key="lijn"
              lanes={points.map(({ lane }) => lane)}
              laneCount={view.laneCount}
              label={labelOf(points)}
            />,
            notes.length === 0 ? t("noNote") : <Dutch key="uitleg">{notes.join(" ")}</Dutch>,
          ],
        };
      })}
    />
  );
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

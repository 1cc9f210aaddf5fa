import type { ReportComparison } from "@rode-draad/reports";
import { DataTable } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { withChoice } from "../../choice.js";
import { Dutch } from "../../messages/dutch.js";
import { dateOf, useBandName, useMonthName } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { Choice } from "../../web-tools.js";

interface ComparisonProps {
  readonly comparison: ReportComparison;
  readonly choice: Choice;
}

/** What the report shows otherwise than the one of the month before. It is no part of the report itself. */
export function Comparison({ comparison: { before, now, rows, same }, choice }: ComparisonProps): ReactElement {
  const t = useTranslations("report.compare");
  const bandName = useBandName();
  const monthName = useMonthName();
  return (
    <section className="rd-sectie rd-stapel rd-niet-printen" aria-labelledby="vergelijken">
      <h2 className="utrecht-heading-2" id="vergelijken">
        {t("title", { month: dateOf(before) })}
      </h2>
      {rows.length === 0 ? (
        <p className="utrecht-paragraph">{t("none", { count: same })}</p>
      ) : (
        <>
          <p className="utrecht-paragraph">{t("about")}</p>
          <DataTable
            caption={t("caption")}
            columns={[
              { label: t("theme") },
              { label: monthName(before) },
              { label: monthName(now) },
              { label: t("change") },
            ]}
            rows={rows.map((row) => ({
              key: row.themeId,
              cells: [
                <a
                  key="thema"
                  className="utrecht-link"
                  href={withChoice(`/themas/${encodeURIComponent(row.themeId)}`, choice)}
                >
                  <Dutch>{row.name}</Dutch>
                </a>,
                row.before === undefined ? t("notShown") : bandName(row.before),
                row.now === undefined ? t("notShown") : bandName(row.now),
                t(`changes.${row.change}`),
              ],
            }))}
          />
          <p className="utrecht-paragraph">{t("same", { count: same })}</p>
        </>
      )}
    </section>
  );
}

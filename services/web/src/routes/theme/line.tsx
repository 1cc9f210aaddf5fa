import type { ThemeLine } from "@rode-draad/reports";
import { DataTable, Disclosure, LineChart } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch, useDutch } from "../../messages/dutch.js";
import { useBandName, useMonthName } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";

/** The shape in the list is that in the chart. */
const BADGE = { outside: "", ours: " rd-cijfer--aanbod", meaning: " rd-cijfer--thema" } as const;

/** Two years of a theme in one place: as a thread, with what happened, and as a table. */
export function Line({ name, line }: { readonly name: string; readonly line: ThemeLine }): ReactElement {
  const t = useTranslations("theme.line");
  const dutch = useDutch();
  const bandName = useBandName();
  const monthName = useMonthName();
  return (
    <section className="rd-sectie" aria-labelledby="lijn-titel">
      <div className="rd-sectie__kop">
        <h2 className="utrecht-heading-2" id="lijn-titel">
          {t.rich("title", { theme: () => <Dutch>{name}</Dutch>, place: line.place })}
        </h2>
        <p className="utrecht-paragraph">{t("about")}</p>
      </div>
      <LineChart
        labelledBy="lijn-titel"
        words={{
          outside: t("outside"),
          ours: t("ours"),
          now: t("now"),
          nowIn: (lane) => t("nowIn", { lane }),
        }}
        caption={<Dutch>{line.caption}</Dutch>}
        points={line.points.map((point) => ({ ...point, monthLabel: monthName(point.month, { month: "short" }) }))}
        lanes={line.lanes.map(bandName)}
        events={line.events}
      />
      {line.events.length === 0 ? null : (
        <ol className="rd-gebeurtenissen" lang={dutch}>
          {line.events.map((event) => (
            <li key={event.number}>
              <span className={`utrecht-number-badge${BADGE[event.kind]}`}>{event.number}</span>
              <span>{event.text}</span>
            </li>
          ))}
        </ol>
      )}
      <Disclosure title={t("table")}>
        <DataTable
          caption={t("caption", { theme: name })}
          hideCaption={true}
          columns={[{ label: t("period") }, { label: t("households") }, { label: t("event") }]}
          rows={line.periods.map((period) => ({
            key: period.name,
            cells: [
              <Dutch key="period">{period.name}</Dutch>,
              <Dutch key="band">{period.band}</Dutch>,
              <Dutch key="events">{period.events}</Dutch>,
            ],
          }))}
        />
      </Disclosure>
    </section>
  );
}

import { type HoursSum, verdictOf } from "@rode-draad/effects";
import { DataTable, Disclosure, HoursChart } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useMonthName } from "../../messages/use-names.js";
import { useFormatter, useTranslations } from "../../messages/use-translations.js";
import type { EffectsView } from "../../web-tools.js";
import { useHours, useRange } from "./range-words.js";

/** Hours saved against hours spent over a year, for all colleagues together. */
export function LedgerSection({ view }: { readonly view: EffectsView }): ReactElement {
  const t = useTranslations("effect.ledger");
  const { ledger } = view;
  return (
    <section className="rd-sectie" id="uren" aria-labelledby="uren-kop">
      <div className="rd-sectie__kop">
        <h2 className="utrecht-heading-2" id="uren-kop">
          {t("title", { year: ledger.year })}
        </h2>
        <p className="utrecht-paragraph">{t("about")}</p>
      </div>
      {ledger.total.evenings === 0 ? <p className="utrecht-paragraph">{t("none")}</p> : <Ledger view={view} />}
    </section>
  );
}

function Ledger({ view: { ledger, themeNames, followUps } }: { readonly view: EffectsView }): ReactElement {
  const t = useTranslations("effect.ledger");
  const monthName = useMonthName();
  const format = useFormatter();
  const hours = useHours();
  const people = useRange();
  const cellsOf = ({ evenings, saved, spent }: HoursSum): string[] => [
    format.number(evenings),
    hours.range(saved),
    hours.one(spent),
  ];
  const columns = [{ label: t("evenings") }, { label: t("saved") }, { label: t("spent") }];
  return (
    <>
      <HoursChart
        labelledBy="uren-kop"
        caption={t("chart")}
        words={{ certain: t("certain"), range: t("range"), spent: t("spent") }}
        points={ledger.months.map(({ month, saved, spent }) => ({
          key: month,
          label: monthName(month, { month: "short" }),
          savedMin: saved.min,
          savedMax: saved.max,
          spent,
        }))}
      />
      <Disclosure title={t("byMonth")} isPrinted={true}>
        <DataTable
          caption={t("byMonth")}
          hideCaption={true}
          columns={[{ label: t("month") }, ...columns]}
          rows={ledger.months.map((sum) => ({
            key: sum.month,
            cells: [monthName(sum.month, { month: "long" }), ...cellsOf(sum)],
          }))}
        />
      </Disclosure>
      <DataTable
        caption={t("byTheme")}
        columns={[{ label: t("theme") }, ...columns, { label: t("together") }]}
        rows={ledger.themes.map((sum) => ({
          key: sum.themeId,
          cells: [
            sum.themeId === "" ? t("noTheme") : <Dutch key="thema">{themeNames.get(sum.themeId)}</Dutch>,
            ...cellsOf(sum),
            t(`verdict.${verdictOf(sum)}`),
          ],
        }))}
      />
      <div className="rd-stapel rd-stapel--nauw">
        <h3 className="utrecht-heading-3">{t("reach")}</h3>
        <ul className="utrecht-unordered-list">
          <li>{t("visitors", { people: people(ledger.total.visitors) })}</li>
          <li>{t("followUps", { count: followUps })}</li>
        </ul>
      </div>
    </>
  );
}

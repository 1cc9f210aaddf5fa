import { DataTable } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useDayName } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { OwnFitsView } from "../../web-tools.js";

export function OwnFitsPage({ view }: { readonly view: OwnFitsView }): ReactElement {
  const t = useTranslations("own-fits");
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t("title")}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
        <p className="utrecht-paragraph">{t("onlyYou")}</p>
        <p className="utrecht-paragraph">{t("noList")}</p>
      </div>
      <section className="rd-sectie rd-stapel" aria-label={t("table.caption")}>
        {"rows" in view ? <Fits rows={view.rows} /> : <p className="utrecht-paragraph">{t(`whyNot.${view.whyNot}`)}</p>}
        <p className="utrecht-paragraph">
          <a className="utrecht-link" href="/initiatieven">
            {t("toInitiatives")}
          </a>
        </p>
      </section>
    </>
  );
}

function Fits({ rows }: { readonly rows: Extract<OwnFitsView, { rows: unknown }>["rows"] }): ReactElement {
  const t = useTranslations("own-fits");
  const column = useTranslations("own-fits.table");
  const dayName = useDayName();
  if (rows.length === 0) return <p className="utrecht-paragraph">{t("none")}</p>;
  return (
    <DataTable
      caption={column("caption")}
      columns={[
        { label: column("initiative") },
        { label: column("area") },
        { label: column("day") },
        { label: column("cases") },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <a key="initiatief" className="utrecht-link" href={`/initiatieven/${encodeURIComponent(row.id)}`}>
            <Dutch>{row.title}</Dutch>
          </a>,
          row.areaName,
          row.day === undefined ? column("noDay") : dayName(row.day),
          String(row.cases),
        ],
      }))}
    />
  );
}

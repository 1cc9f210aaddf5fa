import { Alert, DataTable } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useFormatter, useTranslations } from "../../messages/use-translations.js";
import type { ImportView } from "../../web-tools.js";
import { ImportSteps } from "./page.js";
import { Remedy } from "./web-remedy.js";

interface ImportPageProps {
  readonly importId: string;
  readonly view: ImportView;
}

/** While it is read in. A browser that runs scripts hears how far it is; others load the page again. */
export function ImportRunning({ importId, view }: ImportPageProps): ReactElement {
  const t = useTranslations("import.running");
  const { rows, percent } = view.progress;
  const address = `/invoer/${encodeURIComponent(importId)}`;
  return (
    <>
      <h1 className="utrecht-heading-1">{t("title")}</h1>
      <div className="rd-sectie rd-stapel rd-stapel--ruim">
        <ImportSteps now="reading" />
        <div className="rd-paneel rd-stapel">
          <div className="rd-voortgang" data-progress={`${address}/voortgang`}>
            <label className="utrecht-form-label" htmlFor="balk" data-progress-text={true}>
              {t("rows", { rows })}
            </label>
            <progress className="rd-voortgang__balk" id="balk" value={percent} max={100} />
          </div>
          <p className="utrecht-paragraph">{t("leave")}</p>
          <div className="utrecht-button-group">
            <a className="utrecht-button" href={address}>
              {t("again")}
            </a>
          </div>
          <p className="utrecht-paragraph utrecht-paragraph--small">{t("refreshes")}</p>
        </div>
      </div>
    </>
  );
}

/** What a page about an import is called. */
export function resultTitle({ state, counts }: ImportView): "interrupted" | "whole" | "withRefusals" {
  if (state === "interrupted") return "interrupted";
  return counts.some(({ kind }) => kind === "refused") ? "withRefusals" : "whole";
}

export function ImportResult({ importId, view }: ImportPageProps): ReactElement {
  const t = useTranslations("import.result");
  const toOverview = useTranslations("shared")("toOverview");
  const format = useFormatter();
  const isWhole = view.state === "whole";
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t(`title.${resultTitle(view)}`)}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">
          {isWhole ? t("lead.whole") : t("lead.interrupted", { rows: view.progress.rows })}
        </p>
      </div>
      <section className="rd-sectie rd-stapel rd-stapel--ruim" aria-label={t("label")}>
        {isWhole ? <ImportSteps now="result" /> : <Alert kind="warning">{<p>{t("nothingLost")}</p>}</Alert>}
        <dl className="rd-uitslag">
          {view.counts.map(({ kind, value }) => (
            <div key={kind} className="rd-uitslag__item">
              <dt>{t(`count.${kind}`)}</dt>
              <dd>
                {format.number(value)}
                <small>
                  {kind === "heldBack" ? <Dutch>{view.heldBackBecause.join(" ")}</Dutch> : t(`hint.${kind}`)}
                </small>
              </dd>
            </div>
          ))}
        </dl>
        <RefusedRows refused={view.refused} refusedUnlisted={view.refusedUnlisted} />
        <p className="utrecht-paragraph utrecht-paragraph--small">{t("onlyNumbers")}</p>
        <div className="utrecht-button-group">
          <a className="utrecht-button utrecht-button--primary-action" href="/">
            {toOverview}
          </a>
          {view.refused.length === 0 ? null : (
            <a className="utrecht-button" href={`/invoer/${encodeURIComponent(importId)}/geweigerd.csv`}>
              {t("download")}
            </a>
          )}
          <a className="utrecht-button utrecht-button--subtle" href="/invoer">
            {t("another")}
          </a>
        </div>
      </section>
    </>
  );
}

/** Refused rows by reason: numbers and what to do, and no text of a row. */
export function RefusedRows({
  refused,
  refusedUnlisted,
}: Pick<ImportView, "refused" | "refusedUnlisted">): ReactElement | null {
  const t = useTranslations("import.result");
  if (refused.length === 0) return null;
  const listed = refused.map(({ reason, rows, moreRows, remedy }) => {
    const numbers = rows.join(", ");
    return {
      key: `${reason} ${remedy}`,
      cells: [
        <Dutch key="reason">{reason}</Dutch>,
        moreRows === 0 ? numbers : t("moreRows", { rows: numbers, more: moreRows }),
        <Remedy key="remedy" message={remedy} />,
      ] as const,
    };
  });
  const unlisted = { key: "unlisted", cells: [t("unlisted"), refusedUnlisted, ""] as const };
  return (
    <DataTable
      caption={t("refused")}
      columns={[{ label: t("reason") }, { label: t("rows") }, { label: t("remedy") }]}
      rows={refusedUnlisted === 0 ? listed : [...listed, unlisted]}
    />
  );
}

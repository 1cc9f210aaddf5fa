import { Alert, DataTable, Disclosure, TextAreaField, TextField } from "@rode-draad/ui";
import type { ReactElement, ReactNode } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useFormatter, useTranslations } from "../../messages/use-translations.js";
import type { ImportView } from "../../web-tools.js";
import { AREAS_INPUT, COLUMN_FIELDS, columnInput, type ImportFormValues } from "./read-names.js";
import { Remedy } from "./web-remedy.js";

interface ImportFormProps {
  readonly problem?: ReactNode;
  /** What was filled in before. */
  readonly form?: ImportFormValues;
}

export function ImportForm({ problem, form = new Map() }: ImportFormProps): ReactElement {
  const t = useTranslations("import");
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t("title")}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <form className="rd-paneel" action="/invoer" method="post" encType="multipart/form-data">
          {problem === undefined ? null : (
            <Alert kind="error" level={2} title={t("refused")}>
              <p>{problem}</p>
            </Alert>
          )}
          <Names form={form} isOpen={problem !== undefined} />
          <TextField
            id="bestand"
            label={t("file.label")}
            hint={t("file.hint")}
            type="file"
            accept=".csv,.xlsx,.jsonl,.ndjson"
            isRequired={true}
          />
          <div className="utrecht-button-group">
            <button className="utrecht-button utrecht-button--primary-action" type="submit">
              {t("button")}
            </button>
          </div>
          <p className="utrecht-paragraph utrecht-paragraph--small">{t("patience")}</p>
        </form>
        <section className="rd-stapel" aria-labelledby="kolommen">
          <h2 className="utrecht-heading-3" id="kolommen">
            {t("columns.title")}
          </h2>
          <ul className="utrecht-unordered-list">
            {COLUMN_FIELDS.map((field) => (
              <li key={field}>{t("columnLine", { field, meaning: t(`column.${field}`) })}</li>
            ))}
          </ul>
          <p className="utrecht-paragraph">{t("columns.also")}</p>
          <p className="utrecht-paragraph">
            <a className="utrecht-link" href="/notities">
              {t("takenOut")}
            </a>
          </p>
        </section>
      </div>
    </>
  );
}

/** Stands before the file in the form: a browser sends fields in order, and the file streams on as soon as it comes. */
function Names({ form, isOpen }: { readonly form: ImportFormValues; readonly isOpen: boolean }): ReactElement {
  const t = useTranslations("import.names");
  const meaning = useTranslations("import.column");
  return (
    <Disclosure title={t("title")} isOpen={isOpen}>
      <fieldset className="utrecht-form-fieldset">
        <legend className="utrecht-form-fieldset__legend">{t("legend")}</legend>
        <p className="utrecht-paragraph">{t("about")}</p>
        {COLUMN_FIELDS.map((field) => (
          <TextField
            key={field}
            id={columnInput(field)}
            label={t("column", { field })}
            hint={t("columnHint", { meaning: meaning(field) })}
            value={form.get(columnInput(field)) ?? ""}
            maxLength={120}
          />
        ))}
      </fieldset>
      <TextAreaField id={AREAS_INPUT} label={t("areas")} hint={t("areasHint")} value={form.get(AREAS_INPUT)} />
    </Disclosure>
  );
}

/** What a page about an import is called. */
export function resultTitle({ isWhole, counts }: ImportView): "interrupted" | "whole" | "withRefusals" {
  if (!isWhole) return "interrupted";
  return counts.some(({ kind }) => kind === "refused") ? "withRefusals" : "whole";
}

export function ImportResult({ view }: { readonly view: ImportView }): ReactElement {
  const t = useTranslations("import.result");
  const toOverview = useTranslations("shared")("toOverview");
  const format = useFormatter();
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t(`title.${resultTitle(view)}`)}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">
          {t(view.isWhole ? "lead.whole" : "lead.interrupted")}
        </p>
      </div>
      <section className="rd-sectie" aria-label={t("label")}>
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
        <Refused view={view} />
        <p className="utrecht-paragraph utrecht-paragraph--small">{t("onlyNumbers")}</p>
        <div className="utrecht-button-group">
          <a className="utrecht-button utrecht-button--primary-action" href="/">
            {toOverview}
          </a>
          <a className="utrecht-button utrecht-button--subtle" href="/invoer">
            {t("another")}
          </a>
        </div>
      </section>
    </>
  );
}

function Refused({ view: { refused, refusedUnlisted } }: { readonly view: ImportView }): ReactElement | null {
  const t = useTranslations("import.result");
  if (refused.length === 0) return null;
  const listed = refused.map(({ reason, rows, moreRows, remedy }) => {
    const numbers = rows.join(", ");
    return {
      key: reason,
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

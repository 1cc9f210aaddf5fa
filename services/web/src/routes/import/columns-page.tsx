import { Alert, DataTable, Disclosure, TextAreaField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { useFormatter, useTranslations } from "../../messages/use-translations.js";
import type { UploadView } from "../../web-tools.js";
import { ImportSteps } from "./page.js";
import { AREAS_INPUT, columnInput, NOTE_COLUMNS } from "./read-names.js";
import { RefusedRows } from "./result-page.js";
import { Remedy } from "./web-remedy.js";

export interface ColumnsProps {
  readonly uploadId: string;
  readonly view: UploadView;
  readonly typedAreas: string;
  /** What is wrong with the form. */
  readonly problem?: string | undefined;
}

/** Which column is what, and how many rows can be read so. Kinds of content and never a value of a cell. */
export function ColumnsPage({ uploadId, view, typedAreas, problem }: ColumnsProps): ReactElement {
  const t = useTranslations("import.columnsPage");
  const { fileName, columns, isRemembered } = view;
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t("title")}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{isRemembered ? t("remembered") : t("lead")}</p>
      </div>
      <form
        className="rd-sectie rd-stapel rd-stapel--ruim"
        action={`/invoer/bestand/${encodeURIComponent(uploadId)}`}
        method="post"
      >
        <ImportSteps now="columns" fileName={fileName} />
        <Readable view={view} problem={problem} />
        <DataTable
          caption={t("caption")}
          columns={[{ label: t("heading") }, { label: t("kind") }, { label: t("is") }]}
          rows={columns.map(({ name, kind, field }, index) => {
            const column = name ?? t("unnamed", { number: index + 1 });
            return {
              key: `${index}`,
              cells: [
                <span key="column" className="rd-breek">
                  {column}
                </span>,
                t(`looks.${kind}`),
                <ColumnChoice key="choice" index={index} column={column} field={field ?? ""} />,
              ] as const,
            };
          })}
        />
        <Disclosure title={t("areasTitle")} isOpen={typedAreas !== ""}>
          <TextAreaField id={AREAS_INPUT} label={t("areas")} hint={t("areasHint")} value={typedAreas} />
        </Disclosure>
        <div className="utrecht-button-group">
          <button className="utrecht-button utrecht-button--primary-action" type="submit" name="doe" value="lees">
            {t("read")}
          </button>
          <button className="utrecht-button" type="submit" name="doe" value="kijk">
            {t("look")}
          </button>
          <a className="utrecht-button utrecht-button--subtle" href="/invoer">
            {t("leave")}
          </a>
        </div>
        <p className="utrecht-paragraph utrecht-paragraph--small">{t("held")}</p>
      </form>
    </>
  );
}

function ColumnChoice(props: {
  readonly index: number;
  readonly column: string;
  readonly field: string;
}): ReactElement {
  const t = useTranslations("import");
  const id = columnInput(props.index);
  return (
    <>
      <label className="rd-onzichtbaar" htmlFor={id}>
        {t("columnsPage.choose", { column: props.column })}
      </label>
      <select className="utrecht-select" id={id} name={id} defaultValue={props.field}>
        <option value="">{t("columnsPage.notRead")}</option>
        {NOTE_COLUMNS.map((field) => (
          <option key={field} value={field}>
            {t("columnLine", { field, meaning: t(`column.${field}`) })}
          </option>
        ))}
      </select>
    </>
  );
}

/** What would come of it with these columns. */
function Readable({ view, problem }: Pick<ColumnsProps, "view" | "problem">): ReactElement {
  const t = useTranslations("import.columnsPage");
  const column = useTranslations("import.column");
  const format = useFormatter();
  const { missing, rows } = view;
  if (problem !== undefined || view.problem !== undefined) {
    return (
      <Alert kind="error" level={2} title={t("notYet")}>
        <p>{problem ?? <Remedy message={view.problem ?? ""} />}</p>
      </Alert>
    );
  }
  if (rows === undefined) {
    return (
      <Alert kind="error" level={2} title={t("missing.title")}>
        <p>{t("missing.text", { fields: format.list(missing.map((field) => column(field))) })}</p>
      </Alert>
    );
  }
  return (
    <>
      <Alert
        kind={rows.readable === 0 ? "error" : rows.refusedRows === 0 ? "ok" : "warning"}
        level={2}
        title={t("rows.title")}
      >
        <p>
          {t("rows.readable", { rows: rows.readable })} {t("rows.refused", { rows: rows.refusedRows })}
        </p>
      </Alert>
      <RefusedRows refused={rows.refused} refusedUnlisted={0} />
      {rows.refused.length === 0 ? null : (
        <p className="utrecht-paragraph utrecht-paragraph--small">{t("rows.whatNow")}</p>
      )}
    </>
  );
}

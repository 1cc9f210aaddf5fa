import { Alert, DataTable, ProcessSteps, SubmitButton, TextField } from "@rode-draad/ui";
import type { ReactElement, ReactNode } from "react";
import { useDayName } from "../../messages/use-names.js";
import { useFormatter, useTranslations } from "../../messages/use-translations.js";
import { type ImportLine, REQUIRED_COLUMNS } from "../../web-tools.js";
import { TEMPLATE_KINDS } from "./files.js";

/** The four steps on the thread. */
export function ImportSteps(props: {
  readonly now: "file" | "columns" | "reading" | "result";
  readonly fileName?: string;
}): ReactElement {
  const t = useTranslations("import.steps");
  const steps = ["file", "columns", "reading", "result"] as const;
  const at = steps.indexOf(props.now);
  return (
    <ProcessSteps
      label={t("label")}
      doneWord={t("done")}
      steps={steps.map((step, index) => ({
        key: step,
        name: t(`step.${step}`),
        state: index < at || (step === "result" && index === at) ? "done" : index === at ? "now" : "to-do",
        ...(step === "file" && props.fileName !== undefined && { hint: props.fileName }),
      }))}
    />
  );
}

interface ImportFormProps {
  readonly imports: readonly ImportLine[];
  readonly problem?: ReactNode;
}

export function ImportForm({ imports, problem }: ImportFormProps): ReactElement {
  const t = useTranslations("import");
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t("title")}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
      </div>
      <div className="rd-sectie rd-stapel rd-stapel--ruim">
        <ImportSteps now="file" />
        <div className="rd-kolommen rd-kolommen--7-5">
          <form className="rd-paneel rd-stapel" action="/invoer" method="post" encType="multipart/form-data">
            {problem === undefined ? null : (
              <Alert kind="error" level={2} title={t("refused")}>
                <p>{problem}</p>
                <p>{t("nothingKept")}</p>
              </Alert>
            )}
            <TextField
              id="bestand"
              label={t("file.label")}
              hint={t("file.hint")}
              type="file"
              accept=".csv,.xlsx,.jsonl,.ndjson"
              isRequired={true}
            />
            <SubmitButton>{t("button")}</SubmitButton>
            <p className="utrecht-paragraph utrecht-paragraph--small">{t("held")}</p>
          </form>
          <section className="rd-stapel" aria-labelledby="kolommen">
            <h2 className="utrecht-heading-3" id="kolommen">
              {t("columns.title")}
            </h2>
            <ul className="utrecht-unordered-list">
              {REQUIRED_COLUMNS.map((field) => (
                <li key={field}>{t("columnLine", { field, meaning: t(`column.${field}`) })}</li>
              ))}
            </ul>
            <p className="utrecht-paragraph">{t("columns.also")}</p>
            <p className="utrecht-paragraph">{t("template.about")}</p>
            <ul className="rd-regels">
              {TEMPLATE_KINDS.map((kind) => (
                <li key={kind}>
                  <a className="utrecht-link" href={`/invoer/sjabloon.${kind}`}>
                    {t(`template.${kind}`)}
                  </a>
                </li>
              ))}
            </ul>
            <p className="utrecht-paragraph">
              <a className="utrecht-link" href="/notities">
                {t("takenOut")}
              </a>
            </p>
          </section>
        </div>
      </div>
      <Imports imports={imports} />
    </>
  );
}

function Imports({ imports }: Pick<ImportFormProps, "imports">): ReactElement {
  const t = useTranslations("import.before");
  const format = useFormatter();
  const dayName = useDayName();
  return (
    <section className="rd-sectie rd-stapel" aria-labelledby="eerder">
      <h2 className="utrecht-heading-2" id="eerder">
        {t("title")}
      </h2>
      {imports.length === 0 ? (
        <p className="utrecht-paragraph">{t("none")}</p>
      ) : (
        <DataTable
          caption={t("caption")}
          hideCaption={true}
          columns={[{ label: t("day") }, { label: t("rows") }, { label: t("refused") }, { label: t("state") }]}
          rows={imports.map(({ id, day, rows, refused, state }) => ({
            key: id,
            cells: [
              dayName(day),
              format.number(rows),
              format.number(refused),
              <State key="state" id={id} state={state} />,
            ],
          }))}
        />
      )}
    </section>
  );
}

function State({ id, state }: Pick<ImportLine, "id" | "state">): ReactElement {
  const t = useTranslations("import.before");
  return (
    <a className="utrecht-link" href={`/invoer/${encodeURIComponent(id)}`}>
      {t(`is.${state}`)}
    </a>
  );
}

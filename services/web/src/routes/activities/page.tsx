import { Alert, DataTable, SubmitButton, TextField } from "@rode-draad/ui";
import type { ReactElement, ReactNode } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { ActivitiesImported, ActivityView } from "../../web-tools.js";
import { ActButton } from "../settings/frame.js";

export interface ActivitiesProps {
  readonly activities: readonly ActivityView[];
  /** What came of a file. */
  readonly imported?: ActivitiesImported;
  readonly isRemoved?: boolean;
  readonly problem?: ReactNode;
}

/** The sociale kaart: what exists already, and the form to renew it from a file. */
export function ActivitiesPage({ activities, imported, isRemoved = false, problem }: ActivitiesProps): ReactElement {
  const t = useTranslations("activities");
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t("title")}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
        {imported === undefined ? null : <Imported imported={imported} />}
        {isRemoved ? (
          <div role="status">
            <Alert kind="ok">
              <p>{t("removed")}</p>
            </Alert>
          </div>
        ) : null}
      </div>
      <form
        className="rd-sectie rd-paneel rd-stapel"
        action="/sociale-kaart"
        method="post"
        encType="multipart/form-data"
        aria-labelledby="inlezen"
      >
        <h2 className="utrecht-heading-2" id="inlezen">
          {t("form")}
        </h2>
        {problem === undefined ? null : (
          <Alert kind="error" title={t("refused")}>
            <p>{problem}</p>
          </Alert>
        )}
        <p className="utrecht-paragraph">{t("kinds")}</p>
        <p className="utrecht-paragraph">{t("public")}</p>
        <TextField
          id="bestand"
          label={t("file")}
          hint={t("fileHint")}
          type="file"
          accept=".csv,.json"
          isRequired={true}
        />
        <SubmitButton>{t("button")}</SubmitButton>
      </form>
      <section className="rd-sectie" aria-label={t("caption")}>
        {activities.length === 0 ? <p className="utrecht-paragraph">{t("none")}</p> : <List activities={activities} />}
      </section>
    </>
  );
}

function Imported({ imported }: { readonly imported: ActivitiesImported }): ReactElement {
  const t = useTranslations("activities");
  const { taken, gone, withoutTheme, problems } = imported;
  return (
    <div role="status">
      <Alert kind={problems.length === 0 ? "ok" : "warning"} level={2} title={t("imported.title")}>
        <p>
          {t("imported.taken", { taken })} {t("imported.gone", { gone })} {t("imported.withoutTheme", { withoutTheme })}
        </p>
        <ul className="utrecht-unordered-list">
          {problems.map(({ line, reason }) => (
            <li key={line}>
              {t("imported.line", { line })} <Dutch>{reason}</Dutch>
            </li>
          ))}
        </ul>
      </Alert>
    </div>
  );
}

function List({ activities }: Pick<ActivitiesProps, "activities">): ReactElement {
  const t = useTranslations("activities");
  return (
    <DataTable
      caption={t("caption")}
      columns={[
        { label: t("name") },
        { label: t("organisation") },
        { label: t("when") },
        { label: t("where") },
        { label: t("themes") },
        { label: t("act") },
      ]}
      rows={activities.map(({ id, name, organisation, meets, areas, themes }) => ({
        key: id,
        cells: [
          <Dutch key="name">{name}</Dutch>,
          <Dutch key="organisation">{organisation}</Dutch>,
          <Dutch key="when">{meets ?? ""}</Dutch>,
          areas.length === 0 ? t("everywhere") : <Dutch key="where">{areas.join(", ")}</Dutch>,
          themes.length === 0 ? t("noTheme") : <Dutch key="themes">{themes.join(", ")}</Dutch>,
          <ActButton
            key="remove"
            action={`/sociale-kaart/${encodeURIComponent(id)}/weg`}
            label={t("remove")}
            about={name}
          />,
        ] as const,
      }))}
    />
  );
}

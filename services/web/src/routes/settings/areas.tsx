import { Alert, DataTable, SubmitButton, TextField } from "@rode-draad/ui";
import type { RequestHandler, Response } from "express";
import type { ReactElement, ReactNode } from "react";
import { receiveUpload } from "../../http/receive-upload.js";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import { WordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import type { AreasPreview, NamedArea, SettingsView, WebTools } from "../../web-tools.js";
import { doneOf, SettingsFrame, sendSettings, type Told } from "./frame.js";

/** The longest list that CBS publishes is some ten megabytes. */
const UPLOAD = { bytesMax: 24 * 1024 * 1024, kinds: [".csv"] } as const;

/** A wijk as the form of the preview sends it back: the code, and the name behind it. */
const LINE = /^(WK\d{4}[0-9A-Z]{2}) (.{1,80})$/;
const LINES_MAX = 400;

/** GET /beheer/wijken */
export function areas(tools: WebTools): RequestHandler {
  return async (request, response) => {
    await sendAreas(tools, response, { done: doneOf(request) });
  };
}

/** POST /beheer/wijken/bekijken: shows what stands in a list of CBS. Stores nothing. */
export function previewAreas(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const t = wordsOf(response);
    try {
      const preview = await receiveUpload(request, UPLOAD, new Map(), (file) => tools.previewAreas(file), t);
      if ("refused" in preview) return sendAreas(tools, response, { problem: <Dutch>{preview.refused}</Dutch> }, 400);
      const title = t("settings.areas.preview.title");
      await sendSettings(tools, response, { title, content: <Preview preview={preview} /> });
    } catch (error) {
      if (!(error instanceof WordedError)) throw error;
      await sendAreas(tools, response, { problem: error.message }, 400);
    }
  };
}

/** POST /beheer/wijken: takes over what the preview showed. */
export function saveAreas(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const lines = String(request.body?.wijken ?? "")
      .split(/\r?\n/)
      .filter((line) => line !== "");
    const read = lines.map(readArea);
    const found = read.filter((area) => area !== undefined);
    if (found.length === 0 || found.length < lines.length || lines.length > LINES_MAX) {
      const problem = wordsOf(response)("settings.areas.unreadable");
      return sendAreas(tools, response, { problem }, 400);
    }
    const outcome = await tools.saveAreas(found);
    if ("refused" in outcome) return sendAreas(tools, response, { problem: <Dutch>{outcome.refused}</Dutch> }, 400);
    response.redirect(303, "/beheer/wijken?gedaan=saved");
  };
}

function readArea(line: string): NamedArea | undefined {
  const [, code, name] = LINE.exec(line) ?? [];
  return code === undefined || name === undefined ? undefined : { code, name };
}

async function sendAreas(tools: WebTools, response: Response, told: Told, status = 200): Promise<void> {
  const view = await tools.readSettings();
  const title = wordsOf(response)("settings.areas.title");
  await sendSettings(tools, response, { title, content: <Areas view={view} told={told} /> }, status);
}

function Areas({ view, told }: { readonly view: SettingsView; readonly told: Told }): ReactElement {
  const t = useTranslations("settings.areas");
  return (
    <SettingsFrame title={t("title")} lead={t("lead")} {...told}>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        {view.areas.length === 0 ? (
          <p className="utrecht-paragraph">{t("none")}</p>
        ) : (
          <AreaTable caption={t("caption")} areas={view.areas} />
        )}
        <form
          className="rd-paneel rd-stapel"
          action="/beheer/wijken/bekijken"
          method="post"
          encType="multipart/form-data"
          aria-labelledby="lijst"
        >
          <h2 className="utrecht-heading-3" id="lijst">
            {t("form")}
          </h2>
          <p className="utrecht-paragraph">{t.rich("where", { table: () => <Dutch>{t("cbsTable")}</Dutch> })}</p>
          <TextField id="bestand" label={t("file")} hint={t("fileHint")} type="file" accept=".csv" isRequired={true} />
          <SubmitButton>{t("look")}</SubmitButton>
        </form>
      </div>
    </SettingsFrame>
  );
}

function AreaTable(props: {
  readonly caption: string;
  readonly areas: readonly (NamedArea & { readonly note?: ReactNode })[];
  readonly noteLabel?: string;
}): ReactElement {
  const t = useTranslations("settings.areas");
  const note = props.noteLabel === undefined ? [] : [{ label: props.noteLabel }];
  return (
    <DataTable
      caption={props.caption}
      columns={[{ label: t("code") }, { label: t("name") }, ...note]}
      rows={props.areas.map((area) => ({
        key: area.code,
        cells: [area.code, <Dutch key="name">{area.name}</Dutch>, ...(note.length === 0 ? [] : [area.note])] as const,
      }))}
    />
  );
}

function Preview({ preview }: { readonly preview: AreasPreview }): ReactElement {
  const t = useTranslations("settings.areas.preview");
  const { areas: found, problems, municipality } = preview;
  const noted = found.map(({ formerName, ...area }) => {
    const isSame = formerName === area.name || formerName === undefined;
    const note = formerName === undefined ? t("new") : isSame ? t("same") : t("renamed", { name: formerName });
    return { ...area, note };
  });
  return (
    <SettingsFrame
      title={t("title")}
      lead={t("lead", { areas: found.length, municipality })}
      under={{ href: "/beheer/wijken", label: useTranslations("settings.areas")("title") }}
    >
      {problems.length === 0 ? null : (
        <Alert kind="warning" level={2} title={t("problems", { lines: problems.length })}>
          <ul className="utrecht-unordered-list">
            {problems.map(({ line, reason }) => (
              <li key={line}>
                {t("line", { line })} <Dutch>{reason}</Dutch>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <form className="rd-sectie rd-stapel" action="/beheer/wijken" method="post">
        <input type="hidden" name="wijken" value={found.map(({ code, name }) => `${code} ${name}`).join("\n")} />
        <div className="utrecht-button-group">
          <button className="utrecht-button utrecht-button--primary-action" type="submit">
            {t("button")}
          </button>
          <a className="utrecht-button utrecht-button--subtle" href="/beheer/wijken">
            {t("leave")}
          </a>
        </div>
        <AreaTable caption={t("caption")} areas={noted} noteLabel={t("what")} />
      </form>
    </SettingsFrame>
  );
}

import { DataTable, SubmitButton, TextField } from "@rode-draad/ui";
import type { RequestHandler, Response } from "express";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import { wordsOf } from "../../messages/words-of.js";
import type { SettingsView, WebTools } from "../../web-tools.js";
import { readLine } from "../read-line.js";
import { doneOf, SettingsFrame, sendSettings, type Told } from "./frame.js";

interface TeamForm {
  readonly code: string;
  readonly name: string;
}

/** GET /beheer/teams */
export function teams(tools: WebTools): RequestHandler {
  return async (request, response) => {
    await sendTeams(tools, response, { done: doneOf(request) });
  };
}

/** POST /beheer/teams: adds a team, or gives one another name. */
export function saveTeam(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const { code, naam } = request.body ?? {};
    const form = { code: readLine(code), name: readLine(naam) };
    const outcome = await tools.nameTeam(form);
    if (!("refused" in outcome)) return response.redirect(303, "/beheer/teams?gedaan=saved");
    await sendTeams(tools, response, { problem: <Dutch>{outcome.refused}</Dutch> }, form);
  };
}

async function sendTeams(tools: WebTools, response: Response, told: Told, form?: TeamForm): Promise<void> {
  const view = await tools.readSettings();
  const title = wordsOf(response)("settings.teams.title");
  const content = <Teams view={view} told={told} form={form} />;
  await sendSettings(tools, response, { title, content }, form === undefined ? 200 : 400);
}

interface TeamsProps {
  readonly view: SettingsView;
  readonly told: Told;
  readonly form: TeamForm | undefined;
}

function Teams({ view, told, form = { code: "", name: "" } }: TeamsProps): ReactElement {
  const t = useTranslations("settings.teams");
  return (
    <SettingsFrame title={t("title")} lead={t("lead")} {...told}>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        {view.teams.length === 0 ? (
          <p className="utrecht-paragraph">{t("none")}</p>
        ) : (
          <DataTable
            caption={t("caption")}
            columns={[{ label: t("code") }, { label: t("name") }]}
            rows={view.teams.map(({ code, name }) => ({
              key: code,
              cells: [code, <Dutch key="name">{name}</Dutch>] as const,
            }))}
          />
        )}
        <form className="rd-paneel rd-stapel" action="/beheer/teams" method="post" aria-labelledby="team">
          <h2 className="utrecht-heading-3" id="team">
            {t("form")}
          </h2>
          <TextField
            id="code"
            label={t("code")}
            hint={t("codeHint")}
            value={form.code}
            maxLength={40}
            isRequired={true}
          />
          <TextField
            id="naam"
            label={t("name")}
            hint={t("nameHint")}
            value={form.name}
            maxLength={40}
            isRequired={true}
          />
          <SubmitButton>{t("button")}</SubmitButton>
        </form>
      </div>
    </SettingsFrame>
  );
}

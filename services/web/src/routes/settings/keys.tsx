import { TOKEN_SCOPES } from "@rode-draad/domain";
import { Alert, CheckField, DataTable, SubmitButton, TextField } from "@rode-draad/ui";
import type { RequestHandler, Response } from "express";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useDayName } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
import { wordsOf } from "../../messages/words-of.js";
import type { KeyView, WebTools } from "../../web-tools.js";
import { readLine } from "../read-line.js";
import { ActButton, doneOf, SettingsFrame, sendSettings, type Told } from "./frame.js";

const NAME_CHARACTERS_MAX = 80;

/** GET /beheer/sleutels */
export function keys(tools: WebTools): RequestHandler {
  return async (request, response) => {
    await sendKeys(tools, response, { done: doneOf(request) });
  };
}

/** POST /beheer/sleutels: makes a key, and shows it in this answer and nowhere else. */
export function makeKey(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const body = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const name = readLine(body.naam, NAME_CHARACTERS_MAX);
    const scopes = TOKEN_SCOPES.filter((scope) => body[`recht-${scope}`] === "ja");
    if (name === "" || scopes.length === 0) {
      return sendKeys(tools, response, { problem: wordsOf(response)("settings.keys.incomplete") }, { name });
    }
    const { secret } = await tools.makeKey({ name, scopes });
    await sendKeys(tools, response, { done: "made" }, { secret });
  };
}

/** POST /beheer/sleutels/{id}/intrekken: from here on the key opens nothing. */
export function revokeKey(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const outcome = await tools.revokeKey(String(request.params.id));
    if (!("refused" in outcome)) return response.redirect(303, "/beheer/sleutels?gedaan=revoked");
    await sendKeys(tools, response, { problem: <Dutch>{outcome.refused}</Dutch> }, {});
  };
}

interface KeysState {
  readonly secret?: string;
  readonly name?: string;
}

async function sendKeys(tools: WebTools, response: Response, told: Told, state: KeysState = {}): Promise<void> {
  const title = wordsOf(response)("settings.keys.title");
  const content = <Keys view={await tools.listKeys()} told={told} {...state} />;
  await sendSettings(tools, response, { title, content }, told.problem === undefined ? 200 : 400);
}

function Keys(props: KeysState & { readonly view: readonly KeyView[]; readonly told: Told }): ReactElement {
  const { view, told, secret, name } = props;
  const t = useTranslations("settings.keys");
  const dayName = useDayName();
  return (
    <SettingsFrame title={t("title")} lead={t("lead")} {...told}>
      {secret === undefined ? null : (
        <Alert kind="warning" level={2} title={t("once.title")}>
          <p>{t("once.text")}</p>
          <p>
            <code className="rd-breek">{secret}</code>
          </p>
        </Alert>
      )}
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        {view.length === 0 ? (
          <p className="utrecht-paragraph">{t("none")}</p>
        ) : (
          <DataTable
            caption={t("caption")}
            columns={[{ label: t("name") }, { label: t("may") }, { label: t("since") }, { label: t("state") }]}
            rows={view.map((key) => ({
              key: key.id,
              cells: [
                key.name,
                key.scopes.map((scope) => t(`scope.${scope === "notes:write" ? "write" : "read"}`)).join(" "),
                dayName(key.since),
                key.revokedOn === undefined ? (
                  <ActButton
                    key="revoke"
                    action={`/beheer/sleutels/${encodeURIComponent(key.id)}/intrekken`}
                    label={t("revoke")}
                    about={key.name}
                  />
                ) : (
                  t("revoked", { day: dayName(key.revokedOn) })
                ),
              ] as const,
            }))}
          />
        )}
        <form className="rd-paneel rd-stapel" action="/beheer/sleutels" method="post" aria-labelledby="nieuw">
          <h2 className="utrecht-heading-3" id="nieuw">
            {t("form")}
          </h2>
          <TextField
            id="naam"
            label={t("name")}
            hint={t("nameHint")}
            value={name ?? ""}
            maxLength={NAME_CHARACTERS_MAX}
            isRequired={true}
          />
          <CheckField id="recht-notes:write" name="recht-notes:write" label={t("scope.write")} />
          <CheckField id="recht-reports:read" name="recht-reports:read" label={t("scope.read")} />
          <SubmitButton>{t("button")}</SubmitButton>
        </form>
      </div>
    </SettingsFrame>
  );
}

import { ROLES } from "@rode-draad/domain";
import { Alert, CheckField, DataTable, SubmitButton, TextField } from "@rode-draad/ui";
import type { RequestHandler, Response } from "express";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import { wordsOf } from "../../messages/words-of.js";
import type { PersonDraft, PersonView, SettingsView, WebTools } from "../../web-tools.js";
import { readLine } from "../read-line.js";
import { ActButton, doneOf, SettingsFrame, sendSettings, type Told } from "./frame.js";

/** Who gets an account here; a partner has a link in a letter. */
const STAFF_ROLES = ROLES.filter((role) => role !== "partner");
const LOGIN = /^[a-z0-9][a-z0-9._@+-]{1,99}$/;
const NAME_CHARACTERS_MAX = 100;

/** GET /beheer/accounts */
export function people(tools: WebTools): RequestHandler {
  return async (request, response) => {
    await sendPeople(tools, response, { done: doneOf(request) });
  };
}

/** POST /beheer/accounts: makes an account, and shows its one-time link in this answer. */
export function invitePerson(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const draft = readDraft((request.body ?? {}) as Readonly<Record<string, unknown>>);
    if (!LOGIN.test(draft.login) || draft.name === "" || draft.roles.length === 0) {
      return sendPeople(tools, response, { problem: wordsOf(response)("settings.people.incomplete") }, { draft });
    }
    await answerWithLink(tools, response, await tools.invitePerson(draft), draft);
  };
}

/** POST /beheer/accounts/link: a new link for who lost the password. */
export function renewInvitation(tools: WebTools): RequestHandler {
  return async (request, response) => {
    await answerWithLink(tools, response, await tools.renewInvitation(readLine(request.body?.inlognaam)));
  };
}

/** POST /beheer/accounts/sluiten */
export function closePerson(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const outcome = await tools.closePerson(readLine(request.body?.inlognaam));
    if (!("refused" in outcome)) return response.redirect(303, "/beheer/accounts?gedaan=closed");
    await sendPeople(tools, response, { problem: <Dutch>{outcome.refused}</Dutch> });
  };
}

async function answerWithLink(
  tools: WebTools,
  response: Response,
  outcome: { readonly link: string } | { readonly refused: string },
  draft?: PersonDraft,
): Promise<void> {
  if ("link" in outcome) return sendPeople(tools, response, { done: "made" }, { link: outcome.link });
  const problem = <Dutch>{outcome.refused}</Dutch>;
  await sendPeople(tools, response, { problem }, draft === undefined ? {} : { draft });
}

function readDraft(body: Readonly<Record<string, unknown>>): PersonDraft {
  const workerRef = readLine(body.medewerker, NAME_CHARACTERS_MAX);
  const teams = Object.keys(body).filter((name) => name.startsWith("team-") && body[name] === "ja");
  return {
    login: readLine(body.inlognaam).toLowerCase(),
    name: readLine(body.naam, NAME_CHARACTERS_MAX),
    roles: STAFF_ROLES.filter((role) => body[`rol-${role}`] === "ja"),
    teamCodes: teams.map((name) => name.slice("team-".length)),
    ...(workerRef !== "" && { workerRef }),
  };
}

interface PeopleState {
  readonly link?: string;
  readonly draft?: PersonDraft;
}

async function sendPeople(tools: WebTools, response: Response, told: Told, state: PeopleState = {}): Promise<void> {
  const [view, settings] = await Promise.all([tools.listPeople(), tools.readSettings()]);
  const title = wordsOf(response)("settings.people.title");
  const content = <People view={view} settings={settings} told={told} {...state} />;
  await sendSettings(tools, response, { title, content }, told.problem === undefined ? 200 : 400);
}

interface PeopleProps extends PeopleState {
  readonly view: readonly PersonView[];
  readonly settings: SettingsView;
  readonly told: Told;
}

function People({ view, settings, told, link, draft }: PeopleProps): ReactElement {
  const t = useTranslations("settings.people");
  const roleName = useTranslations("account.roles");
  return (
    <SettingsFrame title={t("title")} lead={t("lead")} {...told}>
      {link === undefined ? null : (
        <Alert kind="warning" level={2} title={t("once.title")}>
          <p>{t("once.text")}</p>
          <p>
            <code className="rd-breek">{link}</code>
          </p>
        </Alert>
      )}
      <section className="rd-sectie">
        <DataTable
          caption={t("caption")}
          columns={[
            { label: t("name") },
            { label: t("login") },
            { label: t("roles") },
            { label: t("teams") },
            { label: t("state") },
            { label: t("act") },
          ]}
          rows={view.map((person) => ({
            key: person.login,
            cells: [
              person.name,
              person.login,
              person.roles.map((role) => roleName(role)).join(", "),
              person.teams.length === 0 ? t("noTeam") : <Dutch key="teams">{person.teams.join(", ")}</Dutch>,
              t(`is.${person.state}`),
              person.state === "closed" ? "" : <Acts key="acts" person={person} />,
            ] as const,
          }))}
        />
      </section>
      <PersonForm settings={settings} draft={draft} />
    </SettingsFrame>
  );
}

function Acts({ person }: { readonly person: PersonView }): ReactElement {
  const t = useTranslations("settings.people");
  const fields = { inlognaam: person.login };
  return (
    <>
      <ActButton action="/beheer/accounts/link" label={t("renew")} about={person.name} fields={fields} />
      {person.isYou ? null : (
        <ActButton action="/beheer/accounts/sluiten" label={t("close")} about={person.name} fields={fields} />
      )}
    </>
  );
}

function PersonForm(props: { readonly settings: SettingsView; readonly draft: PersonDraft | undefined }): ReactElement {
  const { settings, draft } = props;
  const t = useTranslations("settings.people");
  const roleName = useTranslations("account.roles");
  return (
    <form className="rd-sectie rd-paneel rd-stapel" action="/beheer/accounts" method="post" aria-labelledby="nieuw">
      <h2 className="utrecht-heading-2" id="nieuw">
        {t("form")}
      </h2>
      <TextField
        id="naam"
        label={t("name")}
        value={draft?.name ?? ""}
        maxLength={NAME_CHARACTERS_MAX}
        isRequired={true}
      />
      <TextField
        id="inlognaam"
        label={t("login")}
        hint={t("loginHint")}
        value={draft?.login ?? ""}
        maxLength={100}
        isRequired={true}
      />
      <fieldset className="utrecht-form-fieldset">
        <legend className="utrecht-form-fieldset__legend">{t("roles")}</legend>
        {STAFF_ROLES.map((role) => (
          <CheckField
            key={role}
            id={`rol-${role}`}
            name={`rol-${role}`}
            label={roleName(role)}
            isChecked={draft?.roles.includes(role) ?? false}
          />
        ))}
      </fieldset>
      {settings.teams.length === 0 ? null : (
        <fieldset className="utrecht-form-fieldset">
          <legend className="utrecht-form-fieldset__legend">{t("teams")}</legend>
          {settings.teams.map(({ code, name }) => (
            <CheckField
              key={code}
              id={`team-${code}`}
              name={`team-${code}`}
              label={<Dutch>{name}</Dutch>}
              isChecked={draft?.teamCodes.includes(code) ?? false}
            />
          ))}
        </fieldset>
      )}
      <TextField
        id="medewerker"
        label={t("worker")}
        hint={t("workerHint")}
        value={draft?.workerRef ?? ""}
        maxLength={NAME_CHARACTERS_MAX}
      />
      <SubmitButton>{t("button")}</SubmitButton>
    </form>
  );
}

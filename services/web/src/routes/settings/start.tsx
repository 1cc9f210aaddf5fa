import { Alert, ProcessSteps } from "@rode-draad/ui";
import type { RequestHandler } from "express";
import type { ReactElement } from "react";
import { useTranslations } from "../../messages/use-translations.js";
import { wordsOf } from "../../messages/words-of.js";
import type { SettingsView, WebTools } from "../../web-tools.js";
import { SettingsFrame, sendSettings } from "./frame.js";

/** The first steps in their order: what is there tells which are done, so that nothing has to be kept of them. */
const STEPS = [
  { name: "municipality", href: undefined, isDone: () => true },
  { name: "areas", href: "/beheer/wijken", isDone: ({ areas }: SettingsView) => areas.length > 0 },
  { name: "teams", href: "/beheer/teams", isDone: ({ teams }: SettingsView) => teams.length > 0 },
  // The first account is that of who reads this.
  { name: "people", href: "/beheer/accounts", isDone: ({ people }: SettingsView) => people > 1 },
  { name: "import", href: "/invoer", isDone: ({ imports }: SettingsView) => imports > 0 },
] as const;

/** GET /beheer/begin: the first steps of a municipality, one after another. */
export function start(tools: WebTools): RequestHandler {
  return async (_request, response) => {
    const title = wordsOf(response)("settings.start.title");
    await sendSettings(tools, response, { title, content: <Start view={await tools.readSettings()} /> });
  };
}

function Start({ view }: { readonly view: SettingsView }): ReactElement {
  const t = useTranslations("settings.start");
  const next = STEPS.find(({ isDone }) => !isDone(view));
  return (
    <SettingsFrame title={t("title")} lead={t("lead", { municipality: view.municipality })}>
      <div className="rd-sectie rd-stapel rd-stapel--ruim">
        <ProcessSteps
          label={t("steps")}
          doneWord={t("done")}
          steps={STEPS.map((step) => ({
            key: step.name,
            name: t(`step.${step.name}.name`),
            state: step.isDone(view) ? "done" : step === next ? "now" : "to-do",
          }))}
        />
        {next === undefined ? (
          <Alert kind="ok" level={2} title={t("ready.title")}>
            <p>{t("ready.text")}</p>
            <p>
              <a className="utrecht-link" href="/">
                {t("ready.link")}
              </a>
            </p>
          </Alert>
        ) : (
          <section className="rd-paneel rd-stapel" aria-labelledby="nu">
            <h2 className="utrecht-heading-2" id="nu">
              {t(`step.${next.name}.name`)}
            </h2>
            <p className="utrecht-paragraph">{t(`step.${next.name}.what`)}</p>
            {next.href === undefined ? null : (
              <div className="utrecht-button-group">
                <a className="utrecht-button utrecht-button--primary-action" href={next.href}>
                  {t("go")}
                </a>
              </div>
            )}
            <p className="utrecht-paragraph utrecht-paragraph--small">{t("back")}</p>
          </section>
        )}
        <p className="utrecht-paragraph">{t("name", { municipality: view.municipality })}</p>
      </div>
    </SettingsFrame>
  );
}

import type { Action } from "@rode-draad/domain";
import type { RequestHandler } from "express";
import type { ReactElement } from "react";
import { sendPage } from "../../http/send-page.js";
import { useTranslations } from "../../messages/use-translations.js";
import { wordsOf } from "../../messages/words-of.js";
import type { SettingsView, WebTools } from "../../web-tools.js";

/** The menu of these pages; who may not do what a page is for does not see it. */
const PARTS = [
  { href: "/beheer/begin", name: "start", action: "settings:manage" },
  { href: "/beheer/teams", name: "teams", action: "settings:manage" },
  { href: "/beheer/wijken", name: "areas", action: "settings:manage" },
  { href: "/beheer/accounts", name: "people", action: "access:manage" },
  { href: "/beheer/partners", name: "partners", action: "partners:manage" },
  { href: "/sociale-kaart", name: "activities", action: "activities:manage" },
  { href: "/beheer/themas", name: "catalogue", action: "settings:manage" },
  { href: "/beheer/grenzen", name: "limits", action: "settings:manage" },
  { href: "/beheer/bewaren", name: "terms", action: "privacy:manage" },
  { href: "/beheer/sleutels", name: "keys", action: "access:manage" },
  { href: "/beheer/stand", name: "operation", action: "operation:manage" },
  { href: "/beheer/logboek", name: "log", action: "audit:read" },
  { href: "/beheer/grootboek", name: "ledger", action: "audit:read" },
] as const satisfies readonly { href: string; name: string; action: Action }[];

/** GET /beheer: what can be set, and how it stands. */
export function settings(tools: WebTools): RequestHandler {
  return async (_request, response) => {
    const [frame, view] = await Promise.all([tools.readFrame(), tools.readSettings()]);
    const actions = frame.account?.actions ?? [];
    sendPage(response, frame, {
      title: wordsOf(response)("settings.title"),
      section: "/beheer",
      content: <Overview view={view} actions={actions} />,
    });
  };
}

function Overview(props: { readonly view: SettingsView; readonly actions: readonly Action[] }): ReactElement {
  const { view, actions } = props;
  const t = useTranslations("settings");
  const facts = {
    teams: view.teams.length,
    areas: view.areas.length,
    people: view.people,
    activities: view.activities,
    version: view.catalogueVersion,
    days: view.textDays,
  };
  const now = {
    teams: t("now.teams", { teams: facts.teams }),
    areas: t("now.areas", { areas: facts.areas }),
    people: t("now.people", { people: facts.people }),
    activities: t("now.activities", { activities: facts.activities }),
    catalogue: t("now.catalogue", { version: facts.version }),
    terms: t("now.terms", { days: facts.days }),
  };
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t("title")}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead", { municipality: view.municipality })}</p>
      </div>
      <dl className="rd-sectie utrecht-data-list utrecht-data-list--rows rd-paneel">
        {PARTS.filter(({ action }) => actions.includes(action)).map(({ href, name }) => (
          <div key={name} className="utrecht-data-list__item">
            <dt className="utrecht-data-list__item-key">
              <a className="utrecht-link" href={href}>
                {t(`part.${name}.name`)}
              </a>
            </dt>
            <dd className="utrecht-data-list__item-value">
              {t(`part.${name}.about`)} {name in now ? now[name as keyof typeof now] : null}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

import { DataTable } from "@rode-draad/ui";
import type { RequestHandler, Response } from "express";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useDayName } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
import { wordsOf } from "../../messages/words-of.js";
import type { OwnCatalogueView, WebTools } from "../../web-tools.js";
import { readLine } from "../read-line.js";
import { ActButton, doneOf, SettingsFrame, sendSettings, type Told } from "./frame.js";

/** GET /beheer/themas: the themes with the municipality's own words, its own themes, and the versions of both. */
export function catalogue(tools: WebTools): RequestHandler {
  return async (request, response) => {
    await sendCatalogue(tools, response, { done: doneOf(request) });
  };
}

/** POST /beheer/versies: makes an earlier version the present one, as a new version. */
export function goBack(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const to = Number(readLine(request.body?.versie));
    const outcome = await tools.changeOwnCatalogue({ kind: "go-back", to: Number.isSafeInteger(to) ? to : 0 });
    if (!("refused" in outcome)) return response.redirect(303, "/beheer/themas?gedaan=back");
    await sendCatalogue(tools, response, { problem: <Dutch>{outcome.refused}</Dutch> }, 400);
  };
}

async function sendCatalogue(tools: WebTools, response: Response, told: Told, status = 200): Promise<void> {
  const title = wordsOf(response)("settings.catalogue.title");
  const content = <CataloguePage view={await tools.readOwnCatalogue()} told={told} />;
  await sendSettings(tools, response, { title, content }, status);
}

interface CatalogueProps {
  readonly view: OwnCatalogueView;
  readonly told: Told;
}

function CataloguePage({ view, told }: CatalogueProps): ReactElement {
  const t = useTranslations("settings.catalogue");
  return (
    <SettingsFrame title={t("title")} lead={t("lead")} {...told}>
      <section className="rd-sectie rd-stapel" aria-labelledby="eigen">
        <h2 className="utrecht-heading-2" id="eigen">
          {t("own.title")}
        </h2>
        <OwnThemes view={view} />
        <div className="utrecht-button-group">
          <a className="utrecht-button utrecht-button--primary-action" href="/beheer/eigen-thema">
            {t("own.add")}
          </a>
        </div>
      </section>
      <section className="rd-sectie rd-stapel" aria-labelledby="versies">
        <h2 className="utrecht-heading-2" id="versies">
          {t("versions.title")}
        </h2>
        <Versions versions={view.versions} />
      </section>
      <section className="rd-sectie rd-stapel" aria-labelledby="alle">
        <h2 className="utrecht-heading-2" id="alle">
          {t("all.title")}
        </h2>
        <p className="utrecht-paragraph">{t("all.about")}</p>
        {view.groups.map(({ domain, themes }) => (
          <section key={domain} className="rd-stapel rd-stapel--nauw">
            <h3 className="utrecht-heading-3">
              <Dutch>{domain}</Dutch>
            </h3>
            <ul className="rd-regels">
              {themes.map(({ id, name, ownWords }) => (
                <li key={id}>
                  <a className="utrecht-link" href={`/beheer/themas/${encodeURIComponent(id)}`}>
                    <Dutch>{name}</Dutch>
                  </a>
                  {ownWords === 0 ? null : ` ${t("all.words", { words: ownWords })}`}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </section>
    </SettingsFrame>
  );
}

function OwnThemes({ view }: { readonly view: OwnCatalogueView }): ReactElement {
  const t = useTranslations("settings.catalogue.own");
  if (view.own.length === 0) return <p className="utrecht-paragraph">{t("none")}</p>;
  return (
    <DataTable
      caption={t("caption")}
      columns={[{ label: t("name") }, { label: t("definition") }, { label: t("state") }]}
      rows={view.own.map(({ id, name, definition, isRetired }) => ({
        key: id,
        cells: [
          <a key="name" className="utrecht-link" href={`/beheer/themas/${encodeURIComponent(id)}`}>
            <Dutch>{name}</Dutch>
          </a>,
          <Dutch key="definition">{definition}</Dutch>,
          t(isRetired ? "retired" : "inForce"),
        ] as const,
      }))}
    />
  );
}

function Versions({ versions }: Pick<OwnCatalogueView, "versions">): ReactElement {
  const t = useTranslations("settings.catalogue.versions");
  const dayName = useDayName();
  const [latest] = versions;
  if (latest === undefined) return <p className="utrecht-paragraph">{t("none")}</p>;
  return (
    <DataTable
      caption={t("caption")}
      columns={[
        { label: t("number") },
        { label: t("what") },
        { label: t("who") },
        { label: t("when") },
        { label: t("act") },
      ]}
      rows={versions.map((version) => ({
        key: String(version.number),
        cells: [
          version.number,
          <What key="what" version={version} />,
          version.who,
          dayName(version.day),
          version === latest ? (
            t("now")
          ) : (
            <ActButton
              key="back"
              action="/beheer/versies"
              label={t("back")}
              about={t("version", { number: version.number })}
              fields={{ versie: String(version.number) }}
            />
          ),
        ] as const,
      }))}
    />
  );
}

/** What made a version, in words; names and words of themes are Dutch. */
function What({ version }: { readonly version: OwnCatalogueView["versions"][number] }): ReactElement {
  const t = useTranslations("settings.catalogue.versions");
  const { change, themeName } = version;
  const theme = (): ReactElement => <Dutch>{themeName ?? ("themeId" in change ? change.themeId : "")}</Dutch>;
  switch (change.kind) {
    case "add-term":
      return <>{t.rich("added", { word: () => <Dutch>{change.text}</Dutch>, theme })}</>;
    case "remove-term":
      return <>{t.rich("removed", { word: () => <Dutch>{change.text}</Dutch>, theme })}</>;
    case "add-theme":
      return <>{t.rich("theme", { theme })}</>;
    case "retire-theme":
      return <>{t.rich("retired", { theme })}</>;
    case "go-back":
      return <>{t("wentBack", { number: change.to })}</>;
  }
}

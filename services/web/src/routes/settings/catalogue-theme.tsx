import { OWN_TERM_CHARACTERS_MAX, type OwnCatalogueChange } from "@rode-draad/domain";
import { Disclosure, SubmitButton, TextField } from "@rode-draad/ui";
import type { Request, RequestHandler, Response } from "express";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import { wordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import type { CatalogueThemeView, WebTools } from "../../web-tools.js";
import { readLine } from "../read-line.js";
import { ActButton, doneOf, SettingsFrame, sendSettings, type Told } from "./frame.js";

/** GET /beheer/themas/{id}: by which words a theme is found. */
export function catalogueTheme(tools: WebTools): RequestHandler {
  return async (request, response) => {
    await sendTheme(tools, request, response, { done: doneOf(request) });
  };
}

/** POST /beheer/themas/{id}/woorden: adds a word, or takes one of one's own away. */
export function changeWords(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const themeId = String(request.params.id);
    const text = readLine(request.body?.woord);
    const isRemoval = request.body?.doe === "weg";
    const change = { kind: isRemoval ? "remove-term" : "add-term", themeId, text } as const;
    await act(tools, request, response, change, isRemoval ? "removed" : "added");
  };
}

/** POST /beheer/themas/{id}/vervallen: an own theme gets no new questions any more. */
export function retireTheme(tools: WebTools): RequestHandler {
  return async (request, response) => {
    await act(tools, request, response, { kind: "retire-theme", themeId: String(request.params.id) }, "retired");
  };
}

async function act(
  tools: WebTools,
  request: Request,
  response: Response,
  change: OwnCatalogueChange,
  done: "added" | "removed" | "retired",
): Promise<void> {
  const outcome = await tools.changeOwnCatalogue(change);
  if ("refused" in outcome) {
    await sendTheme(tools, request, response, { problem: <Dutch>{outcome.refused}</Dutch> }, 400);
    return;
  }
  response.redirect(303, `/beheer/themas/${encodeURIComponent(String(request.params.id))}?gedaan=${done}`);
}

async function sendTheme(
  tools: WebTools,
  request: Request,
  response: Response,
  told: Told,
  status = 200,
): Promise<void> {
  const view = await tools.readCatalogueTheme(String(request.params.id));
  if (view === undefined) throw wordedError(wordsOf(response), "theme-unknown");
  const typed = status === 200 ? "" : readLine(request.body?.woord);
  const content = <ThemeWords view={view} told={told} typed={typed} />;
  await sendSettings(tools, response, { title: view.name, isTitleDutch: true, content }, status);
}

interface ThemeWordsProps {
  readonly view: CatalogueThemeView;
  readonly told: Told;
  readonly typed: string;
}

function ThemeWords({ view, told, typed }: ThemeWordsProps): ReactElement {
  const t = useTranslations("settings.words");
  const { id, name, definition, ownWords, shippedWords, isOwn, isRetired } = view;
  const address = `/beheer/themas/${encodeURIComponent(id)}`;
  return (
    <SettingsFrame
      title={<Dutch>{name}</Dutch>}
      lead={<Dutch>{definition}</Dutch>}
      under={{ href: "/beheer/themas", label: useTranslations("settings.catalogue")("title") }}
      {...told}
    >
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <section className="rd-stapel" aria-labelledby="woorden">
          <h2 className="utrecht-heading-2" id="woorden">
            {t("own")}
          </h2>
          {ownWords.length === 0 ? <p className="utrecht-paragraph">{t("none")}</p> : null}
          <ul className="rd-regels">
            {ownWords.map((word) => (
              <li key={word}>
                <Dutch>{word}</Dutch>
                <ActButton
                  action={`${address}/woorden`}
                  label={t("remove")}
                  about={word}
                  fields={{ doe: "weg", woord: word }}
                />
              </li>
            ))}
          </ul>
          {shippedWords.length === 0 ? null : (
            <Disclosure title={t("shipped", { words: shippedWords.length })}>
              <p className="utrecht-paragraph">
                <Dutch>{shippedWords.join(", ")}</Dutch>
              </p>
            </Disclosure>
          )}
        </section>
        <div className="rd-stapel rd-stapel--ruim">
          {isRetired ? (
            <p className="utrecht-paragraph">{t("isRetired")}</p>
          ) : (
            <form className="rd-paneel rd-stapel" action={`${address}/woorden`} method="post" aria-labelledby="nieuw">
              <h2 className="utrecht-heading-3" id="nieuw">
                {t("form")}
              </h2>
              <TextField
                id="woord"
                label={t("word")}
                hint={t("wordHint")}
                value={typed}
                maxLength={OWN_TERM_CHARACTERS_MAX}
                isRequired={true}
              />
              <p className="utrecht-paragraph utrecht-paragraph--small">{t("from")}</p>
              <SubmitButton>{t("button")}</SubmitButton>
            </form>
          )}
          {isOwn && !isRetired ? (
            <section className="rd-paneel rd-paneel--vlak rd-stapel" aria-labelledby="vervallen">
              <h2 className="utrecht-heading-3" id="vervallen">
                {t("retire.title")}
              </h2>
              <p className="utrecht-paragraph">{t("retire.about")}</p>
              <ActButton action={`${address}/vervallen`} label={t("retire.button")} about={name} />
            </section>
          ) : null}
        </div>
      </div>
    </SettingsFrame>
  );
}

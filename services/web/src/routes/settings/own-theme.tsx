import { CheckField, SelectField, TextAreaField, TextField } from "@rode-draad/ui";
import type { RequestHandler, Response } from "express";
import type { ReactElement, ReactNode } from "react";
import { Dutch, useDutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import { wordsOf } from "../../messages/words-of.js";
import type { OwnCatalogueView, WebTools } from "../../web-tools.js";
import { readLine } from "../read-line.js";
import { SettingsFrame, sendSettings } from "./frame.js";

const LINE_MAX = { naam: 60, uitleg: 200, titel: 80 } as const;
const WORDS_MAX = 20;
/** No partner, or one that the catalogue does not name. */
const NO_PARTNER = "";

/** What was filled in, by the name of the field. */
type Form = Readonly<Record<"naam" | "uitleg" | "titel" | "gebied" | "vorm" | "partner" | "zorg" | "woorden", string>>;

/** GET /beheer/eigen-thema */
export function ownTheme(tools: WebTools): RequestHandler {
  return async (_request, response) => {
    await sendForm(tools, response);
  };
}

/** POST /beheer/eigen-thema: adds a theme of the municipality's own. */
export function addOwnTheme(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const form = readForm((request.body ?? {}) as Readonly<Record<string, unknown>>);
    const view = await tools.readOwnCatalogue();
    const has = (list: readonly { readonly id: string }[], id: string): boolean => list.some((one) => one.id === id);
    const isWhole = form.naam !== "" && form.uitleg !== "" && form.titel !== "";
    if (!isWhole || !has(view.domains, form.gebied) || !has(view.formats, form.vorm)) {
      return sendForm(tools, response, form, wordsOf(response)("settings.ownTheme.incomplete"));
    }
    const outcome = await tools.changeOwnCatalogue({
      kind: "add-theme",
      words: form.woorden
        .split(/\r?\n/)
        .map((word) => word.trim())
        .filter((word) => word !== "")
        .slice(0, WORDS_MAX),
      theme: {
        name: form.naam,
        definition: form.uitleg,
        domainId: form.gebied,
        careNeeded: form.zorg === "ja",
        formatId: form.vorm,
        invitationTitle: form.titel,
        ...(has(view.partners, form.partner) && { partnerId: form.partner }),
      },
    });
    if (!("refused" in outcome)) return response.redirect(303, "/beheer/themas?gedaan=added");
    await sendForm(tools, response, form, <Dutch>{outcome.refused}</Dutch>);
  };
}

function readForm(body: Readonly<Record<string, unknown>>): Form {
  return {
    naam: readLine(body.naam, LINE_MAX.naam),
    uitleg: readLine(body.uitleg, LINE_MAX.uitleg),
    titel: readLine(body.titel, LINE_MAX.titel),
    gebied: readLine(body.gebied),
    vorm: readLine(body.vorm),
    partner: readLine(body.partner),
    zorg: readLine(body.zorg),
    woorden: typeof body.woorden === "string" ? body.woorden : "",
  };
}

async function sendForm(tools: WebTools, response: Response, form?: Form, problem?: ReactNode): Promise<void> {
  const title = wordsOf(response)("settings.ownTheme.title");
  const content = <OwnThemeForm view={await tools.readOwnCatalogue()} form={form} problem={problem} />;
  await sendSettings(tools, response, { title, content }, problem === undefined ? 200 : 400);
}

interface OwnThemeFormProps {
  readonly view: OwnCatalogueView;
  readonly form: Form | undefined;
  readonly problem: ReactNode;
}

function OwnThemeForm({ view, form, problem }: OwnThemeFormProps): ReactElement {
  const t = useTranslations("settings.ownTheme");
  const lang = useDutch();
  const options = (list: readonly { readonly id: string; readonly name: string }[]) => [
    { options: list.map(({ id, name }) => ({ value: id, label: name, lang })) },
  ];
  const noPartner = { options: [{ value: NO_PARTNER, label: t("noPartner") }] };
  return (
    <SettingsFrame
      title={t("title")}
      lead={t("lead")}
      under={{ href: "/beheer/themas", label: useTranslations("settings.catalogue")("title") }}
      problem={problem}
    >
      <form className="rd-sectie rd-paneel rd-stapel" action="/beheer/eigen-thema" method="post" noValidate={true}>
        <TextField
          id="naam"
          label={t("name")}
          hint={t("nameHint")}
          value={form?.naam ?? ""}
          maxLength={LINE_MAX.naam}
        />
        <TextField
          id="uitleg"
          label={t("about")}
          hint={t("aboutHint")}
          value={form?.uitleg ?? ""}
          maxLength={LINE_MAX.uitleg}
        />
        <TextAreaField id="woorden" label={t("words")} hint={t("wordsHint")} value={form?.woorden} />
        <SelectField id="gebied" label={t("domain")} selected={form?.gebied ?? ""} groups={options(view.domains)} />
        <TextField
          id="titel"
          label={t("invitation")}
          hint={t("invitationHint")}
          value={form?.titel ?? ""}
          maxLength={LINE_MAX.titel}
        />
        <SelectField id="vorm" label={t("format")} selected={form?.vorm ?? ""} groups={options(view.formats)} />
        <SelectField
          id="partner"
          label={t("partner")}
          selected={form?.partner ?? NO_PARTNER}
          groups={[noPartner, ...options(view.partners)]}
        />
        <CheckField id="zorg" name="zorg" label={t("care")} isChecked={form?.zorg === "ja"} />
        <p className="utrecht-paragraph utrecht-paragraph--small">{t("from")}</p>
        <div className="utrecht-button-group">
          <button className="utrecht-button utrecht-button--primary-action" type="submit">
            {t("button")}
          </button>
          <a className="utrecht-button utrecht-button--subtle" href="/beheer/themas">
            {t("leave")}
          </a>
        </div>
      </form>
    </SettingsFrame>
  );
}

import { ProductError } from "@rode-draad/domain";
import type { RequestHandler, Response } from "express";
import type { ReactNode } from "react";
import { sendPage } from "../../http/send-page.js";
import { wordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import type { PartnerChoices, PartnerFormView, WebTools } from "../../web-tools.js";
import { PartnerFormPage } from "./form-page.js";
import { PartnerListPage } from "./list-page.js";
import {
  checkPartner,
  EMPTY_PARTNER,
  openPartnerForm,
  type PartnerErrors,
  type PartnerForm,
  readPartnerForm,
} from "./read-partner.js";
import { SecretPage } from "./secret-page.js";

/** GET /beheer/partners: the list of partners. */
export function partners(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const content = (
      <PartnerListPage partners={await tools.listPartners()} isSaved={request.query.gedaan === "bewaard"} />
    );
    await send(tools, response, wordsOf(response)("partners.title"), content);
  };
}

/** GET /beheer/partners/nieuw: the empty form. */
export function newPartner(tools: WebTools): RequestHandler {
  return async (_request, response) => {
    const choices = await tools.readPartnerChoices();
    const content = <PartnerFormPage choices={choices} form={EMPTY_PARTNER} errors={{}} />;
    await send(tools, response, wordsOf(response)("partners.form.titleNew"), content);
  };
}

/** GET /beheer/partners/{id}: the form with what is known. */
export function partner(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const view = await find(tools, String(request.params.id), response);
    const title = wordsOf(response)("partners.form.documentTitle");
    await send(tools, response, title, formOf(view, openPartnerForm(view), {}));
  };
}

/** POST /beheer/partners and /beheer/partners/{id}: keeps it. A new key is shown in the answer itself, once. */
export function savePartner(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const id = request.params.id === undefined ? undefined : String(request.params.id);
    const view = id === undefined ? undefined : await find(tools, id, response);
    const choices: PartnerChoices = view ?? (await tools.readPartnerChoices());
    const t = wordsOf(response);
    const form = readPartnerForm(request.body ?? {});
    const showErrors = (errors: PartnerErrors) =>
      send(
        tools,
        response,
        view === undefined ? t("partners.form.titleNew") : t("partners.form.documentTitle"),
        view === undefined ? (
          <PartnerFormPage choices={choices} form={form} errors={errors} />
        ) : (
          formOf(view, form, errors)
        ),
        400,
      );
    const checked = checkPartner(form, choices, t);
    if ("errors" in checked) return showErrors(checked.errors);
    try {
      const saved = await tools.savePartner({ ...checked.draft, ...(id !== undefined && { id }) });
      if ("heldBack" in saved) return showErrors({ naam: saved.sentence });
      if (saved.secret !== undefined)
        return send(tools, response, t("partners.secret.title"), <SecretPage secret={saved.secret} />);
    } catch (error) {
      if (!(error instanceof ProductError) || error.code !== "webhook-address-refused") throw error;
      return showErrors({ koppeling: t("partners.errors.webhookRefused") });
    }
    response.redirect(303, "/beheer/partners?gedaan=bewaard");
  };
}

function formOf(view: PartnerFormView, form: PartnerForm, errors: PartnerErrors): ReactNode {
  return <PartnerFormPage id={view.partner.id} name={view.partner.name} choices={view} form={form} errors={errors} />;
}

async function find(tools: WebTools, id: string, response: Response): Promise<PartnerFormView> {
  const view = await tools.readPartner(id);
  if (view === undefined) throw wordedError(wordsOf(response), "partner-unknown");
  return view;
}

async function send(
  tools: WebTools,
  response: Response,
  title: string,
  content: ReactNode,
  status = 200,
): Promise<void> {
  sendPage(response, await tools.readFrame(), { title, section: "", content }, status);
}

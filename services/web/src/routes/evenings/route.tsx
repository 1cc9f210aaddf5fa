import type { RequestHandler, Response } from "express";
import type { ReactNode } from "react";
import { sendPage } from "../../http/send-page.js";
import { wordsOf } from "../../messages/words-of.js";
import type { WebTools } from "../../web-tools.js";
import { EveningFormPage } from "./form-page.js";
import { EveningListPage } from "./list-page.js";
import { checkEvening, type EveningErrors, openEveningForm, readEveningForm } from "./read-evening.js";

/** GET /vaste-avonden: the fixed evenings with partners. */
export function evenings(tools: WebTools): RequestHandler {
  return async (_request, response) => {
    const title = wordsOf(response)("evenings.title");
    await send(tools, response, title, <EveningListPage view={await tools.listEvenings()} />);
  };
}

/** GET /vaste-avonden/nieuw: the form for another one. */
export function newEvening(tools: WebTools): RequestHandler {
  return async (_request, response) => {
    const choices = await tools.readEveningChoices();
    const form = openEveningForm(choices.today.slice(0, 7));
    const title = wordsOf(response)("evenings.form.title");
    await send(tools, response, title, <EveningFormPage choices={choices} form={form} errors={{}} />);
  };
}

/** POST /vaste-avonden: keeps what was agreed. */
export function addEvening(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const choices = await tools.readEveningChoices();
    const form = readEveningForm(request.body ?? {});
    const showErrors = (errors: EveningErrors) =>
      send(
        tools,
        response,
        wordsOf(response)("evenings.form.title"),
        <EveningFormPage choices={choices} form={form} errors={errors} />,
        400,
      );
    const checked = checkEvening(form, choices, wordsOf(response));
    if ("errors" in checked) return showErrors(checked.errors);
    const added = await tools.addEvening(checked.draft);
    if ("heldBack" in added) return showErrors({ plek: added.heldBack });
    response.redirect(303, `/vaste-avonden/${encodeURIComponent(added.id)}?gedaan=afgesproken`);
  };
}

async function send(
  tools: WebTools,
  response: Response,
  title: string,
  content: ReactNode,
  status = 200,
): Promise<void> {
  sendPage(response, await tools.readFrame(), { title, section: "/voorstellen", isSection: false, content }, status);
}

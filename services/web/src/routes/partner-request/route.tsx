import type { Request, RequestHandler, Response } from "express";
import { sendPage } from "../../http/send-page.js";
import { type WordedError, wordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import type { RequestView, WebTools } from "../../web-tools.js";
import { RequestPage } from "./page.js";
import { checkResult, EMPTY_RESULT, type ResultErrors, type ResultForm, readResultForm } from "./read-result.js";

/** What was just done, as the address says it after a redirect. */
const DONE = ["opnieuw", "verteld"] as const;

/** GET /partneraanvragen/{id}: one request to a partner, how far it came and what was answered. */
export function partnerRequest(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const view = await find(tools, request, response);
    const done = DONE.find((word) => word === request.query.gedaan);
    await show(tools, response, view, { form: EMPTY_RESULT, errors: {}, done });
  };
}

/** GET /partneraanvragen/{id}/brief.eml: the letter as a mail file, to be sent by hand. */
export function letterFile(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const file = await tools.readLetterFile(String(request.params.id));
    if (file === undefined) throw unknown(response);
    response.attachment(file.fileName).type("message/rfc822").send(file.content);
  };
}

/** POST /partneraanvragen/{id}/opnieuw: tries again what did not arrive. */
export function retryRequest(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const id = String(request.params.id);
    await tools.retryRequest(id);
    response.redirect(303, `/partneraanvragen/${encodeURIComponent(id)}?gedaan=opnieuw`);
  };
}

/** POST /partneraanvragen/{id}/terugkoppeling: tells the partner how it was, once. */
export function sendResult(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const view = await find(tools, request, response);
    const form = readResultForm(request.body ?? {});
    const known = view.result.state === "ready" ? view.result.attendance : undefined;
    const checked = checkResult(form, known, wordsOf(response));
    if ("errors" in checked) return show(tools, response, view, { form, errors: checked.errors, status: 400 });
    await tools.sendResult(view.id, checked.draft);
    response.redirect(303, `/partneraanvragen/${encodeURIComponent(view.id)}?gedaan=verteld`);
  };
}

async function find(tools: WebTools, request: Request, response: Response): Promise<RequestView> {
  const view = await tools.readRequest(String(request.params.id));
  if (view === undefined) throw unknown(response);
  return view;
}

interface Shown {
  readonly form: ResultForm;
  readonly errors: ResultErrors;
  readonly done?: (typeof DONE)[number] | undefined;
  readonly status?: number;
}

async function show(tools: WebTools, response: Response, view: RequestView, shown: Shown): Promise<void> {
  const { status = 200, ...props } = shown;
  const title = wordsOf(response)("partner-request.page.documentTitle");
  const content = <RequestPage view={view} {...props} />;
  const page = { title, section: "/voorstellen", isSection: false, place: view.areaName, content } as const;
  sendPage(response, await tools.readFrame(), page, status);
}

function unknown(response: Response): WordedError {
  return wordedError(wordsOf(response), "partner-request-unknown");
}

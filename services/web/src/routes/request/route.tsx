import type { Request, RequestHandler, Response } from "express";
import type { ReactNode } from "react";
import type { WebContext } from "../../define-route.js";
import { sendPage } from "../../http/send-page.js";
import { wordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import type { ProposalPageView, RequestDraft, WebTools } from "../../web-tools.js";
import { ProposalPage } from "../proposal/page.js";
import { LetterPage } from "./letter-page.js";
import { checkRequest, type RequestFormValues, readFormValues } from "./read-request.js";

interface ReadRequest {
  readonly view: ProposalPageView;
  readonly form: RequestFormValues;
  readonly draft: RequestDraft;
}

/** POST /voorstellen/{id}/brief: shows the letter. Nothing is sent or kept; it is a POST because a name is no part of an address. */
export function previewLetter(tools: WebTools, { today }: WebContext): RequestHandler {
  return async (request, response) => {
    const read = await readOrShowErrors(tools, today(), request, response);
    if (read === undefined) return;
    const [frame, letter] = await Promise.all([tools.readFrame(), tools.previewRequest(read.view.card.id, read.draft)]);
    const content = <LetterPage proposalId={read.view.card.id} letter={letter} form={read.form} />;
    sendPage(response, frame, {
      title: wordsOf(response)("request.letter.title"),
      section: "/voorstellen",
      isSection: false,
      content,
    });
  };
}

/** POST /voorstellen/{id}/aanvraag: sends the request, then leads on, so that reloading sends nothing twice. */
export function sendLetter(tools: WebTools, { today }: WebContext): RequestHandler {
  return async (request, response) => {
    const read = await readOrShowErrors(tools, today(), request, response);
    if (read === undefined) return;
    await tools.sendRequest(read.view.card.id, read.draft);
    response.redirect(303, `/voorstellen/${encodeURIComponent(read.view.card.id)}?gedaan=verstuurd`);
  };
}

/** POST /voorstellen/{id}/aanpassen: the form again, with what was filled in. */
export function editLetter(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const view = await findProposal(tools, request, response);
    await showForm(
      tools,
      response,
      200,
      <ProposalPage view={view} form={readFormValues(request.body ?? {})} errors={{}} />,
    );
  };
}

async function readOrShowErrors(
  tools: WebTools,
  today: string,
  request: Request,
  response: Response,
): Promise<ReadRequest | undefined> {
  const view = await findProposal(tools, request, response);
  const form = readFormValues(request.body ?? {});
  const checked = checkRequest(form, today, view.partners, wordsOf(response));
  if ("draft" in checked) return { view, form, draft: checked.draft };
  await showForm(tools, response, 400, <ProposalPage view={view} form={form} errors={checked.errors} />);
  return undefined;
}

async function findProposal(tools: WebTools, request: Request, response: Response): Promise<ProposalPageView> {
  const view = await tools.readProposal(String(request.params.id));
  if (view === undefined) throw wordedError(wordsOf(response), "proposal-unknown");
  return view;
}

async function showForm(tools: WebTools, response: Response, status: number, content: ReactNode): Promise<void> {
  const page = {
    title: wordsOf(response)("request.title"),
    section: "/voorstellen",
    isSection: false,
    content,
  } as const;
  sendPage(response, await tools.readFrame(), page, status);
}

import type { RequestHandler, Response } from "express";
import { sendPage } from "../../http/send-page.js";
import { wordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import type { ProposalPageView, WebTools } from "../../web-tools.js";
import { openForm } from "../request/read-request.js";
import { ProposalPage, type ProposalPageProps } from "./page.js";

/** GET /voorstellen/{id}: one proposal, its decision or, once picked up, the request to a partner. */
export function proposal(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const view = await tools.readProposal(String(request.params.id));
    if (view === undefined) throw wordedError(wordsOf(response), "proposal-unknown");
    await sendProposal(tools, response, view, { done: request.query.gedaan });
  };
}

/** The page of a proposal; with a decision that missed something its form comes back with the errors. */
export async function sendProposal(
  tools: WebTools,
  response: Response,
  view: ProposalPageView,
  { decision, done }: Pick<ProposalPageProps, "decision" | "done">,
): Promise<void> {
  const content = (
    <ProposalPage view={view} form={openForm(view.opening)} errors={{}} decision={decision} done={done} />
  );
  const { title, area } = view.card;
  const page = {
    title,
    isTitleDutch: true,
    section: "/voorstellen",
    isSection: false,
    place: area.name,
    content,
  } as const;
  sendPage(response, await tools.readFrame(), page, decision === undefined ? 200 : 400);
}

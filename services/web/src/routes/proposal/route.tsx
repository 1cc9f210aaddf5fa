import { ProductError } from "@rode-draad/domain";
import type { RequestHandler } from "express";
import { sendPage } from "../../http/send-page.js";
import type { WebTools } from "../../web-tools.js";
import { openForm } from "../request/read-request.js";
import { ProposalPage } from "./page.js";

/** GET /voorstellen/{id}: one proposal, its decision or, once picked up, the request to a partner. */
export function proposal(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const [frame, view] = await Promise.all([tools.readFrame(), tools.readProposal(String(request.params.id))]);
    if (view === undefined) throw new ProductError("proposal-unknown", "Dit voorstel bestaat niet.");
    const content = <ProposalPage view={view} form={openForm(view.dates)} errors={{}} />;
    const { title, area } = view.card;
    sendPage(response, frame, { title, section: "/voorstellen", isSection: false, place: area.name, content });
  };
}

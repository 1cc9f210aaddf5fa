import { ProductError } from "@rode-draad/domain";
import type { RequestHandler } from "express";
import { wordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import type { Decision, WebTools } from "../../web-tools.js";
import { readDecision } from "./read-decision.js";
import { sendProposal } from "./route.js";

/**
 * POST /voorstellen/{id}/besluit: keeps the decision and leads on, so that reloading repeats nothing: after "Pak op" to what comes
 * next for this proposal, else to the other proposals. When something is missing, it shows the proposal again with what was filled in.
 */
export function decide(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const view = await tools.readProposal(String(request.params.id));
    if (view === undefined) throw wordedError(wordsOf(response), "proposal-unknown");
    const read = readDecision(view.card, request.body ?? {}, wordsOf(response));
    if ("errors" in read) return sendProposal(tools, response, view, { decision: read });
    try {
      await tools.decide(read.decision);
    } catch (error) {
      const taken = error instanceof ProductError && error.code === "initiative-taken";
      const initiative = taken ? (await tools.readProposal(view.card.id))?.card.initiative : undefined;
      if (initiative === undefined) throw error;
      // A colleague was first: the page of the initiative says who has it, and lets this person join.
      return response.redirect(303, `/initiatieven/${encodeURIComponent(initiative.id)}?gedaan=net-te-laat`);
    }
    response.redirect(303, afterwards(read.decision));
  };
}

function afterwards({ kind, proposalId }: Decision): string {
  if (kind === "pick-up") return `/voorstellen/${encodeURIComponent(proposalId)}?gedaan=opgepakt`;
  return `/voorstellen?gedaan=${kind === "later" ? "later" : "niet-doen"}`;
}

import { ProductError } from "@rode-draad/domain";
import type { RequestHandler } from "express";
import type { Decision, WebTools } from "../../web-tools.js";
import { readDecision } from "./read-decision.js";

const DONE: Readonly<Record<Decision["kind"], string>> = { "pick-up": "opgepakt", later: "later", refuse: "niet-doen" };

/** POST /voorstellen/{id}/besluit: keeps the decision and goes back to the list, so that reloading repeats nothing. */
export function decide(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const proposalId = String(request.params.id);
    const decision = readDecision(proposalId, request.body ?? {});
    const proposal = await tools.readProposal(proposalId);
    if (proposal === undefined) throw new ProductError("proposal-unknown", "Dit voorstel bestaat niet.");
    if (decision.kind === "pick-up" && proposal.card.careNeeded && !decision.discussedInTeam) {
      throw new ProductError("care-not-discussed", "Dit thema kan alleen met zorg. Bespreek het eerst in je team.");
    }
    await tools.decide(decision);
    response.redirect(303, `/voorstellen?gedaan=${DONE[decision.kind]}`);
  };
}

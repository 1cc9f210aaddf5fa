import type { RequestHandler } from "express";
import { sendPage } from "../../http/send-page.js";
import { wordsOf } from "../../messages/words-of.js";
import type { WebTools } from "../../web-tools.js";
import { chosenRoute } from "../chosen-route.js";
import { ProposalsPage } from "./page.js";
import { STATES } from "./states.js";

/** GET /voorstellen: the cards, by what people did with them. */
export function proposals(tools: WebTools): RequestHandler {
  return chosenRoute(tools, "/voorstellen", async (chosen, request, response) => {
    const state = STATES.find(({ id }) => id === request.query.stand)?.id;
    const page = Math.max(1, Math.trunc(Number(request.query.bladzijde)) || 1);
    const filter = { page, ...(state !== undefined && { state }) };
    const cards = await tools.listProposals(chosen.choice);
    const content = <ProposalsPage cards={cards} chosen={chosen} done={request.query.gedaan} filter={filter} />;
    sendPage(response, chosen.frame, {
      title: wordsOf(response)("proposals.title", { place: chosen.place }),
      section: "/voorstellen",
      place: chosen.place,
      content,
    });
  });
}

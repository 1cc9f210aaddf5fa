import type { RequestHandler } from "express";
import { sendPage } from "../../http/send-page.js";
import { wordsOf } from "../../messages/words-of.js";
import type { WebTools } from "../../web-tools.js";
import { OwnFitsPage } from "./page.js";

/** GET /mijn-casussen: how many of the own open cases fit which evening. Numbers only, to the one whose notes they are. */
export function ownFits(tools: WebTools): RequestHandler {
  return async (_request, response) => {
    const [frame, view] = await Promise.all([tools.readFrame(), tools.listOwnFits()]);
    sendPage(response, frame, {
      title: wordsOf(response)("own-fits.title"),
      section: "/initiatieven",
      isSection: false,
      content: <OwnFitsPage view={view} />,
    });
  };
}

import type { RequestHandler } from "express";
import { sendPage } from "../../http/send-page.js";
import { wordsOf } from "../../messages/words-of.js";
import type { WebTools } from "../../web-tools.js";
import { ChangesPage } from "./page.js";

/** GET /wijzigingen: what people and the program did to the themes, the latest first. */
export function changes(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const [frame, lines] = await Promise.all([tools.readFrame(), tools.listChanges()]);
    const content = <ChangesPage changes={lines} done={request.query.gedaan} />;
    sendPage(response, frame, {
      title: wordsOf(response)("changes.title"),
      section: "/themas",
      isSection: false,
      content,
    });
  };
}

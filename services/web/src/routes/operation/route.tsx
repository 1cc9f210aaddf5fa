import type { RequestHandler } from "express";
import { sendPage } from "../../http/send-page.js";
import { wordsOf } from "../../messages/words-of.js";
import type { WebTools } from "../../web-tools.js";
import { OperationPage } from "./page.js";

/** GET /beheer/stand: what runs, what stands still, and what to do. */
export function operation(tools: WebTools): RequestHandler {
  return async (_request, response) => {
    const [frame, view] = await Promise.all([tools.readFrame(), tools.readOperation()]);
    const title = wordsOf(response)("operation.title");
    sendPage(response, frame, { title, section: "/beheer", isSection: false, content: <OperationPage view={view} /> });
  };
}

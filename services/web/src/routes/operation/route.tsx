import type { RequestHandler } from "express";
import { sendPage } from "../../http/send-page.js";
import { wordsOf } from "../../messages/words-of.js";
import type { WebTools } from "../../web-tools.js";
import { doneOf } from "../settings/frame.js";
import { OperationPage } from "./page.js";

/** GET /beheer/stand: what runs, what stands still, and what to do. */
export function operation(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const [frame, view] = await Promise.all([tools.readFrame(), tools.readOperation()]);
    const title = wordsOf(response)("operation.title");
    const content = <OperationPage view={view} done={doneOf(request)} />;
    sendPage(response, frame, { title, section: "/beheer", isSection: false, content });
  };
}

/** POST /beheer/stand/opnieuw: has the notes that were set aside tried again. */
export function retryStuckNotes(tools: WebTools): RequestHandler {
  return async (_request, response) => {
    await tools.retryStuckNotes();
    response.redirect(303, "/beheer/stand?gedaan=retried");
  };
}

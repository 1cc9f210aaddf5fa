import type { RequestHandler } from "express";
import { sendPage } from "../../http/send-page.js";
import { wordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import type { WebTools } from "../../web-tools.js";
import { QuestionSheetsPage } from "./page.js";

/** GET /initiatieven/{id}/vragenblad: what people ask about its themes, with answers; made to be printed. */
export function questionSheets(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const t = wordsOf(response);
    const [frame, view] = await Promise.all([tools.readFrame(), tools.readQuestionSheets(String(request.params.id))]);
    if (view === undefined) throw wordedError(t, "initiative-unknown");
    sendPage(response, frame, {
      title: t("question-sheet.title"),
      section: "/initiatieven",
      isSection: false,
      place: view.areaName,
      content: <QuestionSheetsPage view={view} />,
    });
  };
}

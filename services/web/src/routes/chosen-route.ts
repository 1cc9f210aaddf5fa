import type { Request, RequestHandler, Response } from "express";
import { partName, readChoice } from "../choice.js";
import { type Page, sendPage } from "../http/send-page.js";
import { wordsOf } from "../messages/words-of.js";
import type { Choice, ChoicesView, FrameView, WebTools } from "../web-tools.js";
import { firstRunPage } from "./first-run-page.js";

export interface Chosen {
  readonly frame: FrameView;
  readonly choices: ChoicesView;
  readonly choice: Choice;
  /** Name of the chosen part. */
  readonly place: string;
}

/** A page that depends on the chosen month and part; before the first import it shows where to begin. */
export function chosenRoute(
  tools: WebTools,
  section: Page["section"],
  answer: (chosen: Chosen, request: Request, response: Response) => Promise<void>,
): RequestHandler {
  return async (request, response) => {
    const [frame, choices] = await Promise.all([tools.readFrame(), tools.readChoices()]);
    const choice = readChoice(request.query, choices, wordsOf(response));
    if (choice === undefined) return sendPage(response, frame, firstRunPage(section, frame, wordsOf(response)));
    await answer(
      { frame, choices, choice, place: partName(choice.part, choices, frame.municipality) },
      request,
      response,
    );
  };
}

import type { RequestHandler, Response } from "express";
import { withChoice } from "../../choice.js";
import { sendPage } from "../../http/send-page.js";
import { wordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import type { ThemeChangeLine, ThemePageView, WebTools } from "../../web-tools.js";
import { type Chosen, chosenRoute } from "../chosen-route.js";
import { ClosedPage } from "./closed-page.js";
import { ThemePage, type ThemePageProps } from "./page.js";

/** GET /themas/{id}: what a theme means, how it goes, and whether a group fits. An id lives for ever: a merged one leads on. */
export function theme(tools: WebTools): RequestHandler {
  return chosenRoute(tools, "/themas", async (chosen, request, response) => {
    const view = await tools.readTheme(String(request.params.id), chosen.choice);
    if (view === undefined) throw wordedError(wordsOf(response), "theme-unknown");
    if ("closed" in view) return sendClosed(response, view.closed, chosen);
    if ("movedTo" in view) {
      return response.redirect(301, withChoice(`/themas/${encodeURIComponent(view.movedTo)}`, chosen.choice));
    }
    sendTheme(response, view, chosen, { done: request.query.gedaan });
  });
}

/** The page of a theme that is none any more: not found, and why. */
export function sendClosed(response: Response, change: ThemeChangeLine, { frame, place }: Chosen): void {
  const content = <ClosedPage change={change} />;
  sendPage(
    response,
    frame,
    { title: wordsOf(response)("theme.gone.title"), section: "/themas", isSection: false, place, content },
    404,
  );
}

/** The page of a theme; with a correction that could not be carried out its form comes back. */
export function sendTheme(
  response: Response,
  view: ThemePageView,
  { frame, choice, place }: Chosen,
  state: Pick<ThemePageProps, "attempt" | "done">,
  status = 200,
): void {
  const content = <ThemePage view={view} choice={choice} {...state} />;
  sendPage(
    response,
    frame,
    { title: view.theme.name, isTitleDutch: true, section: "/themas", isSection: false, place, content },
    status,
  );
}

import { ProductError } from "@rode-draad/domain";
import type { RequestHandler } from "express";
import { withChoice } from "../../choice.js";
import { sendPage } from "../../http/send-page.js";
import type { WebTools } from "../../web-tools.js";
import { chosenRoute } from "../chosen-route.js";
import { ThemePage } from "./page.js";

/** GET /themas/{id}: what a theme means, how it goes, and whether a group fits. An id lives for ever: a merged one leads on. */
export function theme(tools: WebTools): RequestHandler {
  return chosenRoute(tools, "/themas", async ({ frame, choice, place }, request, response) => {
    const themeId = String(request.params.id);
    const view = await tools.readTheme(themeId, choice);
    if (view === undefined) throw new ProductError("theme-unknown", "Dit thema bestaat niet.");
    if ("movedTo" in view) {
      return response.redirect(301, withChoice(`/themas/${encodeURIComponent(view.movedTo)}`, choice));
    }
    const content = <ThemePage view={view} choice={choice} />;
    sendPage(response, frame, { title: view.name, section: "/themas", isSection: false, place, content });
  });
}

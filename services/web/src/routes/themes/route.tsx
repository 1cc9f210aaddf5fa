import type { RequestHandler } from "express";
import { sendPage } from "../../http/send-page.js";
import { wordsOf } from "../../messages/words-of.js";
import type { WebTools } from "../../web-tools.js";
import { chosenRoute } from "../chosen-route.js";
import { ThemesPage } from "./page.js";

/** GET /themas: the themes that are released for the choice, and the whole catalogue to look one up. */
export function themes(tools: WebTools): RequestHandler {
  return chosenRoute(tools, "/themas", async (chosen, _request, response) => {
    const [report, groups] = await Promise.all([tools.readReport(chosen.choice), tools.listThemes()]);
    const content = <ThemesPage report={report} groups={groups} chosen={chosen} />;
    sendPage(response, chosen.frame, {
      title: wordsOf(response)("themes.title"),
      section: "/themas",
      place: chosen.place,
      content,
    });
  });
}

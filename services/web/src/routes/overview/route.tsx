import type { RequestHandler } from "express";
import { withChoice } from "../../choice.js";
import { sendPage } from "../../http/send-page.js";
import { wordsOf } from "../../messages/words-of.js";
import type { WebTools } from "../../web-tools.js";
import { chosenRoute } from "../chosen-route.js";
import { NothingAboveThreshold } from "../first-run.js";
import { Overview } from "./page.js";

/** GET /: what is going on in the chosen month and part. */
export function overview(tools: WebTools): RequestHandler {
  return chosenRoute(tools, "/", async (chosen, _request, response) => {
    const { frame, choice, place } = chosen;
    const [report, view, state] = await Promise.all([
      tools.readReport(choice),
      tools.readOverview(choice),
      tools.readReportState(choice.month),
    ]);
    const hasThemes = report !== undefined && report.sections.recurring.all.length > 0;
    const widerHref = withChoice("/", { month: choice.month, part: { kind: "municipality" } });
    const content = hasThemes ? (
      <Overview report={report} chosen={chosen} view={view} state={state} />
    ) : (
      <NothingAboveThreshold widerHref={widerHref} />
    );
    sendPage(response, frame, {
      title: wordsOf(response)("overview.title", { place }),
      section: "/",
      place,
      content,
    });
  });
}

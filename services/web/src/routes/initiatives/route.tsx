import type { Request, RequestHandler } from "express";
import { sendPage } from "../../http/send-page.js";
import { wordedError } from "../../messages/worded-error.js";
import { type Words, wordsOf } from "../../messages/words-of.js";
import { type ChoicesView, INITIATIVE_PARTS, type InitiativeFilter, type WebTools } from "../../web-tools.js";
import { InitiativesPage } from "./page.js";

/** GET /initiatieven: what runs, or one state page by page; of all wijken or of one. */
export function initiatives(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const t = wordsOf(response);
    const [frame, choices] = await Promise.all([tools.readFrame(), tools.readChoices()]);
    const filter = readFilter(request.query, choices, t);
    const view = await tools.listInitiatives(filter);
    sendPage(response, frame, {
      title: t("initiatives.title"),
      section: "/initiatieven",
      content: <InitiativesPage view={view} filter={filter} frame={frame} areas={choices.areas} />,
    });
  };
}

/** What is not there is no other thing: an address with an unknown wijk is refused, not read as all wijken. */
function readFilter(query: Request["query"], choices: ChoicesView, t: Words): InitiativeFilter {
  const part = INITIATIVE_PARTS.find((one) => one === query.stand) ?? "ahead";
  const page = Math.max(1, Math.trunc(Number(query.bladzijde)) || 1);
  const asked = query.wijk ?? "";
  if (asked === "") return { part, page };
  const area = choices.areas.find(({ code }) => code === asked);
  if (area === undefined) throw wordedError(t, "part-unknown");
  return { part, areaCode: area.code, page };
}

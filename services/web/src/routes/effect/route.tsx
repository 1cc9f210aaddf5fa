import type { RequestHandler } from "express";
import { sendPage } from "../../http/send-page.js";
import { wordsOf } from "../../messages/words-of.js";
import type { WebTools } from "../../web-tools.js";
import { EffectPage, NoEvenings } from "./page.js";

/** GET /effect: what came of the evenings of a year, and the hours they saved and cost. */
export function effect(tools: WebTools): RequestHandler {
  return async ({ query }, response) => {
    const year = typeof query.jaar === "string" ? query.jaar : undefined;
    const [frame, view] = await Promise.all([tools.readFrame(), tools.listEffects(year)]);
    const content = view.years.length === 0 ? <NoEvenings /> : <EffectPage view={view} page={pageIn(query.blad)} />;
    sendPage(response, frame, { title: wordsOf(response)("effect.title"), section: "/effect", content });
  };
}

/** What is no page is the first one; a page beyond the last one is the last. */
function pageIn(asked: unknown): number {
  return typeof asked === "string" && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
}

import type { RequestHandler, Response } from "express";
import type { WebContext } from "../../define-route.js";
import { sendPage } from "../../http/send-page.js";
import { wordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import type { InitiativePageView, WebTools } from "../../web-tools.js";
import { InitiativePage, type InitiativePageProps } from "./page.js";

/** GET /initiatieven/{id}: the plan, what to do next, the sheets for the evening and what grew out of it. */
export function initiative(tools: WebTools, context: WebContext): RequestHandler {
  return async (request, response) => {
    const view = await readOr404(tools, response, request.params.id);
    await sendInitiative(tools, context, response, view, { done: request.query.gedaan });
  };
}

/** GET /initiatieven/{id}/agenda.ics: the planned evening for one's own calendar. */
export function eveningCalendar(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const calendar = await tools.readEveningCalendar(String(request.params.id));
    if (calendar === undefined) throw wordedError(wordsOf(response), "initiative-unknown");
    response.type("text/calendar; charset=utf-8").attachment("avond.ics").send(calendar);
  };
}

export async function readOr404(tools: WebTools, response: Response, id: unknown): Promise<InitiativePageView> {
  const view = await tools.readInitiative(String(id));
  if (view === undefined) throw wordedError(wordsOf(response), "initiative-unknown");
  return view;
}

/** The page of an initiative; with a form that missed something it comes back with what was typed. */
export async function sendInitiative(
  tools: WebTools,
  { today }: WebContext,
  response: Response,
  view: InitiativePageView,
  more: Omit<InitiativePageProps, "view" | "today" | "evening">,
): Promise<void> {
  const wasHeld = view.state === "held" || view.state === "evaluated";
  const evening = wasHeld ? await tools.readEffect(view.id) : undefined;
  const isRefused = more.refused !== undefined || more.wrong !== undefined;
  const page = {
    title: view.title,
    isTitleDutch: true,
    section: "/initiatieven",
    isSection: false,
    place: view.area.name,
    content: <InitiativePage view={view} today={today()} evening={evening} {...more} />,
  } as const;
  sendPage(response, await tools.readFrame(), page, isRefused ? 400 : 200);
}

import { isMonth, ProductError } from "@rode-draad/domain";
import type { Request, RequestHandler, Response } from "express";
import { sendPage } from "../../http/send-page.js";
import { type WordedError, wordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import type { EveningView, WebTools } from "../../web-tools.js";
import { checkResult, EMPTY_RESULT, readResultForm } from "../partner-request/read-result.js";
import { readLine } from "../read-line.js";
import { DONE, type Done } from "./done.js";
import { EveningPage, type EveningPageProps } from "./page.js";

const NOTHING_TYPED = { form: EMPTY_RESULT, errors: {} };

/** GET /vaste-avonden/{id}: one standing evening and its next agenda. */
export function evening(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const done = DONE.find((word) => word === request.query.gedaan);
    await show(tools, response, await find(tools, request, response), { ...NOTHING_TYPED, done });
  };
}

/** GET /vaste-avonden/{id}/agenda.ics: all evenings for one's own calendar. */
export function standingCalendar(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const calendar = await tools.readStandingCalendar(idOf(request));
    if (calendar === undefined) throw unknown(response);
    response.attachment("vaste-avonden.ics").type("text/calendar").send(calendar);
  };
}

/** POST /vaste-avonden/{id}/vullen: fills the agenda from the latest released month. */
export function fillAgenda(tools: WebTools): RequestHandler {
  return act(tools, async (request, response) => {
    const outcome = await tools.fillAgenda(idOf(request), monthOf(request, response));
    return outcome === "no-report" ? "niet-gevuld" : "gevuld";
  });
}

/** POST /vaste-avonden/{id}/agenda: keeps which points stand on it; what is not ticked does not. */
export function decideAgenda(tools: WebTools): RequestHandler {
  return act(tools, async (request, response) => {
    const { punt } = request.body ?? {};
    const chosen = (Array.isArray(punt) ? punt : [punt]).map((value) => readLine(value));
    await tools.decideAgenda(idOf(request), monthOf(request, response), new Set(chosen));
    return "gekozen";
  });
}

/** POST /vaste-avonden/{id}/versturen: sends the agenda to the partner, once. */
export function sendAgenda(tools: WebTools): RequestHandler {
  return act(tools, async (request, response) => {
    await tools.sendAgenda(idOf(request), monthOf(request, response));
    return "verstuurd";
  });
}

/** POST /vaste-avonden/{id}/overslaan: an evening is skipped, or takes place after all. */
export function skipEvening(tools: WebTools): RequestHandler {
  return act(tools, async (request, response) => {
    const isSkipped = request.body?.overslaan === "ja";
    await tools.skipMonth(idOf(request), monthOf(request, response), isSkipped);
    return isSkipped ? "overgeslagen" : "terug";
  });
}

/** POST /vaste-avonden/{id}/stoppen */
export function stopEvening(tools: WebTools): RequestHandler {
  return act(tools, async (request) => {
    await tools.stopEvening(idOf(request));
    return "gestopt";
  });
}

/** POST /vaste-avonden/{id}/opnieuw: tries again what did not arrive. */
export function retryEvening(tools: WebTools): RequestHandler {
  return act(tools, async (request) => {
    await tools.retryEvening(idOf(request));
    return "opnieuw";
  });
}

/** POST /vaste-avonden/{id}/terugkoppeling: tells the partner how the last evening was, once. */
export function tellEvening(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const form = readResultForm(request.body ?? {});
    const checked = checkResult(form, undefined, wordsOf(response));
    if ("errors" in checked) {
      const typed = { form, errors: checked.errors };
      return show(tools, response, await find(tools, request, response), typed, 400);
    }
    await tools.sendEveningResult(idOf(request), monthOf(request, response), checked.draft);
    redirect(response, request, "verteld");
  };
}

/** What was refused is said on the page itself, above the agenda, where it can be put right. */
function act(tools: WebTools, work: (request: Request, response: Response) => Promise<Done>): RequestHandler {
  return async (request, response) => {
    let done: Done;
    try {
      done = await work(request, response);
    } catch (error) {
      if (!(error instanceof ProductError) || !error.code.startsWith("agenda-")) throw error;
      const refused = { ...NOTHING_TYPED, refusal: error.message };
      return show(tools, response, await find(tools, request, response), refused, 409);
    }
    redirect(response, request, done);
  };
}

function redirect(response: Response, request: Request, done: Done): void {
  response.redirect(303, `/vaste-avonden/${encodeURIComponent(idOf(request))}?gedaan=${done}`);
}

const idOf = (request: Request): string => String(request.params.id);

function monthOf(request: Request, response: Response): string {
  const month = readLine(request.body?.maand);
  if (isMonth(month)) return month;
  throw wordedError(wordsOf(response), "month-missing");
}

async function find(tools: WebTools, request: Request, response: Response): Promise<EveningView> {
  const view = await tools.readEvening(idOf(request));
  if (view === undefined) throw unknown(response);
  return view;
}

async function show(
  tools: WebTools,
  response: Response,
  view: EveningView,
  shown: Omit<EveningPageProps, "view">,
  status = 200,
): Promise<void> {
  const title = wordsOf(response)("evening.documentTitle");
  const content = <EveningPage view={view} {...shown} />;
  sendPage(response, await tools.readFrame(), { title, section: "/voorstellen", isSection: false, content }, status);
}

function unknown(response: Response): WordedError {
  return wordedError(wordsOf(response), "evening-unknown");
}

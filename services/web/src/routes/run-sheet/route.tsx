import type { RequestHandler, Response } from "express";
import { sendPage } from "../../http/send-page.js";
import { wordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import type { RunSheetDraft, RunSheetPageView, WebTools } from "../../web-tools.js";
import { RunSheetPage, type RunSheetPageProps } from "./page.js";
import { readForm, readSteps, type StepError } from "./read-run-sheet.js";

/** GET /initiatieven/{id}/draaiboek: what happens when, to print; below it the form that changes it. */
export function runSheet(tools: WebTools): RequestHandler {
  return async (request, response) => {
    await sendRunSheet(tools, response, await read(tools, response, request.params.id), { done: request.query.gedaan });
  };
}

/** POST /initiatieven/{id}/draaiboek: keeps the steps, takes over another sheet or puts the form's own back. */
export function saveRunSheet(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const view = await read(tools, response, request.params.id);
    const t = wordsOf(response);
    const body: Readonly<Record<string, unknown>> = request.body ?? {};
    const steps = body.wat === "overnemen" || body.wat === "terugzetten" ? undefined : readSteps(body, t);
    if (steps !== undefined && "errors" in steps) return sendRunSheet(tools, response, view, { wrong: steps });
    const draft: RunSheetDraft =
      steps?.draft ?? (body.wat === "overnemen" ? { kind: "copy", fromId: String(body.van ?? "") } : { kind: "reset" });
    const outcome = await tools.saveRunSheet(view.id, draft);
    if ("refused" in outcome) return sendRunSheet(tools, response, view, { refused: outcome.refused });
    if ("heldBack" in outcome) {
      // Steps without text were left out on the way in, so the number counts those that have some.
      const kept = readForm(body).filter(({ what }) => what !== "");
      const index = Number(outcome.heldBack.replace("step-", ""));
      const error: StepError = { index, field: "wat", text: t("run-sheet.wrong.what", { number: index + 1 }) };
      return sendRunSheet(tools, response, view, { wrong: { form: kept, errors: [error] } });
    }
    response.redirect(303, `/initiatieven/${encodeURIComponent(view.id)}/draaiboek?gedaan=${DONE[draft.kind]}`);
  };
}

const DONE: Readonly<Record<RunSheetDraft["kind"], string>> = {
  steps: "bewaard",
  copy: "overgenomen",
  reset: "teruggezet",
};

async function read(tools: WebTools, response: Response, id: unknown): Promise<RunSheetPageView> {
  const view = await tools.readRunSheet(String(id));
  if (view === undefined) throw wordedError(wordsOf(response), "initiative-unknown");
  return view;
}

async function sendRunSheet(
  tools: WebTools,
  response: Response,
  view: RunSheetPageView,
  more: Omit<RunSheetPageProps, "view">,
): Promise<void> {
  const isRefused = more.wrong !== undefined || more.refused !== undefined;
  const page = {
    title: wordsOf(response)("run-sheet.title"),
    section: "/initiatieven",
    isSection: false,
    place: view.areaName,
    content: <RunSheetPage view={view} {...more} />,
  } as const;
  sendPage(response, await tools.readFrame(), page, isRefused ? 400 : 200);
}

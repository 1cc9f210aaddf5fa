import type { Request, RequestHandler, Response } from "express";
import { sendPage } from "../../http/send-page.js";
import { Dutch } from "../../messages/dutch.js";
import { wordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import type { ThemeChangeLine, WebTools } from "../../web-tools.js";
import { type ReasonForm, readReasonForm, reasonErrors } from "../reason-field.js";
import { UndoPage, type UndoPageProps } from "./page.js";

const EMPTY: ReasonForm = { reden: "" };

/** GET /wijzigingen/{id}: one correction, and the form to undo it. Changes nothing. */
export function askUndo(tools: WebTools): RequestHandler {
  return async (request, response) => {
    await sendUndo(tools, response, {
      change: await findCorrection(tools, request, response),
      form: EMPTY,
      errors: {},
    });
  };
}

/** POST /wijzigingen/{id}/ongedaan: undoes the correction and leads back to the list, where it stands on top. */
export function undo(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const change = await findCorrection(tools, request, response);
    const form = readReasonForm(request.body ?? {});
    const errors = reasonErrors(form, wordsOf(response));
    if (Object.keys(errors).length > 0) return sendUndo(tools, response, { change, form, errors }, 400);
    const outcome = await tools.undoCorrection(String(request.params.id), { why: form.reden });
    if ("correctionId" in outcome) {
      return response.redirect(303, `/wijzigingen?gedaan=${outcome.correctionId}#gedaan`);
    }
    if ("heldBack" in outcome) {
      return sendUndo(tools, response, { change, form, errors: { reden: <Dutch>{outcome.sentence}</Dutch> } }, 400);
    }
    await sendUndo(tools, response, { change, form, errors: {}, refused: outcome.refused }, 409);
  };
}

async function findCorrection(
  tools: WebTools,
  request: Request,
  response: Response,
): Promise<ThemeChangeLine & { correctionId: string }> {
  const correctionId = String(request.params.id);
  const lines = await tools.listChanges({ correctionId });
  const change = lines.find(({ undo: way }) => way !== undefined);
  if (change === undefined) throw wordedError(wordsOf(response), "correction-unknown");
  return { ...change, correctionId };
}

async function sendUndo(tools: WebTools, response: Response, props: UndoPageProps, status = 200): Promise<void> {
  const page = { title: wordsOf(response)("undo.title"), section: "/themas", isSection: false } as const;
  sendPage(response, await tools.readFrame(), { ...page, content: <UndoPage {...props} /> }, status);
}

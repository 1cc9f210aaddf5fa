import type { RequestHandler } from "express";
import { withChoice } from "../../choice.js";
import { Dutch } from "../../messages/dutch.js";
import { wordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import type { CorrectionDraft, CorrectionOutcome, WebTools } from "../../web-tools.js";
import { chosenRoute } from "../chosen-route.js";
import { type CorrectionErrors, readCorrection } from "./read-correction.js";
import { sendClosed, sendTheme } from "./route.js";

/**
 * POST /themas/{id}/correcties: carries a correction out and leads on to what came of it, so that reloading repeats nothing.
 * When something is missing or not allowed, it shows the theme again with what was filled in.
 */
export function correct(tools: WebTools): RequestHandler {
  return chosenRoute(tools, "/themas", async (chosen, request, response) => {
    const { choice } = chosen;
    const t = wordsOf(response);
    const view = await tools.readTheme(String(request.params.id), choice);
    if (view === undefined) throw wordedError(t, "theme-unknown");
    if ("closed" in view) return sendClosed(response, view.closed, chosen);
    if ("movedTo" in view) throw wordedError(t, "theme-moved");
    const { form, draft, errors } = readCorrection(view.theme.id, request.body ?? {}, t);
    const attempt = { kind: draft.kind, form };
    if (Object.keys(errors).length > 0)
      return sendTheme(response, view, chosen, { attempt: { ...attempt, errors } }, 400);
    const outcome = await tools.correctTheme(draft);
    if ("correctionId" in outcome) {
      return response.redirect(303, `${pageAfter(draft, choice)}gedaan=${outcome.correctionId}#gedaan`);
    }
    if ("refused" in outcome) {
      return sendTheme(response, view, chosen, { attempt: { ...attempt, errors: {}, refused: outcome.refused } }, 409);
    }
    sendTheme(response, view, chosen, { attempt: { ...attempt, errors: heldBackErrors(outcome) } }, 400);
  });
}

const FIELDS = { name: "naam", words: "woorden", why: "reden" } as const;

function heldBackErrors({ heldBack, sentence }: Extract<CorrectionOutcome, { heldBack: unknown }>): CorrectionErrors {
  return Object.fromEntries(heldBack.map((part) => [FIELDS[part], <Dutch key={part}>{sentence}</Dutch>]));
}

/** Where the theme is now: its own page, that of the theme it went into, or nowhere but in the list of changes. */
function pageAfter(draft: CorrectionDraft, choice: Parameters<typeof withChoice>[1]): string {
  if (draft.kind === "not-a-theme") return "/wijzigingen?";
  const themeId = draft.kind === "merge" ? draft.intoId : draft.themeId;
  return `${withChoice(`/themas/${encodeURIComponent(themeId)}`, choice)}&`;
}

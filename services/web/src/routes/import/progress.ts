import { setTimeout as wait } from "node:timers/promises";
import type { RequestHandler } from "express";
import { wordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import type { WebTools } from "../../web-tools.js";

/** How often the page hears how far it is. */
const EVERY_MS = 1_000;

/** GET /invoer/{id}/voortgang: how far an import is, as server-sent events (HTML standard, section 9.2), until it is over. */
export function importProgress(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const importId = String(request.params.id);
    const t = wordsOf(response);
    let progress = await tools.readProgress(importId);
    if (progress === undefined) throw wordedError(t, "import-unknown");
    let isGone = false;
    request.once("close", () => {
      isGone = true;
    });
    response.status(200).set({ "Content-Type": "text/event-stream; charset=utf-8", "X-Accel-Buffering": "no" });
    while (!isGone && progress !== undefined && !progress.isOver) {
      const { rows, percent } = progress;
      response.write(`data: ${JSON.stringify({ percent, text: t("import.running.rows", { rows }) })}\n\n`);
      await wait(EVERY_MS, undefined, { ref: false });
      progress = await tools.readProgress(importId);
    }
    if (!isGone) response.write("event: over\ndata: {}\n\n");
    response.end();
  };
}

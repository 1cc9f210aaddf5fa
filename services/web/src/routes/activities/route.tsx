import type { RequestHandler, Response } from "express";
import { receiveUpload } from "../../http/receive-upload.js";
import { sendPage } from "../../http/send-page.js";
import { Dutch } from "../../messages/dutch.js";
import { WordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import type { WebTools } from "../../web-tools.js";
import { ActivitiesPage, type ActivitiesProps } from "./page.js";

const UPLOAD = { bytesMax: 8 * 1024 * 1024, kinds: [".csv", ".json"] } as const;

/** GET /sociale-kaart: what exists already. */
export function activities(tools: WebTools): RequestHandler {
  return async (request, response) => {
    await sendActivities(tools, response, { isRemoved: request.query.gedaan === "weg" });
  };
}

/** POST /sociale-kaart: takes a file over, and says what came of it. */
export function importActivities(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const t = wordsOf(response);
    try {
      const outcome = await receiveUpload(request, UPLOAD, new Map(), (file) => tools.importActivities(file), t);
      if (!("refused" in outcome)) return sendActivities(tools, response, { imported: outcome });
      await sendActivities(tools, response, { problem: <Dutch>{outcome.refused}</Dutch> });
    } catch (error) {
      if (!(error instanceof WordedError)) throw error;
      await sendActivities(tools, response, { problem: error.message });
    }
  };
}

/** POST /sociale-kaart/{id}/weg */
export function removeActivity(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const outcome = await tools.removeActivity(String(request.params.id));
    if (!("refused" in outcome)) return response.redirect(303, "/sociale-kaart?gedaan=weg");
    await sendActivities(tools, response, { problem: <Dutch>{outcome.refused}</Dutch> });
  };
}

async function sendActivities(
  tools: WebTools,
  response: Response,
  props: Omit<ActivitiesProps, "activities">,
): Promise<void> {
  const [frame, list] = await Promise.all([tools.readFrame(), tools.listActivities()]);
  const title = wordsOf(response)("activities.title");
  const content = <ActivitiesPage activities={list} {...props} />;
  const page = { title, section: "/voorstellen", isSection: false, content } as const;
  sendPage(response, frame, page, props.problem === undefined ? 200 : 400);
}

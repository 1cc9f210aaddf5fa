import { ProductError } from "@rode-draad/domain";
import type { RequestHandler } from "express";
import type { WebContext } from "../../define-route.js";
import { sendPage } from "../../http/send-page.js";
import type { WebTools } from "../../web-tools.js";
import { ImportForm, ImportResult } from "./page.js";
import { readNames } from "./read-names.js";
import { receiveUpload } from "./receive-upload.js";
import { webRemedy } from "./web-remedy.js";

/** GET /invoer: choose a file. */
export function importForm(tools: WebTools): RequestHandler {
  return async (_request, response) => {
    sendPage(response, await tools.readFrame(), {
      title: "Notities inlezen",
      section: "/invoer",
      content: <ImportForm />,
    });
  };
}

/** POST /invoer: streams the file into the door. A refusal shows above the form, so that a person can choose again. */
export function importUpload(tools: WebTools, { uploadBytesMax }: WebContext): RequestHandler {
  return async (request, response) => {
    const form = new Map<string, string>();
    try {
      const { importId } = await receiveUpload(request, uploadBytesMax, form, async (file) =>
        tools.importFile({ ...file, ...readNames(form) }),
      );
      response.redirect(303, `/invoer/${encodeURIComponent(importId)}`);
    } catch (error) {
      if (!(error instanceof ProductError) || error.retryable) throw error;
      const page = {
        title: "Niet ingelezen",
        section: "/invoer",
        content: <ImportForm problem={webRemedy(error.message)} form={form} />,
      } as const;
      sendPage(response, await tools.readFrame(), page, 400);
    }
  };
}

/** GET /invoer/{id}: what came of it, by row number and reason. */
export function importResult(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const [frame, view] = await Promise.all([tools.readFrame(), tools.readImport(String(request.params.id))]);
    if (view === undefined) throw new ProductError("import-unknown", "Dit bestand kennen wij niet.");
    sendPage(response, frame, {
      title: view.title,
      section: "/invoer",
      isSection: false,
      content: <ImportResult view={view} />,
    });
  };
}

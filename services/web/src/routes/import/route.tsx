import { ProductError } from "@rode-draad/domain";
import type { RequestHandler } from "express";
import type { ReactNode } from "react";
import type { WebContext } from "../../define-route.js";
import { receiveUpload } from "../../http/receive-upload.js";
import { sendPage } from "../../http/send-page.js";
import { WordedError, wordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import type { Upload, WebTools } from "../../web-tools.js";
import { ImportForm, ImportResult, resultTitle } from "./page.js";
import { readNames } from "./read-names.js";
import { Remedy } from "./web-remedy.js";

/** Kinds of file that the intake can read. */
const NOTE_FILES = [".csv", ".xlsx", ".jsonl", ".ndjson"] as const;

/** GET /invoer: choose a file. */
export function importForm(tools: WebTools): RequestHandler {
  return async (_request, response) => {
    sendPage(response, await tools.readFrame(), {
      title: wordsOf(response)("import.title"),
      section: "/invoer",
      content: <ImportForm />,
    });
  };
}

/** POST /invoer: streams the file into the door. A refusal shows above the form, so that a person can choose again. */
export function importUpload(tools: WebTools, { uploadBytesMax }: WebContext): RequestHandler {
  return async (request, response) => {
    const form = new Map<string, string>();
    const t = wordsOf(response);
    try {
      const takeIn = async (file: Pick<Upload, "fileName" | "content">) =>
        tools.importFile({ ...file, ...readNames(form, t) });
      const { importId } = await receiveUpload(
        request,
        { bytesMax: uploadBytesMax, kinds: NOTE_FILES },
        form,
        takeIn,
        t,
      );
      response.redirect(303, `/invoer/${encodeURIComponent(importId)}`);
    } catch (error) {
      if (!(error instanceof ProductError) || error.retryable) throw error;
      const page = {
        title: t("import.failed"),
        section: "/invoer",
        content: <ImportForm problem={problemOf(error)} form={form} />,
      } as const;
      sendPage(response, await tools.readFrame(), page, 400);
    }
  };
}

/** What the pages find is in the language of the page; what the intake finds is Dutch. */
function problemOf(error: ProductError): ReactNode {
  return error instanceof WordedError ? error.message : <Remedy message={error.message} />;
}

/** GET /invoer/{id}: what came of it, by row number and reason. */
export function importResult(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const [frame, view] = await Promise.all([tools.readFrame(), tools.readImport(String(request.params.id))]);
    if (view === undefined) throw wordedError(wordsOf(response), "import-unknown");
    sendPage(response, frame, {
      title: wordsOf(response)(`import.result.title.${resultTitle(view)}`),
      section: "/invoer",
      isSection: false,
      content: <ImportResult view={view} />,
    });
  };
}

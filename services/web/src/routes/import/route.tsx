import { ProductError } from "@rode-draad/domain";
import type { Request, RequestHandler, Response } from "express";
import type { ReactNode } from "react";
import type { WebContext } from "../../define-route.js";
import { receiveUpload } from "../../http/receive-upload.js";
import { allowProgressScript } from "../../http/security-headers.js";
import { sendPage } from "../../http/send-page.js";
import { WordedError, wordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import type { ImportNames, WebTools } from "../../web-tools.js";
import { ColumnsPage, type ColumnsProps } from "./columns-page.js";
import { ImportForm } from "./page.js";
import { AREAS_INPUT, readAreas, readFields, whyNotFields } from "./read-names.js";
import { ImportResult, ImportRunning, resultTitle } from "./result-page.js";
import { Remedy } from "./web-remedy.js";

/** Kinds of file that the intake can read. */
const NOTE_FILES = [".csv", ".xlsx", ".jsonl", ".ndjson"] as const;

/** GET /invoer: choose a file. */
export function importForm(tools: WebTools): RequestHandler {
  return async (_request, response) => {
    await sendForm(tools, response);
  };
}

/** POST /invoer: looks at the columns. A refusal shows above the form, so that a person can choose again. Nothing is stored. */
export function importUpload(tools: WebTools, { uploadBytesMax: bytesMax }: WebContext): RequestHandler {
  return async (request, response) => {
    try {
      const rules = { bytesMax, kinds: NOTE_FILES };
      const { uploadId } = await receiveUpload(request, rules, new Map(), tools.keepUpload, wordsOf(response));
      response.redirect(303, `/invoer/bestand/${encodeURIComponent(uploadId)}`);
    } catch (error) {
      if (!(error instanceof ProductError) || error.retryable) throw error;
      await sendForm(tools, response, problemOf(error));
    }
  };
}

async function sendForm(tools: WebTools, response: Response, problem?: ReactNode, refusedAs = 400): Promise<void> {
  const t = wordsOf(response);
  const [frame, imports] = await Promise.all([tools.readFrame(), tools.listImports()]);
  const page = {
    title: problem === undefined ? t("import.title") : t("import.failed"),
    section: "/invoer",
    content: <ImportForm imports={imports} problem={problem} />,
  } as const;
  sendPage(response, frame, page, problem === undefined ? 200 : refusedAs);
}

/** What the pages find is in the language of the page; what the intake finds is Dutch. */
function problemOf(error: ProductError): ReactNode {
  return error instanceof WordedError ? error.message : <Remedy message={error.message} />;
}

/** GET /invoer/bestand/{id}: which column is what. */
export function importColumns(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const view = await tools.readUpload(String(request.params.id));
    if (view === undefined) return sendGone(tools, response);
    await sendColumns(tools, request, response, { view, typedAreas: "" });
  };
}

/** POST /invoer/bestand/{id}: looks again with other columns, or takes the file in. */
export function importStart(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const uploadId = String(request.params.id);
    const form = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const t = wordsOf(response);
    const before = await tools.readUpload(uploadId, { fields: [], namedAreas: {} });
    if (before === undefined) return sendGone(tools, response);
    const fields = readFields(form, before);
    let names: ImportNames = { fields, namedAreas: {} };
    let problem = whyNotFields(fields, t);
    try {
      names = { fields, namedAreas: readAreas(form, t) };
    } catch (error) {
      if (!(error instanceof WordedError)) throw error;
      problem ??= error.message;
    }
    const typedAreas = String(form[AREAS_INPUT] ?? "");
    const view = problem === undefined ? await tools.readUpload(uploadId, names) : undefined;
    if (view?.rows === undefined || form.doe !== "lees") {
      const columns = before.columns.map(({ field: _field, ...column }, index) => {
        const field = fields[index];
        return field === undefined ? column : { ...column, field };
      });
      const shown = view ?? { ...before, columns, missing: [] };
      const isWrong = problem !== undefined || form.doe === "lees";
      return sendColumns(tools, request, response, { view: shown, typedAreas, problem }, isWrong ? 400 : 200);
    }
    const started = await tools.startImport(uploadId, names);
    if (started === undefined) return sendGone(tools, response);
    response.redirect(303, `/invoer/${encodeURIComponent(started.importId)}`);
  };
}

/** The file waited too long, came in already, or this is another machine than it waits on. */
async function sendGone(tools: WebTools, response: Response): Promise<void> {
  await sendForm(tools, response, wordsOf(response)("import.gone"), 404);
}

async function sendColumns(
  tools: WebTools,
  request: Request,
  response: Response,
  props: Omit<ColumnsProps, "uploadId">,
  status = 200,
): Promise<void> {
  const page = {
    title: wordsOf(response)("import.columnsPage.title"),
    section: "/invoer",
    isSection: false,
    content: <ColumnsPage uploadId={String(request.params.id)} {...props} />,
  } as const;
  sendPage(response, await tools.readFrame(), page, status);
}

/** GET /invoer/{id}: how far it is, and then what came of it, by row number and reason. */
export function importResult(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const importId = String(request.params.id);
    const t = wordsOf(response);
    const [frame, view] = await Promise.all([tools.readFrame(), tools.readImport(importId)]);
    if (view === undefined) throw wordedError(t, "import-unknown");
    const shared = { section: "/invoer", isSection: false } as const;
    if (view.state === "running") {
      allowProgressScript(response);
      const content = <ImportRunning importId={importId} view={view} />;
      return sendPage(response, frame, { ...shared, title: t("import.running.title"), isLive: true, content });
    }
    const title = t(`import.result.title.${resultTitle(view)}`);
    sendPage(response, frame, { ...shared, title, content: <ImportResult importId={importId} view={view} /> });
  };
}

import { EmptyState, PlainFrame, renderPage } from "@rode-draad/ui";
import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from "express";
import type { ReactElement, ReactNode } from "react";
import type { FaultReporter } from "../../http/send-error.js";
import { PAGE_ASSETS } from "../../http/send-page.js";
import type { PartnerPageView, WebTools } from "../../web-tools.js";
import { PartnerPage } from "./page.js";
import {
  type AnswerErrors,
  type AnswerFormValues,
  checkAnswer,
  EMPTY_ANSWER,
  readAnswerValues,
} from "./read-answer.js";

interface PartnerOptions {
  readonly today: () => string;
  readonly form: RequestHandler;
  readonly reportFault: FaultReporter;
  readonly newReference: () => string;
}

/**
 * The page behind the link in a letter. Reading never acts, since mail scanners open every link; a POST acts once. It asks
 * for no sign-in and no word of its origin: whoever has the link may answer, and nobody else can make a form that has it.
 * An unknown, changed, expired or foreign link gets one and the same page, so that none of these can be told apart.
 */
export function partnerPages(tools: WebTools, options: PartnerOptions): Router {
  const router = express.Router({ strict: true });
  router.use((_request, response, next) => {
    // The address is the key: it must not travel to other sites, nor stand in a search engine.
    response.set({ "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow" });
    next();
  });
  router.get("/:token", async (request, response) => {
    const view = await tools.readPartnerPage(tokenOf(request));
    await (view === undefined ? sendGone(tools, response) : sendRequest(tools, request, response, view));
  });
  router.post("/:token", options.form, answer(tools, options.today));
  router.use(partnerFault(options));
  return router;
}

function answer(tools: WebTools, today: () => string): RequestHandler {
  return async (request, response) => {
    const token = tokenOf(request);
    const view = await tools.readPartnerPage(token);
    if (view === undefined) return sendGone(tools, response);
    if (view.answered !== undefined) return sendRequest(tools, request, response, view, { status: 409 });
    const form = readAnswerValues(request.body ?? {});
    const checked = checkAnswer(form, today(), view);
    if ("errors" in checked) {
      return sendRequest(tools, request, response, view, { status: 400, form, errors: checked.errors });
    }
    const outcome = await tools.answerPartner(token, checked.draft);
    if (outcome === "done") return response.redirect(303, request.originalUrl);
    if (outcome !== "gone") {
      const errors = { toelichting: outcome.heldBack };
      return sendRequest(tools, request, response, view, { status: 400, form, errors });
    }
    // Somebody with the same link was first, or it expired this very moment.
    const now = await tools.readPartnerPage(token);
    return now === undefined ? sendGone(tools, response) : sendRequest(tools, request, response, now, { status: 409 });
  };
}

const tokenOf = (request: Request): string => String(request.params.token);

async function sendRequest(
  tools: WebTools,
  request: Request,
  response: Response,
  view: PartnerPageView,
  shown: { readonly status?: number; readonly form?: AnswerFormValues; readonly errors?: AnswerErrors } = {},
): Promise<void> {
  const { status = 200, form = EMPTY_ANSWER, errors = {} } = shown;
  const content = <PartnerPage view={view} path={request.originalUrl} form={form} errors={errors} />;
  await send(tools, response, { status, title: view.title, content });
}

async function sendGone(tools: WebTools, response: Response): Promise<void> {
  const content = (
    <EmptyState
      drawing="lost"
      title="Deze link werkt niet (meer)"
      lead="De link is verlopen, of het adres is niet compleet."
    >
      <p className="utrecht-paragraph">Bel of mail de collega die u de brief stuurde. Die helpt u verder.</p>
    </EmptyState>
  );
  await send(tools, response, { status: 404, title: "Deze link werkt niet", content });
}

/** A fault shows no way into the product either, and its path goes to the log without the token. */
function partnerFault({ reportFault, newReference }: PartnerOptions): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const reference = newReference();
    const isTheirs = typeof error?.status === "number" && error.status < 500;
    if (!isTheirs) reportFault({ error, reference, path: request.baseUrl });
    sendPlain(response, "", {
      status: isTheirs ? error.status : 500,
      title: "Dat lukte niet",
      content: <Broken reference={isTheirs ? undefined : reference} />,
    });
  };
}

function Broken({ reference }: { readonly reference: string | undefined }): ReactElement {
  return (
    <EmptyState
      drawing="fault"
      title="Dat lukte niet"
      lead="Uw antwoord is niet verstuurd. Probeer het later nog eens."
    >
      {reference === undefined ? null : (
        <p className="utrecht-paragraph">
          Lukt het dan niet? Bel de collega die u de brief stuurde. Noem de code <strong>{reference}</strong>.
        </p>
      )}
    </EmptyState>
  );
}

interface PlainPage {
  readonly status: number;
  readonly title: string;
  readonly content: ReactNode;
}

async function send(tools: WebTools, response: Response, page: PlainPage): Promise<void> {
  const { municipality } = await tools.readFrame();
  sendPlain(response, `Gemeente ${municipality}`, page);
}

function sendPlain(response: Response, sender: string, { status, title, content }: PlainPage): void {
  const children = <PlainFrame sender={sender}>{content}</PlainFrame>;
  response
    .status(status)
    .type("html")
    .send(renderPage({ title, ...PAGE_ASSETS, children }));
}

import { type Limit, openLimit } from "@rode-draad/access";
import { EmptyState, PlainFrame } from "@rode-draad/ui";
import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from "express";
import type { ReactElement, ReactNode } from "react";
import { LanguageChoice } from "../../http/language-choice.js";
import { type PageTitle, renderInLanguage } from "../../http/render-in-language.js";
import type { FaultReporter } from "../../http/send-error.js";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import { wordsOf } from "../../messages/words-of.js";
import type { FrameView, PartnerPageView, PartnerTools } from "../../web-tools.js";
import { PartnerPage } from "./page.js";
import {
  type AnswerErrors,
  type AnswerFormValues,
  checkAnswer,
  EMPTY_ANSWER,
  readAnswerValues,
} from "./read-answer.js";

/** Requests a minute from one place. A mail scanner and its reader stay far below; who tries addresses does not get far. */
const CALLS_MAX = 120;
const MINUTE = 60;

interface PartnerOptions {
  readonly partner: PartnerTools;
  readonly callsMax?: number;
  readonly outside: FrameView;
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
export function partnerPages(options: PartnerOptions): Router {
  const { partner, outside, callsMax = CALLS_MAX } = options;
  const router = express.Router({ strict: true });
  const send = senderFor(outside);
  router.use((_request, response, next) => {
    // The address is the key: it must not travel to other sites, nor stand in a search engine.
    response.set({ "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow" });
    next();
  });
  router.use(refuseTooMany(openLimit({ points: callsMax, seconds: MINUTE }), send));
  router.get("/:token", async (request, response) => {
    const view = await partner.readPartnerPage(tokenOf(request));
    if (view === undefined) sendGone(send, response);
    else sendRequest(send, request, response, view);
  });
  router.post("/:token", options.form, answer(partner, options.today, send));
  router.use(partnerFault(options));
  return router;
}

function refuseTooMany(limit: Limit, send: Send): RequestHandler {
  return async (request, response, next) => {
    const seconds = await limit.take(request.ip ?? "");
    if (seconds === undefined) return next();
    response.setHeader("Retry-After", String(seconds));
    const t = wordsOf(response);
    const content = (
      <EmptyState drawing="lost" title={t("partner.tooMany.title")} lead={t("partner.tooMany.lead")}>
        <p className="utrecht-paragraph">{t("partner.tooMany.whatNow")}</p>
      </EmptyState>
    );
    send(response, { status: 429, title: t("partner.tooMany.title"), content });
  };
}

function answer(partner: PartnerTools, today: () => string, send: Send): RequestHandler {
  return async (request, response) => {
    const token = tokenOf(request);
    const view = await partner.readPartnerPage(token);
    if (view === undefined) return sendGone(send, response);
    if (view.answered !== undefined) return sendRequest(send, request, response, view, { status: 409 });
    const form = readAnswerValues(request.body ?? {});
    const checked = checkAnswer(form, today(), view, wordsOf(response));
    if ("errors" in checked) {
      return sendRequest(send, request, response, view, { status: 400, form, errors: checked.errors });
    }
    const outcome = await partner.answerPartner(token, checked.draft);
    if (outcome === "done") return response.redirect(303, request.originalUrl);
    if (outcome !== "gone") {
      const errors = { toelichting: <Dutch>{outcome.heldBack}</Dutch> };
      return sendRequest(send, request, response, view, { status: 400, form, errors });
    }
    // Somebody with the same link was first, or it expired this very moment.
    const now = await partner.readPartnerPage(token);
    return now === undefined ? sendGone(send, response) : sendRequest(send, request, response, now, { status: 409 });
  };
}

const tokenOf = (request: Request): string => String(request.params.token);

function sendRequest(
  send: Send,
  request: Request,
  response: Response,
  view: PartnerPageView,
  shown: { readonly status?: number; readonly form?: AnswerFormValues; readonly errors?: AnswerErrors } = {},
): void {
  const { status = 200, form = EMPTY_ANSWER, errors = {} } = shown;
  const content = <PartnerPage view={view} path={request.originalUrl} form={form} errors={errors} />;
  send(response, { status, title: view.title, isTitleDutch: true, content });
}

function sendGone(send: Send, response: Response): void {
  const t = wordsOf(response);
  const content = (
    <EmptyState drawing="lost" title={t("partner.gone.heading")} lead={t("partner.gone.lead")}>
      <p className="utrecht-paragraph">{t("partner.gone.whatNow")}</p>
    </EmptyState>
  );
  send(response, { status: 404, title: t("partner.gone.title"), content });
}

/** A fault shows no way into the product either, and its path goes to the log without the token. */
function partnerFault({ reportFault, newReference }: PartnerOptions): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const reference = newReference();
    const isTheirs = typeof error?.status === "number" && error.status < 500;
    if (!isTheirs) reportFault({ error, reference, path: request.baseUrl });
    sendPlain(response, undefined, {
      status: isTheirs ? error.status : 500,
      title: wordsOf(response)("partner.broken.title"),
      content: <Broken reference={isTheirs ? undefined : reference} />,
    });
  };
}

function Broken({ reference }: { readonly reference: string | undefined }): ReactElement {
  const t = useTranslations("partner.broken");
  return (
    <EmptyState drawing="fault" title={t("title")} lead={t("lead")}>
      {reference === undefined ? null : (
        <p className="utrecht-paragraph">{t.rich("whatNow", { code: () => <strong>{reference}</strong> })}</p>
      )}
    </EmptyState>
  );
}

interface PlainPage extends PageTitle {
  readonly status: number;
  readonly content: ReactNode;
}

type Send = (response: Response, page: PlainPage) => void;

function senderFor({ municipality }: FrameView): Send {
  return (response, page) => sendPlain(response, municipality, page);
}

function sendPlain(
  response: Response,
  municipality: string | undefined,
  { status, content, ...title }: PlainPage,
): void {
  // What answers the form stands at the same address as the form.
  const frame = (
    <Frame municipality={municipality} returnTo={status === 404 ? "/" : response.req.originalUrl}>
      {content}
    </Frame>
  );
  response
    .status(status)
    .type("html")
    .send(renderInLanguage(response, title, frame));
}

interface FrameProps {
  readonly municipality: string | undefined;
  readonly returnTo: string;
  readonly children: ReactNode;
}

function Frame({ municipality, returnTo, children }: FrameProps): ReactElement {
  const t = useTranslations("shared");
  return (
    <PlainFrame
      words={{ skipLink: t("skipLink") }}
      sender={municipality === undefined ? "" : t("municipality", { municipality })}
      language={<LanguageChoice returnTo={returnTo} />}
    >
      {children}
    </PlainFrame>
  );
}

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
import { useTranslations } from "../../messages/use-translations.js";
import { type Words, wordsOf } from "../../messages/words-of.js";
import type { AgendaPageView, FrameView, PartnerPageView, PartnerTools, RequestPageView } from "../../web-tools.js";
import { readLine } from "../read-line.js";
import { AgendaPage } from "./agenda-page.js";
import type { NotKeptReason } from "./answered.js";
import { PartnerPage, type TypedAnswer } from "./page.js";
import {
  type AnswerErrors,
  type AnswerFormValues,
  checkAgendaAnswer,
  checkAnswer,
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
 * The pages behind the links in letters and mails. Reading never acts, since mail scanners open every link; a POST answers
 * each request once. They ask for no sign-in and no word of their origin: whoever has the link may answer, and nobody else
 * can make a form that has it. An unknown, changed, expired or foreign link gets one and the same page, so that none of
 * these can be told apart.
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
    else sendView(send, request, response, view);
  });
  router.get("/:token/agenda.ics", async (request, response) => {
    const calendar = await partner.readPartnerCalendar(tokenOf(request));
    if (calendar === undefined) return sendGone(send, response);
    response.attachment("vaste-avonden.ics").type("text/calendar").send(calendar);
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
        <p className="utrecht-paragraph">{t("partner.tooMany.help")}</p>
      </EmptyState>
    );
    send(response, { status: 429, title: t("partner.tooMany.title"), content });
  };
}

function answer(partner: PartnerTools, today: () => string, send: Send): RequestHandler {
  return async (request, response) => {
    const view = await partner.readPartnerPage(tokenOf(request));
    if (view === undefined) return sendGone(send, response);
    const form = readAnswerValues(request.body ?? {});
    const read =
      view.kind === "agenda"
        ? readToAgenda(partner, request, view, form, wordsOf(response))
        : readToRequest(partner, request, view, form, { today: today(), t: wordsOf(response) });
    if (read === undefined) return sendGone(send, response);
    const { requestId } = read;
    if ("isClosed" in read) return sendView(send, request, response, view, notKept(view, requestId));
    const typed = (errors: AnswerErrors): Shown => ({ status: 400, typed: { requestId, form, errors } });
    if ("errors" in read) return sendView(send, request, response, view, typed(read.errors));
    const outcome = await read.answer();
    if (outcome === "done") return response.redirect(303, request.originalUrl);
    if (outcome !== "gone") {
      return sendView(send, request, response, view, typed({ toelichting: outcome.heldBack }));
    }
    // Somebody with the same link was first, or it was called off or expired this very moment.
    const now = await partner.readPartnerPage(tokenOf(request));
    if (now === undefined) return sendGone(send, response);
    sendView(send, request, response, now, notKept(now, requestId));
  };
}

/** Somebody else may have answered, or there is nothing to answer any more; the page shows which. */
function notKept(view: PartnerPageView, requestId: string): Shown {
  const isTwice =
    view.kind === "agenda"
      ? view.answered !== undefined
      : view.parts.some(({ id, answered, isWithdrawn }) => id === requestId && answered !== undefined && !isWithdrawn);
  return { status: 409, notKept: isTwice ? "twice" : "closed" };
}

/** An answer as it came in: ready to be kept, with errors, or to what takes none any more. */
type ReadAnswer = { readonly requestId: string } & (
  | { readonly isClosed: true }
  | { readonly errors: AnswerErrors }
  | { answer(): ReturnType<PartnerTools["answerPartner"]> }
);

/** Undefined when the form names no part of the request: nobody can tell what it answers. */
function readToRequest(
  partner: PartnerTools,
  request: Request,
  view: RequestPageView,
  form: AnswerFormValues,
  { today, t }: { readonly today: string; readonly t: Words },
): ReadAnswer | undefined {
  const asked = readLine(request.body?.aanvraag);
  const part = asked === "" && view.parts.length === 1 ? view.parts[0] : view.parts.find(({ id }) => id === asked);
  if (part === undefined) return undefined;
  const requestId = part.id;
  if (part.answered !== undefined || part.isWithdrawn || part.isOver) return { requestId, isClosed: true };
  const checked = checkAnswer(form, today, part, t);
  if ("errors" in checked) return { requestId, errors: checked.errors };
  return { requestId, answer: () => partner.answerPartner(tokenOf(request), requestId, checked.draft) };
}

/** The one agenda needs no id. */
const AGENDA = "";

function readToAgenda(
  partner: PartnerTools,
  request: Request,
  view: AgendaPageView,
  form: AnswerFormValues,
  t: Words,
): ReadAnswer {
  if (view.answered !== undefined) return { requestId: AGENDA, isClosed: true };
  const checked = checkAgendaAnswer(form, t);
  if ("errors" in checked) return { requestId: AGENDA, errors: checked.errors };
  return { requestId: AGENDA, answer: () => partner.answerAgenda(tokenOf(request), checked.draft) };
}

const tokenOf = (request: Request): string => String(request.params.token);

interface Shown {
  readonly status?: number;
  readonly typed?: TypedAnswer;
  readonly notKept?: NotKeptReason;
}

function sendView(
  send: Send,
  request: Request,
  response: Response,
  view: PartnerPageView,
  { status = 200, ...shown }: Shown = {},
): void {
  const path = request.originalUrl;
  if (view.kind === "request") {
    const content = <PartnerPage view={view} path={path} {...shown} />;
    send(response, { status, title: view.parts[0]?.title ?? view.partnerName, isTitleDutch: true, content });
  } else {
    const title = wordsOf(response)("partner.agenda.documentTitle");
    send(response, { status, title, content: <AgendaPage view={view} path={path} {...shown} /> });
  }
}

/** What was posted is told to have gone nowhere: nobody should wait for the effect of an answer that we do not have. */
function sendGone(send: Send, response: Response): void {
  const t = wordsOf(response);
  const lead = response.req.method === "POST" ? t("partner.gone.notSent") : t("partner.gone.lead");
  const content = (
    <EmptyState drawing="lost" title={t("partner.gone.title")} lead={lead}>
      <p className="utrecht-paragraph">{t("partner.gone.help")}</p>
    </EmptyState>
  );
  send(response, { status: 404, title: t("partner.gone.documentTitle"), content });
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
        <p className="utrecht-paragraph">{t.rich("help", { code: () => <strong>{reference}</strong> })}</p>
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

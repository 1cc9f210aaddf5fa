import { ProductError } from "@rode-draad/domain";
import { EmptyState } from "@rode-draad/ui";
import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import type { ReactElement, ReactNode } from "react";
import { Dutch } from "../messages/dutch.js";
import { useTranslations } from "../messages/use-translations.js";
import { WordedError } from "../messages/worded-error.js";
import { type Words, wordsOf } from "../messages/words-of.js";
import type { FrameView } from "../web-tools.js";
import { type Page, sendPage } from "./send-page.js";

/** The frame of who asks. */
type FrameOf = (response: Response) => Promise<FrameView>;

/** The page for an address that is not there. */
export function notFound(frameOf: FrameOf): RequestHandler {
  return async (_request, response) => {
    const title = wordsOf(response)("errors.notFound.title");
    const frame = await frameOf(response);
    sendPage(response, frame, { title, section: "", content: <NotFound wayOut={wayOutOf(frame)} /> }, 404);
  };
}

/**
 * Called once for each fault of the product itself, with a code that stands on the page as well, so that a colleague can pass it on.
 * The path is that of the route, `/wachtwoord/:secret`: what stands in an address can be a key or somebody's words.
 */
export type FaultReporter = (fault: {
  readonly error: unknown;
  readonly reference: string;
  readonly path: string;
}) => void;

/** Empty when no route was found yet. */
function routePath({ baseUrl, route }: Request): string {
  const path: unknown = route?.path;
  return typeof path === "string" ? baseUrl + path : baseUrl;
}

/** Turns a fault into a page: what happened, what it means for your work, what to do now. Nothing technical shows. */
export function errorPage(
  frameOf: FrameOf,
  outside: FrameView,
  report: FaultReporter,
  newReference: () => string,
): ErrorRequestHandler {
  /** The frame of who is signed in may need the very store that just failed. */
  const frame = (response: Response): Promise<FrameView> => frameOf(response).catch(() => outside);
  return async (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = statusOf(error);
    const t = wordsOf(response);
    const shown = await frame(response);
    const wayOut = wayOutOf(shown);
    if (status < 500) return sendPage(response, shown, refusalPage(error, status, wayOut, t), status);
    const reference = newReference();
    report({ error, reference, path: routePath(request) });
    const content = <Broken reference={reference} wayOut={wayOut} />;
    sendPage(response, shown, { title: t("errors.broken.title"), section: "", content }, status);
  };
}

/** What a person can mend is no fault of ours: it gets its sentence, and no line in the log. */
function refusalPage(error: unknown, status: number, wayOut: WayOut, t: Words): Page {
  const message = error instanceof ProductError ? sentenceOf(error) : undefined;
  if (status === 401)
    return { title: t("errors.signIn.title"), section: "", content: <SignInFirst message={message} /> };
  if (status === 403)
    return {
      title: t("errors.notAllowed.title"),
      section: "",
      content: <NotAllowed message={message} wayOut={wayOut} />,
    };
  return status === 404
    ? { title: t("errors.notFound.title"), section: "", content: <NotFound lead={message} wayOut={wayOut} /> }
    : { title: t("errors.notDone.title"), section: "", content: <NotDone message={message} wayOut={wayOut} /> };
}

/** What the pages refuse is in the language of the page; what the product refuses is Dutch. */
function sentenceOf(error: ProductError): ReactNode {
  return error instanceof WordedError ? error.message : <Dutch>{error.message}</Dutch>;
}

/** When even the page of an error fails: one plain sentence, because Express would show the stack. */
export const lastResort: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  response
    .status(500)
    .type("text/plain")
    .send(`${wordsOf(response)("errors.lastResort")}\n`);
};

function statusOf(error: unknown): number {
  if (!(error instanceof ProductError)) return hasClientStatus(error) ? error.status : 500;
  if (error.retryable) return 503;
  if (error.code === "form-from-elsewhere" || error.code === "access-denied") return 403;
  if (error.code === "not-signed-in") return 401;
  return error.code.endsWith("-unknown") ? 404 : 400;
}

/** Errors of the body parsers carry a status of their own, such as 413. */
function hasClientStatus(error: unknown): error is { readonly status: number } {
  if (typeof error !== "object" || error === null || !("status" in error)) return false;
  return typeof error.status === "number" && error.status >= 400 && error.status < 500;
}

/** Where a page leads that has nothing to offer. */
type WayOut = "overview" | "account";

/** Rule: to a page that this person may open. A partner with an account sees no figures, so no overview. */
function wayOutOf({ account }: FrameView): WayOut {
  return account === undefined || account.actions.includes("figures:read") ? "overview" : "account";
}

interface WayOutProps {
  readonly wayOut: WayOut;
}

/** Undefined: the usual sentence. */
interface RefusalProps extends WayOutProps {
  readonly message: ReactNode | undefined;
}

function NotFound({ lead, wayOut }: WayOutProps & { readonly lead?: ReactNode | undefined }): ReactElement {
  const t = useTranslations("errors");
  return (
    <EmptyState drawing="lost" title={t("notFound.heading")} lead={lead ?? t("notFound.lead")}>
      <ToWayOut wayOut={wayOut} />
    </EmptyState>
  );
}

/** Trying again may help. */
function NotDone({ message, wayOut }: RefusalProps): ReactElement {
  const t = useTranslations("errors");
  return (
    <EmptyState drawing="lost" title={t("notDone.title")} lead={message ?? t("notDone.unreadable")}>
      <p className="utrecht-paragraph">
        {t("nothingChanged")} {t("notDone.tryAgain")}
      </p>
      <ToWayOut wayOut={wayOut} />
    </EmptyState>
  );
}

/** Trying again will not help. */
function NotAllowed({ message, wayOut }: RefusalProps): ReactElement {
  const t = useTranslations("errors");
  return (
    <EmptyState drawing="lost" title={t("notAllowed.title")} lead={message ?? t("notAllowed.lead")}>
      <p className="utrecht-paragraph">
        {t("nothingChanged")} {t("notAllowed.askAdministrator")}
      </p>
      <ToWayOut wayOut={wayOut} />
    </EmptyState>
  );
}

function SignInFirst({ message }: Pick<RefusalProps, "message">): ReactElement {
  const t = useTranslations("errors");
  return (
    <EmptyState drawing="lost" title={t("signIn.heading")} lead={message ?? t("signIn.lead")}>
      <p className="utrecht-paragraph">{t("nothingChanged")}</p>
      <div className="utrecht-button-group">
        <a className="utrecht-button utrecht-button--primary-action" href="/aanmelden">
          {t("signIn.button")}
        </a>
      </div>
    </EmptyState>
  );
}

function Broken({ reference, wayOut }: WayOutProps & { readonly reference: string }): ReactElement {
  const t = useTranslations("errors");
  return (
    <EmptyState drawing="fault" title={t("broken.title")} lead={t("broken.lead")}>
      <p className="utrecht-paragraph">{t.rich("broken.whatNow", { code: () => <strong>{reference}</strong> })}</p>
      <ToWayOut wayOut={wayOut} />
    </EmptyState>
  );
}

function ToWayOut({ wayOut }: WayOutProps): ReactElement {
  const t = useTranslations("shared");
  return (
    <div className="utrecht-button-group">
      <a className="utrecht-button utrecht-button--primary-action" href={wayOut === "overview" ? "/" : "/account"}>
        {t(wayOut === "overview" ? "toOverview" : "toAccount")}
      </a>
    </div>
  );
}

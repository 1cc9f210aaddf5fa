import { ProductError } from "@rode-draad/domain";
import { EmptyState } from "@rode-draad/ui";
import type { ErrorRequestHandler, RequestHandler, Response } from "express";
import type { ReactElement } from "react";
import type { FrameView } from "../web-tools.js";
import { type Page, sendPage } from "./send-page.js";

/** The frame of who asks. */
type FrameOf = (response: Response) => Promise<FrameView>;

/** The page for an address that is not there. */
export function notFound(frameOf: FrameOf): RequestHandler {
  return async (_request, response) => {
    sendPage(response, await frameOf(response), { title: "Niet gevonden", section: "", content: <NotFound /> }, 404);
  };
}

/** Called once for each fault of the product itself, with a code that stands on the page as well, so that a colleague can pass it on. */
export type FaultReporter = (fault: {
  readonly error: unknown;
  readonly reference: string;
  readonly path: string;
}) => void;

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
    if (status < 500) return sendPage(response, await frame(response), refusalPage(error, status), status);
    const reference = newReference();
    report({ error, reference, path: request.path });
    const page = { title: "Er ging iets mis bij ons", section: "", content: <Broken reference={reference} /> } as const;
    sendPage(response, await frame(response), page, status);
  };
}

/** What a person can mend is no fault of ours: it gets its sentence, and no line in the log. */
function refusalPage(error: unknown, status: number): Page {
  const message = error instanceof ProductError ? error.message : undefined;
  if (status === 401) return { title: "Niet aangemeld", section: "", content: <SignInFirst message={message} /> };
  if (status === 403)
    return { title: "Dit kan niet", section: "", content: <Refused message={message} isFinal={true} /> };
  return status === 404
    ? { title: "Niet gevonden", section: "", content: <NotFound lead={message} /> }
    : {
        title: "Dat lukte niet",
        section: "",
        content: <Refused message={message ?? "Wij konden dit formulier niet lezen."} />,
      };
}

/** When even the page of an error fails: one plain sentence, because Express would show the stack. */
export const lastResort: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  response.status(500).type("text/plain").send("Er ging iets mis bij ons. Probeer het over 5 minuten nog eens.\n");
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

function NotFound({
  lead = "Het adres klopt niet, of de pagina is verplaatst.",
}: {
  readonly lead?: string | undefined;
}): ReactElement {
  return (
    <EmptyState drawing="lost" title="Deze pagina is er niet" lead={lead}>
      <div className="utrecht-button-group">
        <a className="utrecht-button utrecht-button--primary-action" href="/">
          Ga naar het overzicht
        </a>
      </div>
    </EmptyState>
  );
}

interface RefusedProps {
  readonly message?: string | undefined;
  /** Trying again will not help. */
  readonly isFinal?: boolean;
}

function Refused({ message = "Dit mag je niet.", isFinal = false }: RefusedProps): ReactElement {
  return (
    <EmptyState drawing="lost" title={isFinal ? "Dit kan niet" : "Dat lukte niet"} lead={message}>
      <p className="utrecht-paragraph">
        Er is niets veranderd.{" "}
        {isFinal ? "Klopt dit niet? Vraag het de beheerder." : "Ga terug en probeer het opnieuw."}
      </p>
      <div className="utrecht-button-group">
        <a className="utrecht-button utrecht-button--primary-action" href="/">
          Ga naar het overzicht
        </a>
      </div>
    </EmptyState>
  );
}

function SignInFirst({ message = "Meld je aan." }: { readonly message?: string | undefined }): ReactElement {
  return (
    <EmptyState drawing="lost" title="Je bent niet aangemeld" lead={message}>
      <p className="utrecht-paragraph">Er is niets veranderd.</p>
      <div className="utrecht-button-group">
        <a className="utrecht-button utrecht-button--primary-action" href="/aanmelden">
          Meld je aan
        </a>
      </div>
    </EmptyState>
  );
}

function Broken({ reference }: { readonly reference: string }): ReactElement {
  return (
    <EmptyState
      drawing="fault"
      title="Er ging iets mis bij ons"
      lead="Het ligt niet aan jou. Wat je eerder opsloeg, is bewaard."
    >
      <p className="utrecht-paragraph">
        Probeer het over 5 minuten nog eens. Lukt het dan niet? Geef de code <strong>{reference}</strong> door aan het
        functioneel beheer.
      </p>
      <div className="utrecht-button-group">
        <a className="utrecht-button utrecht-button--primary-action" href="/">
          Ga naar het overzicht
        </a>
      </div>
    </EmptyState>
  );
}

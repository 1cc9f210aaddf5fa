import { ProductError } from "@rode-draad/domain";
import { isServerTrouble } from "@rode-draad/store";
import type { ErrorRequestHandler, RequestHandler } from "express";
import { Problem } from "./problem.js";

/** Codes of our own errors that are the caller's mistake or news, with their status. Others are ours. */
const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  "access-denied": 403,
  "proposal-unknown": 404,
  "initiative-unknown": 404,
  "initiative-taken": 409,
  "initiative-refused": 409,
  "proposal-held": 409,
  "format-unknown": 400,
  "theme-unknown": 404,
  "question-unknown": 404,
  "correction-unknown": 404,
  "note-unknown": 404,
  "note-not-held": 409,
  "note-facts-missing": 409,
  "note-text-differs": 409,
  "correction-refused": 409,
  "care-not-confirmed": 400,
  "never-collective": 409,
  "report-unknown": 404,
  "month-released": 409,
  "draft-changed": 409,
  "partner-not-proposed": 400,
  "partner-unknown": 400,
  "request-incomplete": 400,
  "api.too-large": 413,
  "work-waits": 429,
};

/** A minute of work brings a queue that is full well below its bound. */
const RETRY_SECONDS = 60;

/** The rest of a body that is refused is not read, so the connection cannot be used again. */
const HEADERS_BY_STATUS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  413: { Connection: "close" },
  429: { Connection: "close", "Retry-After": String(RETRY_SECONDS) },
};

/** Turns whatever was thrown into a problem answer. What the caller did not cause is logged here, once. */
export const handleProblem: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) return next(error);
  const problem = toProblem(error);
  if (problem.status >= 500) request.log?.error({ err: error }, "a request failed");
  response.status(problem.status);
  for (const [name, value] of Object.entries(problem.headers)) response.setHeader(name, value);
  response.type("application/problem+json").send(JSON.stringify(problem.toBody()));
};

export const notFound: RequestHandler = () => {
  throw new Problem(404, "not-found", "Dit adres bestaat niet. Kijk in /v1/openapi.json welke adressen er zijn.");
};

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ProductError) return fromProductError(error);
  const parsing = fromBodyParser(error);
  if (parsing !== undefined) return parsing;
  if (error instanceof URIError) return new Problem(400, "malformed-path", "Het adres is niet goed geschreven.");
  if (isServerTrouble(error))
    return new Problem(
      503,
      "store-unavailable",
      "De database neemt nu niets aan. Probeer het over een paar minuten opnieuw.",
    );
  return new Problem(500, "unexpected", "Er ging iets onverwachts mis. Probeer het later opnieuw.");
}

function fromProductError(error: ProductError): Problem {
  // What helps by waiting is not the caller's mistake: a sender that is told 400 would not send its notes again.
  const status = STATUS_BY_CODE[error.code] ?? (error.retryable ? 503 : error.code.startsWith("intake.") ? 400 : 500);
  return new Problem(status, error.code, error.message, { headers: HEADERS_BY_STATUS[status] ?? {} });
}

/** The body parser's own messages may quote the body, so they are replaced. Its errors have a status, and mostly a type. */
function fromBodyParser(error: unknown): Problem | undefined {
  if (!(error instanceof Error)) return undefined;
  switch ("type" in error ? error.type : undefined) {
    case "entity.parse.failed":
      return new Problem(
        400,
        "not-json",
        "De inhoud is geen geldige JSON. Controleer haken, komma's en aanhalingstekens.",
      );
    case "entity.too.large":
      return new Problem(413, "too-large", "De inhoud is te groot. Stuur minder in één keer.", {
        headers: { Connection: "close" },
      });
    case "encoding.unsupported":
    case "charset.unsupported":
      return new Problem(415, "unsupported-encoding", "Stuur de inhoud als UTF-8, niet ingepakt of met gzip.");
    case "request.aborted":
    case "request.size.invalid":
      return new Problem(400, "incomplete-body", "De inhoud kwam niet helemaal aan. Stuur hem opnieuw.");
    default:
      // What cannot be unpacked comes without a type.
      return "status" in error && error.status === 400
        ? new Problem(
            400,
            "unreadable-body",
            "De inhoud is niet te lezen. Stuur hem als UTF-8, niet ingepakt of met gzip.",
          )
        : undefined;
  }
}

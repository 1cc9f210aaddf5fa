import { describeError, type Logger } from "@rode-draad/runtime";
import type { RequestHandler } from "express";
import { pinoHttp } from "pino-http";

/** A path longer than any of ours is somebody's attempt; its tail says nothing. */
const PATH_PARTS_MAX = 8;

/** Logs one line per request: method, path, status and time. No body, no query text, no headers, and of the path our own words only. */
export function logRequests(logger: Logger, paths: readonly string[]): RequestHandler {
  const ownWords = new Set(paths.flatMap((path) => path.split("/")));
  return pinoHttp({
    logger,
    // Without this the library runs its own serializers first, and the one for errors writes message and stack.
    wrapSerializers: false,
    serializers: {
      req: (request: { id?: unknown; method?: string; url?: string; originalUrl?: string }) => ({
        id: request.id,
        method: request.method,
        path: pathOf(request.originalUrl ?? request.url ?? "", ownWords),
      }),
      res: (response: { statusCode?: number }) => ({ status: response.statusCode }),
      err: describeError,
    },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? "error" : "info"),
    // A failure is logged where it is handled; here it would be a second time, with the error's own message.
    customErrorObject: (_request, response) => ({ status: response.statusCode }),
  });
}

/**
 * Rule: the id that a source knows a note by is stored only as its keyed hash, so it stands in no log either, also of a mistyped
 * path. What is none of the words of our own paths is somebody's input.
 */
function pathOf(url: string, ownWords: ReadonlySet<string>): string {
  const parts = (url.split("?")[0] ?? "").split("/").slice(0, PATH_PARTS_MAX);
  return parts.map((part) => (ownWords.has(part) ? part : "{}")).join("/");
}

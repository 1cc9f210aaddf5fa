import type { RequestHandler } from "express";
import helmet from "helmet";

/** Version of the interface, by SemVer; on every answer, as the NL API Design Rules ask. */
export const API_VERSION = "1.0.0";

/** Answers are data for programs: nothing in them may load, frame, post or be kept. */
export function securityHeaders(): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] },
      },
      frameguard: { action: "deny" },
      referrerPolicy: { policy: "no-referrer" },
    }),
    (request, response, next) => {
      // Nothing here is kept by anybody, so there is nothing to compare: a 304 would be an answer without its content.
      delete request.headers["if-none-match"];
      delete request.headers["if-modified-since"];
      response.setHeader("API-Version", API_VERSION);
      response.setHeader("Cache-Control", "no-store");
      next();
    },
  ];
}

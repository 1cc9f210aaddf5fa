import type { RequestHandler, Response } from "express";

/** No scripts, nothing from elsewhere, no framing; forms go nowhere but here. Pages are never kept by a proxy. */
const POLICY_PARTS = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
] as const;
const POLICY = POLICY_PARTS.join("; ");
/** For a page that waits for something: a script of our own, which asks nobody else. */
const LIVE_POLICY = [...POLICY_PARTS, "script-src 'self'", "connect-src 'self'"].join("; ");

export const securityHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    "Content-Security-Policy": POLICY,
    // A browser that came over https once comes no other way for a year; over http on one's own machine it means nothing.
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
  });
  response.removeHeader("X-Powered-By");
  next();
};

/** Lets the one script of a page that waits run. */
export function allowProgressScript(response: Response): void {
  response.set("Content-Security-Policy", LIVE_POLICY);
}

/** Bull Board is a program in the browser with styles of its own. It gets those, and still nothing from elsewhere. */
const BOARD_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join("; ");

export const boardHeaders: RequestHandler = (_request, response, next) => {
  response.set("Content-Security-Policy", BOARD_POLICY);
  next();
};

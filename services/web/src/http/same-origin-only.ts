import { ProductError } from "@rode-draad/domain";
import type { Request, RequestHandler } from "express";

/**
 * Lets a request that changes something pass only when it comes from a page of our own: against cross-site request
 * forgery. Source: OWASP CSRF cheat sheet, "fetch metadata" with the Origin header as the fall-back for older browsers.
 * A caller that sends neither is no browser on one of our pages; programs use the API.
 */
export const sameOriginOnly: RequestHandler = (request, _response, next) => {
  if (request.method === "GET" || request.method === "HEAD" || comesFromUs(request)) return next();
  next(
    new ProductError("form-from-elsewhere", "Dit formulier kwam niet van deze website. Open de pagina opnieuw.", {
      detail: `${request.method} ${request.path} with Sec-Fetch-Site ${request.get("Sec-Fetch-Site") ?? "absent"}`,
    }),
  );
};

function comesFromUs(request: Request): boolean {
  const site = request.get("Sec-Fetch-Site");
  if (site !== undefined) return site === "same-origin";
  const origin = request.get("Origin");
  if (origin === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === request.get("Host");
}

import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a request that changes something comes from a page of our own: against cross-site request forgery. Source: OWASP
 * CSRF cheat sheet, "fetch metadata" with the Origin header as the fall-back for older browsers; ASVS 5.0 3.5.1 and 3.5.3
 * take this in place of a token. A caller that sends neither header is no browser on one of our pages.
 */
export function comesFromOurPage(headers: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  const { origin = "" } = headers;
  return URL.canParse(origin) && new URL(origin).host === headers.host;
}

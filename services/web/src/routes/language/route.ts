import type { RequestHandler } from "express";
import type { WebContext } from "../../define-route.js";
import { LANGUAGE_COOKIE, toLanguage } from "../../messages/language.js";
import { ownAddress } from "../sign-in/own-address.js";

/** A year, as long as European guidance lets a choice stand before one is asked again. */
const YEAR_MS = 365 * 24 * 3_600_000;

/** POST /taal: keeps the language that was chosen and leads back to the page where that was done. */
export function chooseLanguage(_context: WebContext): RequestHandler {
  return (request, response) => {
    const { taal, naar } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const language = toLanguage(taal);
    if (language !== undefined) {
      const { secure } = request;
      response.cookie(LANGUAGE_COOKIE, language, { maxAge: YEAR_MS, httpOnly: true, sameSite: "lax", secure });
    }
    response.redirect(303, ownAddress(naar));
  };
}

import type { RequestHandler } from "express";
import type { WebContext } from "../../define-route.js";
import { wordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import { ownAddress } from "./own-address.js";

/** GET /aanmelden/extern: leads to the municipality's own sign-in. Changes nothing here. */
export function leaveForProvider({ outsideProvider }: WebContext): RequestHandler {
  return async (request, response) => {
    if (outsideProvider === undefined) throw wordedError(wordsOf(response), "provider-unknown");
    const { address, cookie } = await outsideProvider.begin(ownAddress(request.query.naar));
    response.setHeader("Set-Cookie", cookie).redirect(303, address);
  };
}

/**
 * GET /aanmelden/terug: the browser comes back with an answer that works once and only here (state, nonce, PKCE), so this is
 * the one GET that starts something: a session. The provider chooses the method, not we.
 */
export function returnFromProvider({ outsideProvider, access }: WebContext): RequestHandler {
  return async (request, response) => {
    if (outsideProvider === undefined) throw wordedError(wordsOf(response), "provider-unknown");
    const answer = { path: request.originalUrl, cookies: request.headers.cookie };
    const { person, to, cookie } = await outsideProvider.finish(answer);
    const entered = await access.admit(person, await access.visitorOf(request));
    response.setHeader("Set-Cookie", [cookie, entered.cookie]).redirect(303, ownAddress(to));
  };
}

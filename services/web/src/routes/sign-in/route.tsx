import type { RequestHandler, Response } from "express";
import type { WebContext } from "../../define-route.js";
import { sendPage } from "../../http/send-page.js";
import { wordsOf } from "../../messages/words-of.js";
import { readLine } from "../read-line.js";
import { ownAddress } from "./own-address.js";
import { SignInPage, type SignInPageProps } from "./page.js";

/** No login is longer. */
const LOGIN_CHARACTERS_MAX = 100;
const MINUTE = 60;

/** GET /aanmelden: asks who it is. */
export function askSignIn(context: WebContext): RequestHandler {
  return (request, response) => {
    sendSignIn(context, response, { to: ownAddress(request.query.naar), isDone: request.query.gedaan === "afgemeld" });
  };
}

/** POST /aanmelden: starts a session and leads on to the page that was asked for. Whether a name exists is never told. */
export function signIn(context: WebContext): RequestHandler {
  return async (request, response) => {
    const t = wordsOf(response);
    const { naar, inlognaam, wachtwoord } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const to = ownAddress(naar);
    const login = readLine(inlognaam, LOGIN_CHARACTERS_MAX);
    const password = typeof wachtwoord === "string" ? wachtwoord : "";
    const given = { login, password, address: request.ip ?? "" };
    const outcome = await context.access.signIn(given, await context.access.visitorOf(request));
    if ("cookie" in outcome) return response.setHeader("Set-Cookie", outcome.cookie).redirect(303, to);
    if ("refused" in outcome) {
      return sendSignIn(context, response, { to, login, problem: t("sign-in.wrong") }, 401);
    }
    const minutes = Math.ceil(outcome.waitSeconds / MINUTE);
    response.setHeader("Retry-After", String(outcome.waitSeconds));
    sendSignIn(context, response, { to, login, problem: t("sign-in.wait", { minutes }) }, 429);
  };
}

function sendSignIn(
  { outside, outsideProvider }: WebContext,
  response: Response,
  props: SignInPageProps,
  status = 200,
): void {
  const content = <SignInPage {...props} provider={outsideProvider?.name} />;
  sendPage(response, outside, { title: wordsOf(response)("sign-in.title"), section: "", content }, status);
}

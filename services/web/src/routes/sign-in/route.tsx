import type { RequestHandler, Response } from "express";
import type { WebContext } from "../../define-route.js";
import { sendPage } from "../../http/send-page.js";
import { wordsOf } from "../../messages/words-of.js";
import { readLine } from "../read-line.js";
import { leadTo } from "../second-step/route.js";
import { ownAddress } from "./own-address.js";
import { SignInPage, type SignInPageProps } from "./page.js";
import { tooManyTries } from "./too-many-tries.js";

/** No login is longer. */
const LOGIN_CHARACTERS_MAX = 100;

/** GET /aanmelden: asks who it is. */
export function askSignIn(context: WebContext): RequestHandler {
  return (request, response) => {
    const { naar, gedaan, stap } = request.query;
    const props = { to: ownAddress(naar), isDone: gedaan === "afgemeld", isSettingUp: stap === "instellen" };
    sendSignIn(context, response, props);
  };
}

/**
 * POST /aanmelden: starts a session and leads on to the page that was asked for, or to the second step before it. Whether a name exists
 * is never told.
 */
export function signIn(context: WebContext): RequestHandler {
  return async (request, response) => {
    const t = wordsOf(response);
    const { naar, inlognaam, wachtwoord, stap } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const to = ownAddress(naar);
    const login = readLine(inlognaam, LOGIN_CHARACTERS_MAX);
    const password = typeof wachtwoord === "string" ? wachtwoord : "";
    const isSettingUp = stap === "instellen";
    const given = { login, password, address: request.ip ?? "", isSettingUp };
    const outcome = await context.access.signIn(given, await context.access.visitorOf(request));
    if ("cookie" in outcome) {
      response.setHeader("Set-Cookie", outcome.cookie);
      if (!("asks" in outcome)) return response.redirect(303, to);
      if (outcome.asks === "set-up") return leadTo(response, "/aanmelden/instellen", to);
      return leadTo(response, "/aanmelden/code", to, isSettingUp ? { stap: "instellen" } : {});
    }
    if ("refused" in outcome) {
      return sendSignIn(context, response, { to, login, problem: t("sign-in.wrong"), isSettingUp }, 401);
    }
    sendSignIn(context, response, { to, login, problem: tooManyTries(response, outcome), isSettingUp }, 429);
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

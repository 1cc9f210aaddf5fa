import type { Request, RequestHandler, Response } from "express";
import type { WebContext } from "../../define-route.js";
import { sendPage } from "../../http/send-page.js";
import { Dutch } from "../../messages/dutch.js";
import { wordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import { PasswordPage, type PasswordPageProps } from "./page.js";

/** GET /wachtwoord/{geheim}: asks for a password. Shows the form and uses nothing up, since mail scanners open links too. */
export function askPassword(context: WebContext): RequestHandler {
  return async (request, response) => {
    sendForm(context, response, await findInvited(context, request, response));
  };
}

/** POST /wachtwoord/{geheim}: sets the password, ends the sessions of before, and leads to signing in. The link is used up. */
export function setPassword(context: WebContext): RequestHandler {
  return async (request, response) => {
    const invited = await findInvited(context, request, response);
    const { wachtwoord, nogmaals } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const password = typeof wachtwoord === "string" ? wachtwoord : "";
    const t = wordsOf(response);
    if (password !== nogmaals) return sendForm(context, response, { ...invited, problem: t("password.unequal") }, 400);
    const weak = await context.access.setPassword(secretOf(request), password);
    if (weak !== undefined) return sendForm(context, response, { ...invited, problem: <Dutch>{weak}</Dutch> }, 400);
    response.redirect(303, "/aanmelden");
  };
}

function secretOf(request: Request): string {
  return String(request.params.secret);
}

async function findInvited({ access }: WebContext, request: Request, response: Response): Promise<PasswordPageProps> {
  const account = await access.invited(secretOf(request));
  if (account !== undefined) return { login: account.login, name: account.name };
  throw wordedError(wordsOf(response), "invitation-unknown");
}

function sendForm({ outside }: WebContext, response: Response, props: PasswordPageProps, status = 200): void {
  sendPage(
    response,
    outside,
    { title: wordsOf(response)("password.title"), section: "", content: <PasswordPage {...props} /> },
    status,
  );
}

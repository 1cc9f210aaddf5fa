import { ProductError } from "@rode-draad/domain";
import type { Request, RequestHandler, Response } from "express";
import type { WebContext } from "../../define-route.js";
import { sendPage } from "../../http/send-page.js";
import { PasswordPage, type PasswordPageProps } from "./page.js";

/** GET /wachtwoord/{geheim}: asks for a password. Shows the form and uses nothing up, since mail scanners open links too. */
export function askPassword(context: WebContext): RequestHandler {
  return async (request, response) => {
    sendForm(context, response, await findInvited(context, request));
  };
}

/** POST /wachtwoord/{geheim}: sets the password, ends the sessions of before, and leads to signing in. The link is used up. */
export function setPassword(context: WebContext): RequestHandler {
  return async (request, response) => {
    const invited = await findInvited(context, request);
    const { wachtwoord, nogmaals } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const password = typeof wachtwoord === "string" ? wachtwoord : "";
    const problem =
      password !== nogmaals
        ? "De twee wachtwoorden zijn niet gelijk. Vul ze opnieuw in."
        : await context.access.setPassword(secretOf(request), password);
    if (problem !== undefined) return sendForm(context, response, { ...invited, problem }, 400);
    response.redirect(303, "/aanmelden");
  };
}

function secretOf(request: Request): string {
  return String(request.params.secret);
}

async function findInvited({ access }: WebContext, request: Request): Promise<PasswordPageProps> {
  const account = await access.invited(secretOf(request));
  if (account !== undefined) return { login: account.login, name: account.name };
  throw new ProductError("invitation-unknown", "Deze link werkt niet meer. Vraag de beheerder om een nieuwe.");
}

function sendForm({ outside }: WebContext, response: Response, props: PasswordPageProps, status = 200): void {
  sendPage(
    response,
    outside,
    { title: "Wachtwoord kiezen", section: "", content: <PasswordPage {...props} /> },
    status,
  );
}

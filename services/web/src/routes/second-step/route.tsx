import { codeAppAddress } from "@rode-draad/access";
import type { Request, RequestHandler, Response } from "express";
import type { WebContext } from "../../define-route.js";
import { sendPage } from "../../http/send-page.js";
import { wordsOf } from "../../messages/words-of.js";
import { readLine } from "../read-line.js";
import { ownAddress } from "../sign-in/own-address.js";
import { tooManyTries } from "../sign-in/too-many-tries.js";
import { CodePage, type CodePageProps } from "./code-page.js";
import { RecoveryPage } from "./recovery-page.js";
import { SetUpPage } from "./set-up-page.js";

/** A recovery code with its dashes, and room for spaces. */
const CODE_CHARACTERS_MAX = 40;

/** GET /aanmelden/code: asks for the code of the app that was set up. */
export function askCode(context: WebContext): RequestHandler {
  return async (request, response) => {
    const to = ownAddress(request.query.naar);
    const halfway = await context.access.halfwayOf(request);
    if (halfway?.awaits.kind !== "code") return leadTo(response, halfway === undefined ? "/aanmelden" : SET_UP, to);
    sendCode(context, response, { to, isSettingUp: request.query.stap === "instellen" });
  };
}

/** POST /aanmelden/code: the second step. Right: in, and on to the page that was asked for. */
export function giveCode(context: WebContext): RequestHandler {
  return async (request, response) => {
    const { to, code, isSettingUp } = readForm(request);
    const outcome = await context.access.takeCode(request, { code, isSettingUp });
    if ("cookie" in outcome) {
      response.setHeader("Set-Cookie", outcome.cookie);
      return "asks" in outcome ? leadTo(response, SET_UP, to) : response.redirect(303, to);
    }
    if ("refused" in outcome)
      return sendCode(
        context,
        response,
        { to, isSettingUp, problem: wordsOf(response)("second-step.code.wrong") },
        401,
      );
    sendCode(context, response, { to, isSettingUp, problem: tooManyTries(response, outcome) }, 429);
  };
}

/** GET /aanmelden/instellen: shows what an app counts codes from. Nothing is set up until a code of it was typed. */
export function askSetUp(context: WebContext): RequestHandler {
  return async (request, response) => {
    const to = ownAddress(request.query.naar);
    if (await sendSetUp(context, request, response, { to })) return;
    leadTo(response, "/aanmelden", to);
  };
}

/** POST /aanmelden/instellen: the first code of the app. Right: in, with the recovery codes in this answer and nowhere else. */
export function setUp(context: WebContext): RequestHandler {
  return async (request, response) => {
    const { to, code } = readForm(request);
    const outcome = await context.access.setUpApp(request, code);
    if ("cookie" in outcome) {
      response.setHeader("Set-Cookie", outcome.cookie);
      const content = <RecoveryPage codes={outcome.recoveryCodes} to={to} />;
      return sendPage(response, context.outside, {
        title: wordsOf(response)("second-step.recovery.title"),
        section: "",
        content,
      });
    }
    const problem =
      "refused" in outcome ? wordsOf(response)("second-step.code.wrong") : tooManyTries(response, outcome);
    const status = "refused" in outcome ? 401 : 429;
    if (!(await sendSetUp(context, request, response, { to, problem }, status))) leadTo(response, "/aanmelden", to);
  };
}

const SET_UP = "/aanmelden/instellen";

/** To another step of signing in, which leads on to the page that was asked for. */
export function leadTo(
  response: Response,
  path: string,
  to: string,
  more: Readonly<Record<string, string>> = {},
): void {
  const query = new URLSearchParams({ ...(to !== "/" && { naar: to }), ...more });
  response.redirect(303, query.size === 0 ? path : `${path}?${query}`);
}

function readForm(request: Request): { readonly to: string; readonly code: string; readonly isSettingUp: boolean } {
  const { naar, code, stap } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
  return { to: ownAddress(naar), code: readLine(code, CODE_CHARACTERS_MAX), isSettingUp: stap === "instellen" };
}

function sendCode({ outside }: WebContext, response: Response, props: CodePageProps, status = 200): void {
  sendPage(
    response,
    outside,
    { title: wordsOf(response)("second-step.code.title"), section: "", content: <CodePage {...props} /> },
    status,
  );
}

/** False for who is not setting up an app. */
async function sendSetUp(
  { access, outside }: WebContext,
  request: Request,
  response: Response,
  props: { readonly to: string; readonly problem?: string },
  status = 200,
): Promise<boolean> {
  const halfway = await access.halfwayOf(request);
  if (halfway?.awaits.kind !== "set-up") return false;
  const { secret } = halfway.awaits;
  const appAddress = codeAppAddress({ issuer: `Rode Draad ${outside.municipality}`, login: halfway.login, secret });
  const content = <SetUpPage {...props} secret={secret} appAddress={appAddress} />;
  sendPage(response, outside, { title: wordsOf(response)("second-step.setUp.title"), section: "", content }, status);
  return true;
}

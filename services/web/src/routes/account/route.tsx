import type { RequestHandler } from "express";
import type { WebContext } from "../../define-route.js";
import { sendPage } from "../../http/send-page.js";
import { wordsOf } from "../../messages/words-of.js";
import type { WebTools } from "../../web-tools.js";
import { AccountPage } from "./page.js";

/** GET /account: who I am here and what I may, and the way out. */
export function account(tools: WebTools): RequestHandler {
  return async (_request, response) => {
    const [frame, view] = await Promise.all([tools.readFrame(), tools.readAccount()]);
    sendPage(response, frame, {
      title: wordsOf(response)("account.title"),
      section: "",
      content: <AccountPage view={view} />,
    });
  };
}

/** POST /afmelden: ends the session. Who is not signed in any more gets the same answer. */
export function signOut({ access }: WebContext): RequestHandler {
  return async (request, response) => {
    response.setHeader("Set-Cookie", await access.signOut(await access.visitorOf(request)));
    response.setHeader("Clear-Site-Data", '"cache"');
    response.redirect(303, "/aanmelden?gedaan=afgemeld");
  };
}

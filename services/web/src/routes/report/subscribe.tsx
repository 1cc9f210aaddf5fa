import type { RequestHandler, Response } from "express";
import { sendPage } from "../../http/send-page.js";
import { wordsOf } from "../../messages/words-of.js";
import type { WebTools } from "../../web-tools.js";
import { isMailAddress } from "../checks.js";
import { readLine } from "../read-line.js";
import { MAIL_CHARACTERS_MAX, SubscriptionForm } from "./subscription-form.js";

/** POST /maandrapport/mail: turns the monthly mail on or off for who asks, and leads back to the report. */
export function subscribe(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const body: Readonly<Record<string, unknown>> = request.body ?? {};
    const typed = readLine(body.mailadres);
    const isOff = body.mailen === "uit";
    if (!isOff && !(isMailAddress(typed) && typed.length <= MAIL_CHARACTERS_MAX)) {
      return sendForm(tools, response, { typed, error: wordsOf(response)("report.mail.wrong") }, 400);
    }
    const { refused } = await tools.changeSubscription(isOff ? undefined : typed);
    if (refused !== undefined) {
      return sendForm(tools, response, { typed, error: wordsOf(response)(`report.mail.${refused}`) }, 409);
    }
    response.redirect(303, "/maandrapport?gedaan=mail#per-mail");
  };
}

async function sendForm(
  tools: WebTools,
  response: Response,
  { typed, error }: { readonly typed: string; readonly error: string },
  status: number,
): Promise<void> {
  const [frame, subscription] = await Promise.all([tools.readFrame(), tools.readSubscription()]);
  const title = wordsOf(response)("report.mail.title");
  const content = (
    <>
      <h1 className="utrecht-heading-1">{title}</h1>
      <SubscriptionForm subscription={subscription} typed={typed} error={error} />
    </>
  );
  sendPage(response, frame, { title, section: "/maandrapport", isSection: false, content }, status);
}
